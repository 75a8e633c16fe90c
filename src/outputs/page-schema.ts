/** `page.schema.json`: what each `page.json` of the archive may say, as JSON Schema. No live page can have such a name. */
import type { BareForm } from "./contract.ts";
import { pageJsonSchema } from "./page-json.ts";

export const pageSchemaForm: BareForm = {
  name: "page.json, its keys",
  file: "page.schema.json",
  type: "application/schema+json",
  use: "robots",
  of: ["archive"],
  from: "nothing",
  print: () => `${JSON.stringify(pageJsonSchema)}\n`,
};
