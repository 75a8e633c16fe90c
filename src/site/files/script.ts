/** The script of the pages in the languages that they need. */

import { scriptPath, stringsFor } from "../i18n/language.ts";
import type { RenderDependencies } from "../render-dependencies.ts";
import type { ScriptView } from "../views/text-files.ts";

/** One for each language of the interface that speaks to one of these languages. */
export function scriptViews(languages: readonly string[], press: RenderDependencies): readonly ScriptView[] {
  const byPath = new Map(languages.map((language) => [scriptPath(language), stringsFor(language)]));
  return [...byPath].map(([path, { language, client, number }]) => {
    const digits = Array.from({ length: 10 }, (_, digit) => number(digit)).join("");
    const words = JSON.stringify({ language, digits, separator: number(1000).slice(1, -3), words: client }).replaceAll(
      "<",
      "\\u003c",
    );
    return { path, text: () => `var afterlive=${words};\n${press.script()}` };
  });
}
