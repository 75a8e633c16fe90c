/** Tables as CSV (RFC 4180), in cells that no spreadsheet takes for formulas. */

export interface Column<Row> {
  readonly name: string;
  /** A type of the W3C's "CSV on the Web". */
  readonly type: "string" | "integer" | "dateTimeStamp" | "anyURI";
  /** Where not any text will do: a regular expression for the whole of it. */
  readonly pattern?: string;
  /** Whether each row has it. */
  readonly required: boolean;
  /** For the reader of the table, in English. */
  readonly holds: string;
  /** "" where there is none. */
  readonly of: (row: Row) => string;
}

export const csv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ of }) => of(row)))].map(line).join("");

const line = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;

const cell = (text: string): string => {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A spreadsheet takes a cell that begins with such a character for a formula and runs it: an apostrophe before it makes it text.
 * A text that begins with an apostrophe gets one too, so that a reader who takes one away from the front of a cell has the text.
 */
const guarded = (text: string): string =>
  /^[\s]*[=+\-@'\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
