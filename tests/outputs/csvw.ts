/** A small strict reader of CSV on the Web (W3C): checks a table against its metadata, as far as our outputs use it. */
import { parseCsv } from "./csv.ts";

interface Column {
  readonly name: string;
  readonly titles: string;
  readonly datatype: string | { readonly base: string; readonly format: string };
  readonly required?: boolean;
}

const types: Readonly<Record<string, (text: string) => boolean>> = {
  string: () => true,
  integer: (text) => /^[+-]?\d+$/.test(text),
  dateTimeStamp: (text) =>
    /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text)),
  anyURI: (text) => URL.canParse(text, "https://example.org/"),
};

/** The faults of a table; throws where its metadata is not valid. */
export function faultsOfTable(source: string, metadataText: string): readonly string[] {
  const metadata = JSON.parse(metadataText);
  if (metadata["@context"]?.[0] !== "http://www.w3.org/ns/csvw") throw new Error("no context of CSV on the Web");
  if (typeof metadata.url !== "string") throw new Error("no table is named");
  const columns: readonly Column[] = metadata.tableSchema.columns;
  const [head = [], ...rows] = parseCsv(source);
  const titles = columns.map((column) => column.titles);
  if (JSON.stringify(head) !== JSON.stringify(titles)) return [`columns are ${head.join()}, not ${titles.join()}`];
  const faults: string[] = [];
  const keys = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (row.length !== columns.length) {
      faults.push(`row ${index} has ${row.length} cells`);
      continue;
    }
    for (const [place, { name, datatype, required = false }] of columns.entries()) {
      const cell = row[place]!;
      // An empty cell is null.
      if (cell === "") {
        if (required) faults.push(`row ${index} has no ${name}`);
        continue;
      }
      const { base, format } = typeof datatype === "string" ? { base: datatype, format: ".*" } : datatype;
      const fits = types[base];
      if (fits === undefined) throw new Error(`"${base}" is no type that is known here`);
      if (!fits(cell) || !new RegExp(`^(?:${format})$`, "s").test(cell))
        faults.push(`row ${index}: ${name} is "${cell}"`);
    }
    const key = metadata.tableSchema.primaryKey;
    if (key === undefined) continue;
    const value = row[columns.findIndex(({ name }) => name === key)]!;
    if (keys.has(value)) faults.push(`row ${index} has the ${key} of another`);
    keys.add(value);
  }
  return faults;
}
