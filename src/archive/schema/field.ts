/** A key of front matter: its schema, how its value is read from the source, and its line of the author's manual. */
import { optional, type Schema } from "../../base/schema.ts";

/**
 * How the source of a value is read: `line`, the rest of the line as free text, which YAML does not read; `lines`, a list of
 * such lines; `words`, a list of known words on one line; `word`, a scalar by its source text, even `12e5` and `true`; `value`, a
 * number or a truth value. A single line or word is a list of one.
 */
export type SourceForm = "line" | "lines" | "words" | "word" | "value";

/** What the manual says of a key. */
export interface Manual {
  readonly source: SourceForm;
  /** What is expected, in words. */
  readonly expected: string;
  /** A correct line to copy. */
  readonly example: string;
}

export type Field<T> = Schema<T> & Manual;

export type FrontMatterFields = Readonly<Record<string, Field<unknown>>>;

/** A key that must be there. */
export const needed = <T>(schema: Schema<T>, source: SourceForm, expected: string, example: string): Field<T> => ({
  ...schema,
  source,
  expected,
  example,
});

/** A key that may be left out. */
export const free = <T>(
  schema: Schema<T>,
  source: SourceForm,
  expected: string,
  example: string,
): Field<T | undefined> => needed(optional(schema), source, expected, example);
