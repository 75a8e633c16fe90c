import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePublished, publishedChange, publishedFile, readPublished } from "../../src/archive/published.ts";
import { numRuns } from "./arbitraries.ts";
import { withRoot } from "./import-fixtures.ts";

const path = fc
  .array(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("/"));

test("publishedChange keeps every path, sorts them, and says each once", () => {
  withRoot((root) => {
    mkdirSync(dirname(join(root, publishedFile)), { recursive: true });
    fc.assert(
      fc.property(fc.array(path), fc.array(path), (first, second) => {
        writeFileSync(join(root, publishedFile), first.join("\r\n"));
        const change = publishedChange(root, second);
        if (!("bytes" in change)) throw new Error("expected bytes");
        const text = String(change.bytes);
        expect(text).toBe(
          [...new Set([...first, ...second])]
            .sort()
            .map((line) => `${line}\n`)
            .join(""),
        );
        writeFileSync(join(root, publishedFile), text);
        expect(publishedChange(root, first)).toEqual(change);
      }),
      { numRuns: numRuns / 4 },
    );
  });
});

test("readPublished is empty where nothing was published", () => {
  withRoot((root) => expect(readPublished(root)).toEqual([]));
});

test("publishedChange refuses what is no path in the site", () => {
  withRoot((root) => {
    for (const wrong of ["../x", "/x", "a//b", "a\\b", " a", "", "a\nb"]) {
      expect(() => publishedChange(root, [wrong])).toThrow("Cannot record a published path");
    }
  });
});

test("parsePublished reads around nonsense and says where it stands", () => {
  const { paths, problems } = parsePublished("b.html\n<<<<<<< ours\n../x\n\na.html\n");
  expect(paths).toEqual(["a.html", "b.html"]);
  expect(problems.map(({ line }) => line)).toEqual([2, 3]);
});
