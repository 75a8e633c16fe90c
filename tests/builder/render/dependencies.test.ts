/** The renderDependencies of a build: one classic script, and posts as `content/` has them. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parsePost } from "../../../src/archive/read/parse-post.ts";
import { renderDependencies } from "../../../src/builder/render/dependencies.ts";
import { scriptViews } from "../../../src/site/files/script.ts";
import { post } from "../../site/sample.ts";

test("renderDependencies.script is one classic script that runs as it is", () => {
  const text = renderDependencies.script();
  expect(text).not.toMatch(/^\s*(?:import|export)\b/m);
  expect(() => new Function(text)).not.toThrow();
  expect(renderDependencies.script()).toBe(text);
});

test("renderDependencies.script stays light with the words of any language", () => {
  const scripts = scriptViews(["ar", "en", "fa", "fr", "ru", "uk", "zh", "zh-TW"], {
    ...renderDependencies,
    cards: false,
    ownFiles: new Set(),
  });
  expect(scripts).toHaveLength(8);
  for (const { path, text } of scripts) expect(gzipSync(text(), { level: 9 }).length, path).toBeLessThan(12 * 1024);
});

test("renderDependencies.postSource prints what reading gives back", () => {
  const one = post("p-one", { headline: "A quay", blocks: [] });
  expect(parsePost(renderDependencies.postSource(one), "one.md", "UTC").post).toMatchObject({
    id: "p-one",
    headline: "A quay",
  });
});
