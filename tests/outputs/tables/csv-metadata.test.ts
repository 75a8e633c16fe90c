/** metadataOf: a reader of CSV on the Web accepts every table by its metadata, and rejects a wrong one. */
import { describe, expect, test } from "vitest";
import { capturesCsv, capturesCsvMetadata } from "../../../src/outputs/tables/captures-csv.ts";
import { postsCsv, postsCsvMetadata } from "../../../src/outputs/tables/posts-csv.ts";
import { faultsOfTable } from "../csvw.ts";
import { hostilePage, hostilePost, hostilePublication, outputPost, publication } from "../sample.ts";

const site = "https://example.org/a/";
const posts = [hostilePost("p-3"), outputPost("p-2"), hostilePost("p-1")];
const pages = [hostilePage("river/"), hostilePage("mill/", { captures: [] })];

const tables = [publication(), hostilePublication(), hostilePublication({ site })].flatMap((of) => [
  ["posts.csv", postsCsv.print(of, posts), postsCsvMetadata.print(of)] as const,
  ["captures.csv", capturesCsv.print(of, pages), capturesCsvMetadata.print(of)] as const,
]);

describe.each(tables)("the metadata of %s", (name, table, metadata) => {
  test("stand beside the table by its name, and take it", () => {
    expect(JSON.parse(metadata).url).toBe(name);
    expect(faultsOfTable(table, metadata)).toEqual([]);
  });

  test("take a table without rows", () => {
    expect(faultsOfTable(table.slice(0, table.indexOf("\r\n") + 2), metadata)).toEqual([]);
  });

  test("refuse another order of columns, a row too short, and a row whose needed cell is empty", () => {
    const [head = "", ...rows] = table.split(/(?<=\r\n)/);
    const columns = head.trim().split(",");
    const row = (cells: Readonly<Record<string, string>>) =>
      `${columns.map((column) => cells[column] ?? "").join(",")}\r\n`;
    expect(faultsOfTable(`${columns.toReversed().join(",")}\r\n${rows.join("")}`, metadata)).not.toEqual([]);
    expect(faultsOfTable(`${head}a\r\n`, metadata)).not.toEqual([]);
    expect(faultsOfTable(head + row({}), metadata)).not.toEqual([]);
  });
});

test("postsCsvMetadata refuse ids that are none, ids twice and times without a zone", () => {
  const metadata = postsCsvMetadata.print(publication());
  const table = (...rows: readonly string[]) => `id,published,headline,label,byline,text,href\r\n${rows.join("")}`;
  const good = "p-1,2024-05-17T02:37:00+01:00,,,,Text,p-1/index.html\r\n";
  expect(faultsOfTable(table(good), metadata)).toEqual([]);
  for (const bad of [
    good.replace("p-1", "1-p"),
    good.replace("+01:00", ""),
    good.replace("02:37:00+01:00", "25:37:00+01:00"),
    good + good,
  ])
    expect(faultsOfTable(table(bad), metadata), bad).toHaveLength(1);
});

test("capturesCsvMetadata refuse digests that are none and numbers in words", () => {
  const metadata = capturesCsvMetadata.print(publication());
  const table = capturesCsv.print(publication({ folder: "" }), [hostilePage("river/", { title: "A", rights: "B" })]);
  expect(faultsOfTable(table, metadata)).toEqual([]);
  expect(faultsOfTable(table.replace("ab".repeat(32), "ab".repeat(31)), metadata)).toHaveLength(1);
  expect(faultsOfTable(table.replace(",3,2024", ",three,2024"), metadata)).toHaveLength(1);
});
