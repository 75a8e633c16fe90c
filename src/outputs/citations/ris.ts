/** Turns a citation into RIS, the tagged lines that reference managers read. */
import { type Citation, citedAddress, datePartsOf, onOneLine, originalBeside } from "./citation.ts";

/** One record: lines that end with CR LF, the last of them `ER`. */
export function citeRis(citation: Citation): string {
  const { key, kind, authors, title, container, publisher, date, archive, language } = citation;
  const [year, month, day] = date === undefined ? [] : datePartsOf(date);
  const two = (number = 0): string => String(number).padStart(2, "0");
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["TY", kind === "post" ? "BLOG" : "ELEC"],
    ["ID", key],
    ...authors.map((name) => ["AU", name] as const),
    ["TI", title],
    ["T2", container],
    ["PB", publisher],
    ["PY", year === undefined ? undefined : String(year).padStart(4, "0")],
    ["DA", year === undefined ? undefined : `${String(year).padStart(4, "0")}/${two(month)}/${two(day)}`],
    ["DB", archive],
    ["LA", language],
    ["UR", citedAddress(citation)],
    ["N1", date?.words],
    ["N1", originalBeside(citation)],
  ];
  const texts = lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${onOneLine(value)}\r\n`]));
  return `${texts.join("")}ER  - \r\n`;
}
