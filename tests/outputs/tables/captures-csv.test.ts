/** capturesCsv: a row for each capture of each live page, with the values of the live page. */
import { expect, test } from "vitest";
import { capturesCsv } from "../../../src/outputs/tables/captures-csv.ts";
import { parseCsv, unguarded } from "../csv.ts";
import { hostile, hostilePage, publication } from "../sample.ts";

const rows = (pages: Parameters<typeof capturesCsv.print>[1], over = {}) =>
  parseCsv(capturesCsv.print(publication({ folder: "", ...over }), pages));

test("capturesCsv has a row for each capture, and one for a live page that has none", () => {
  const [head, ...told] = rows([hostilePage("river/"), hostilePage("mill/", { captures: [] })]);
  expect(head!.join()).toBe(
    "href,title,language,zone,posts,first,last,untimed,inferred,cut,absent,publisher,source,rights,captured,sha256,importer",
  );
  const place = (name: string) => head!.indexOf(name);
  expect(told.map((row) => [row[place("href")], row[place("sha256")], row[place("captured")]])).toEqual([
    ["river/index.html", "ab".repeat(32), "2024-05-18T00:00:00+00:00"],
    ["river/index.html", "cd".repeat(32), ""],
    ["mill/index.html", "", ""],
  ]);
  for (const row of told)
    for (const name of ["title", "publisher", "rights"]) expect(unguarded(row[place(name)]!)).toBe(hostile);
});

test("capturesCsv names whole addresses where the archive has one", () => {
  const site = "https://example.org/a/";
  expect(rows([hostilePage("river/")], { site })[1]![0]).toBe(`${site}river/`);
});
