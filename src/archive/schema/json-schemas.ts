/** The schema of each kind of front matter -> JSON Schema (draft 2020-12), for editors. */
import { mappingOf, someText } from "../../base/schema.ts";
import type { Field, FrontMatterFields } from "./field.ts";
import { aboutMeanings, archiveMeanings, pageMeanings, postMeanings } from "./meanings.ts";
import { aboutSchema, archiveSchema, nameAndRole, pageSchema, postSchema } from "./schema.ts";

const orLine = (...schemas: readonly object[]): object => ({ anyOf: [...schemas, someText().json] });

/** The field as a person may write it: a single line stands for a list of one, a line for a byline without a role. */
function jsonOf({ json, source, expected, example }: Field<unknown>, meaning = ""): object {
  const examples = [example.slice(example.indexOf(": ") + 2)];
  const shape = source === "lines" || source === "words" ? orLine(json) : json;
  return { ...shape, description: `${meaning} Expected: ${expected}.`, examples };
}

const byline = orLine({ type: "array", items: orLine(nameAndRole.json) }, nameAndRole.json);

const jsonSchema = (fields: FrontMatterFields, meanings: Readonly<Record<string, string>>): object => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  ...mappingOf(fields).json,
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      name === "byline" ? { description: meanings.byline, ...byline } : jsonOf(field, meanings[name]),
    ]),
  ),
});

export const jsonSchemas = (): Readonly<Record<"post" | "page" | "archive" | "about", object>> => ({
  post: jsonSchema(postSchema, postMeanings),
  page: jsonSchema(pageSchema, pageMeanings),
  archive: jsonSchema(archiveSchema, archiveMeanings),
  about: jsonSchema(aboutSchema, aboutMeanings),
});
