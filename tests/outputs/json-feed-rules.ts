/** The rules of JSON Feed 1.1: a schema, and checks that a schema cannot express. */
import { Ajv2020 } from "ajv/dist/2020.js";

const address = { type: "string", pattern: "^https?://" };
const line = { type: "string", pattern: "\\S" };
const language = { type: "string", pattern: "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$" };
const moment = {
  type: "string",
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$",
};
const authors = {
  type: "array",
  minItems: 1,
  items: { type: "object", properties: { name: line, url: address }, minProperties: 1, additionalProperties: false },
};

const validate = new Ajv2020({ strict: true, allErrors: true }).compile({
  type: "object",
  properties: {
    version: { const: "https://jsonfeed.org/version/1.1" },
    title: line,
    home_page_url: address,
    feed_url: address,
    language,
    authors,
    items: {
      type: "array",
      items: {
        type: "object",
        properties: {
          id: line,
          url: address,
          title: line,
          content_html: { type: "string" },
          date_published: moment,
          date_modified: moment,
          authors,
          tags: { type: "array", items: { type: "string" }, minItems: 1 },
          language,
        },
        required: ["id", "content_html"],
        additionalProperties: false,
      },
    },
  },
  required: ["version", "title", "items"],
  additionalProperties: false,
});

/** The faults of a feed. */
export function faultsOfJsonFeed(feed: unknown): readonly string[] {
  if (!validate(feed)) return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const { items } = feed as { readonly items: readonly { readonly id: string }[] };
  return new Set(items.map(({ id }) => id)).size === items.length ? [] : ["an id twice"];
}
