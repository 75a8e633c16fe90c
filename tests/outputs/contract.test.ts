/** What holds for every output of the registry. */
import { describe, expect, test } from "vitest";
import type { OutputForm, Publication } from "../../src/outputs/contract.ts";
import { outputForms } from "../../src/outputs/registry.ts";
import { parseCsv } from "./csv.ts";
import { hostilePage, hostilePost, hostilePublication, outputPost, publication } from "./sample.ts";
import { parseXml } from "./xml.ts";

const posts = [hostilePost("p-3"), outputPost("p-2"), hostilePost("p-1")];

function printed(form: OutputForm, of: Publication, told = posts): string {
  switch (form.from) {
    case "posts":
      return form.print(of, told);
    case "pages":
      return form.print(of, [hostilePage("river/"), hostilePage("mill/", { captures: [] })]);
    case "urls":
      return form.print(
        of,
        told.map(({ path, published }) => ({ path, ...(published !== undefined && { changed: published }) })),
      );
    case "indexes":
      return form.print(of, of.site === undefined ? [] : ["sitemap.xml", "sitemap-2.xml"]);
    case "sitemaps":
      return form.print(of, ["river/sitemap.xml", "mill/sitemap.xml"]);
    case "nothing":
      return form.print(of);
  }
}

/** Throws where a text does not have the output's media type. */
function read(form: OutputForm, text: string): void {
  if (form.type.endsWith("xml")) parseXml(text);
  else if (form.type.endsWith("json")) JSON.parse(text);
  else if (form.type === "text/csv") parseCsv(text);
  else if (form.type === "text/plain") expect(text).toMatch(/^([A-Z][a-z-]+: \S+\n)+$/);
  else throw new Error(`no reader for ${form.type}`);
}

test("outputForms have a file of their own in each folder, of a name that any host takes", () => {
  for (const of of ["live page", "archive"] as const) {
    const files = outputForms.filter((form) => form.of.includes(of)).map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) expect(file).toMatch(/^[a-z]+(-archive)?\.[a-z]+(-metadata\.json|\.json)?$/);
  }
});

describe.each(outputForms.map((form) => [form.name, form] as const))("%s", (_, form) => {
  const sites = [undefined, "https://example.org/a/"].filter(
    (site) => form.given?.(publication(site === undefined ? {} : { site })) !== false,
  );
  test.each(sites)("is well-formed with hostile text in every field, the site being %s", (site) => {
    const own = site === undefined ? {} : { site };
    for (const of of [hostilePublication(own), hostilePublication({ ...own, folder: "" })]) {
      expect(() => read(form, printed(form, of))).not.toThrow();
    }
  });

  test("is well-formed without any post, and says the same of the same", () => {
    const own = publication({ site: "https://example.org/" });
    expect(() => read(form, printed(form, own, []))).not.toThrow();
    expect(printed(form, own)).toBe(printed(form, own));
  });
});
