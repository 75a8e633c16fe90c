/** A citation as BibTeX, for BibTeX and for biblatex: every text is escaped, whatever TeX would make of it. */
import { type Citation, citedAddress, datePartsOf, onOneLine, originalBeside } from "./citation.ts";

/** One entry, ending with a line end. */
export function citeBibtex(citation: Citation): string {
  const { key, authors, title, container, publisher, date, archive } = citation;
  const [year, month] = date === undefined ? [] : datePartsOf(date);
  const address = citedAddress(citation);
  const place = [container, publisher].filter((part) => part !== undefined);
  const original = originalBeside(citation);
  const fields = [
    // Two pairs of braces: a name of one piece, a title whose capitals stay.
    ...(authors.length === 0 ? [] : [`author = {${authors.map((name) => `{${tex(name)}}`).join(" and ")}}`]),
    `title = {{${tex(title)}}}`,
    ...(place.length === 0 ? [] : [`howpublished = {${place.map(tex).join(", ")}}`]),
    ...(year === undefined ? [] : [`year = {${year}}`, `month = ${months[(month ?? 1) - 1]}`]),
    ...(address === undefined ? [] : [`url = {${texAddress(address)}}`]),
    `note = {${[date?.words, archive, original].flatMap((part) => (part === undefined ? [] : [tex(part)])).join(". ")}}`,
  ];
  return `@misc{${key},\n${fields.map((field) => `  ${field},\n`).join("")}}\n`;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** BibTeX counts braces even behind a backslash, so that a brace of the text goes by its name. */
const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "`": "\\textasciigrave{}",
};

const tex = (text: string): string =>
  onOneLine(text)
    .replace(/[\\{}~^`$&#_%]/g, (character) => commands[character] ?? `\\${character}`)
    // Two of these would become one other character.
    .replace(/(?<=-)-|(?<=')'/g, "{}$&");

/** An address is read as it is; braces and backslashes would end it too soon. */
const texAddress = (address: string): string =>
  onOneLine(address).replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
