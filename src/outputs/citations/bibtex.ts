/** Turns a citation into an `@misc` of BibTeX, which biblatex reads too, with all texts escaped for TeX. */
import { type Citation, citedAddress, datePartsOf, onOneLine, originalBeside } from "./citation.ts";

/** Ends with a line end. */
export function citeBibtex(citation: Citation): string {
  const { key, authors, title, container, publisher, date, archive } = citation;
  const [year, month] = date === undefined ? [] : datePartsOf(date);
  const address = citedAddress(citation);
  const place = [container, publisher].filter((part) => part !== undefined);
  const original = originalBeside(citation);
  const fields = [
    // Double braces keep a name in one piece, and the capitals of a title.
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

/** BibTeX counts braces even behind a backslash, so that a brace in a text is written as a command. */
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
    // TeX makes one character of two of these.
    .replace(/(?<=-)-|(?<=')'/g, "{}$&");

/** TeX reads an address unescaped; braces and backslashes would end it. */
const texAddress = (address: string): string =>
  onOneLine(address).replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
