/** The JSON Schemas of front matter describe each key. */
import { expect, test } from "vitest";
import { jsonSchemas } from "../../../src/archive/schema/json-schemas.ts";
import { postKeys } from "../../../src/archive/schema/keys.ts";

test("jsonSchemas describe every key with its meaning, what is expected, and an example", () => {
  const { post } = jsonSchemas() as { post: { properties: Record<string, { description?: string }> } };
  expect(Object.keys(post.properties)).toEqual([...postKeys]);
  for (const [key, { description }] of Object.entries(post.properties)) expect(description, key).toMatch(/\.$/);
  expect(post.properties.published).toMatchObject({
    description:
      "When the post was published. A post without it stands beside its neighbours. Expected: a time with a zone.",
    examples: ["2024-05-17T02:37:00+01:00"],
  });
});
