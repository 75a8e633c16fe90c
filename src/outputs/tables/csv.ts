/** Turns rows into CSV (RFC 4180), with cells that no spreadsheet takes for formulas. */

export interface Column<Row> {
  readonly name: string;
  /** A built-in datatype of CSV on the Web (Metadata Vocabulary, section 5.11.1). */
  readonly type: "string" | "integer" | "dateTimeStamp" | "anyURI";
  /** A regular expression that each cell matches as a whole. */
  readonly pattern?: string;
  /** True where no cell is empty. */
  readonly required: boolean;
  /** What its cells hold, in English. */
  readonly description: string;
  /** The cell of a row, "" for an empty one. */
  readonly cell: (row: Row) => string;
}

export const csv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => cell(row)))].map(line).join("");

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(",")}\r\n`;

const quoted = (text: string): string => {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A spreadsheet runs a cell that begins with one of these characters as a formula; an apostrophe before it makes it text. A text
 * that begins with an apostrophe gets one too, so that a program gets each text back by removing one apostrophe.
 */
const guarded = (text: string): string =>
  /^[\s]*[=+\-@'\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
