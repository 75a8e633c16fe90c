/** From the schemas to the sets of keys that the reader and the printer of front matter ask for. */
import type { SourceForm } from "./field.ts";
import { aboutSchema, archiveSchema, pageSchema, postSchema } from "./schema.ts";

/** In the order in which they are printed. */
export const postKeys = Object.keys(postSchema);
export const pageKeys = Object.keys(pageSchema);

const fields = [postSchema, pageSchema, archiveSchema, aboutSchema].flatMap((schema) => Object.entries(schema));

const keysFrom = (source: SourceForm): ReadonlySet<string> =>
  new Set(fields.flatMap(([name, field]) => (field.source === source ? [name] : [])));

/** Their value is the rest of the line as it stands, also where YAML would read it otherwise. */
export const textKeys = keysFrom("line");

/** Lists whose members are lines of free text; a single text is a list of one. */
export const textLists = keysFrom("lines");

/** Lists of words that this program knows, on one line; a single word is a list of one. */
export const wordLists = keysFrom("words");

/** Keys that hold a number or a truth value; the scalars of all others are their source text, even `12e5` and `true`. */
export const valueKeys = keysFrom("value");

/** The keys of one byline, also lines of free text. */
export const bylineKeys: ReadonlySet<string> = new Set(["name", "role"]);

/** The keys that hold a time. */
export const moments: ReadonlySet<string> = new Set(["published", "updated", "captured"]);
