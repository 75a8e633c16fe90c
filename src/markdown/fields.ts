/** From a passage to its field lines, such as `Caption: ...`. */
import type { Passage } from "./source.ts";

export const figureFields = ["Caption", "Credit"] as const;
export const quoteFields = ["Person", "Role"] as const;
export const mediaFields = ["Caption", "Credit", "Source", "Provider", "Author", "Date", "Poster"] as const;

/** A word and a colon at the start of a paragraph; in plain text a backslash stands before the colon. */
export const fieldStart = /^(Caption|Credit|Source|Provider|Author|Date|Poster|Person|Role):/;

export interface Fields<Name extends string> {
  readonly values: ReadonlyMap<Name, Passage>;
  /** Lines that are no field of these names, or repeat one. */
  readonly rest: readonly Passage[];
}

export function readFields<Name extends string>(passages: readonly Passage[], names: readonly Name[]): Fields<Name> {
  const values = new Map<Name, Passage>();
  const rest: Passage[] = [];
  const seen = new Set<Name>();
  for (const passage of passages) {
    const name = names.find((candidate) => passage.text.startsWith(`${candidate}:`));
    if (name === undefined || seen.has(name)) {
      rest.push(passage);
      continue;
    }
    seen.add(name);
    const text = passage.text.slice(name.length + 1).replace(/^[ \t]+/, "");
    if (text !== "") values.set(name, { text, line: passage.line });
  }
  return { values, rest };
}

/** The lines of a passage, without spaces at their ends. */
export const linesOf = (passage: Passage): readonly Passage[] =>
  passage.text.split("\n").map((text, index) => ({ text: trimSpaces(text), line: passage.line + index }));

function trimSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charAt(end - 1) === " " || text.charAt(end - 1) === "\t")) end--;
  return text.slice(0, end).replace(/^[ \t]+/, "");
}
