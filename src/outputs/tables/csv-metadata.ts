/** Turns the columns of a table into metadata of CSV on the Web (W3C), in a file beside the table. */
import type { BareForm, OutputForm, Publication } from "../contract.ts";
import type { Column } from "./csv.ts";

/** Its file has the standard name by which programs find it (Tabular Data Model, section 5.3). `key`: the primary key. */
export const metadataOf = (
  table: Pick<OutputForm, "file" | "of">,
  columns: readonly Column<never>[],
  key?: string,
): BareForm => ({
  name: `${table.file}, its columns`,
  file: `${table.file}-metadata.json`,
  type: "application/csvm+json",
  use: "robots",
  of: table.of,
  from: "nothing",
  print: (publication) => print(publication, table.file, columns, key),
});

function print(
  { title, language }: Publication,
  url: string,
  columns: readonly Column<never>[],
  key: string | undefined,
): string {
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url,
    "dc:title": { "@value": title, "@language": language },
    "dc:description":
      "UTF-8. A cell that a spreadsheet could take for a formula, or that begins with an apostrophe, has an apostrophe before it.",
    tableSchema: {
      columns: columns.map(({ name, type, pattern, required, description }) => ({
        name,
        titles: name,
        "dc:description": description,
        datatype: pattern === undefined ? type : { base: type, format: pattern },
        required: required || undefined,
      })),
      primaryKey: key,
    },
  };
  return `${JSON.stringify(metadata)}\n`;
}
