/** `page.schema.json`: the JSON Schema of each `page.json`. No live page can have this name. */
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
