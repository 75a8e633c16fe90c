/** Turns the languages of an archive into the scripts of its pages: for each interface language its words, then the code. */

import { scriptPath, stringsFor } from "../i18n/language.ts";
import type { RenderDependencies } from "../render-dependencies.ts";
import type { AssetView } from "../views/text-files.ts";

/** `languages`: of the pages, BCP 47. Several may share one interface language. */
export function scriptViews(languages: readonly string[], dependencies: RenderDependencies): readonly AssetView[] {
  const byPath = new Map(languages.map((language) => [scriptPath(language), stringsFor(language)]));
  return [...byPath].map(([path, { language, client, number }]) => {
    const digits = Array.from({ length: 10 }, (_, digit) => number(digit)).join("");
    const words = JSON.stringify({ language, digits, separator: number(1000).slice(1, -3), words: client }).replaceAll(
      "<",
      "\\u003c",
    );
    return { path, text: () => `var afterlive=${words};\n${dependencies.script()}` };
  });
}
