/** A strict reader of CSV (RFC 4180): rows end in CRLF, quotes are doubled, a comma or an end follows each closing quote. */

export function parseCsv(source: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < source.length) {
    const at = field.lastIndex;
    const match = field.exec(source);
    if (match === null) throw new Error(`no cell at "${source.slice(at, at + 40)}"`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) throw new Error("the last row does not end");
  return rows;
}

/** The text of a cell without the apostrophe against formulas. */
export const unguarded = (cell: string): string => cell.replace(/^'/, "");
