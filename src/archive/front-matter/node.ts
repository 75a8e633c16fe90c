/** A value of front matter with its place in the file's text. Knows neither YAML nor what the keys mean. */

export type Scalar = string | number | boolean | null;

export interface Node {
  readonly value: Scalar | readonly Node[] | ReadonlyMap<string, Pair>;
  /** Offsets into the file's text; equal where the value is missing. */
  readonly start: number;
  readonly end: number;
}

export interface Pair {
  /** Offset of the key's first character. */
  readonly start: number;
  readonly value: Node;
}

export const isList = (value: Node["value"]): value is readonly Node[] => Array.isArray(value);
export const isMapping = (value: Node["value"]): value is ReadonlyMap<string, Pair> => value instanceof Map;

/** Line and column of an offset, both from 1; a line ends with LF. A byte order mark has no column. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let begin = text.startsWith("\uFEFF") ? 1 : 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    begin = at + 1;
  }
  return { line, column: Math.max(1, offset - begin + 1) };
}
