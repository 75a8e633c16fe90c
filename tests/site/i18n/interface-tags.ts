/** The folder of the interface's words -> the languages that it speaks. */
import { readdirSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../../src/site/i18n/interface");

/** BCP 47 tags: "fr", and "zh-Hant" of `zh-hant.ts`. A new file is a new language for every test that asks here. */
export const interfaceTags: readonly string[] = readdirSync(folder).map((file) =>
  path.basename(file, ".ts").replace(/-[a-z]{4}$/, (script) => `-${script.charAt(1).toUpperCase()}${script.slice(2)}`),
);

/** Without English, which the tests of the others compare with. */
export const translatedTags: readonly string[] = interfaceTags.filter((tag) => tag !== "en");
