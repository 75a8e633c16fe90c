/** scriptViews: a script for each interface language, with its words. */
import { expect, test } from "vitest";
import { scriptViews } from "../../../src/site/files/script.ts";
import { stringsFor } from "../../../src/site/i18n/language.ts";
import { siteOf } from "../sample.ts";

const dependencies = {
  cards: false,
  ownFiles: new Set<string>(),
  script: () => "run()",
  styleSheet: () => "a{}",
  postSource: () => "",
  pageSource: () => "",
};

test("scriptViews has one script for languages that share an interface, and its words are data", () => {
  const [script, ...others] = scriptViews(["en-GB", "en-US", "en"], dependencies);
  expect(others).toEqual([]);
  expect(script?.path).toBe("script-en.js");
  const text = script?.text() ?? "";
  expect(text).toMatch(/^var afterlive=\{.*\};\nrun\(\)$/);
  const said = JSON.parse(text.slice("var afterlive=".length, text.indexOf(";\nrun()"))) as { words: unknown };
  expect(said.words).toEqual(stringsFor("en").client);
});

test("every page of an archive names a script that the archive has", () => {
  const { archive, newest, posts } = siteOf([]);
  const scripts = archive.scripts.map(({ path }) => path);
  for (const { frame } of [...archive.index, ...newest, ...posts]) expect(scripts).toContain(frame.script);
});
