import { expect, test } from "vitest";
import { parsePost } from "../../../src/archive/read/parse-post.ts";
import { editPost } from "../../../src/archive/write/edit-post.ts";

test("a person's comments stay in a post whose text an import changes", () => {
  const text = "---\nid: a\n---\nOne.\n\n<!-- ask Ida -->\n\nTwo <!-- or three? -->.\n";
  const { post } = parsePost(text, "a.md", "UTC");
  const next = { ...post!, blocks: parsePost("---\nid: a\n---\nFour.\n", "a.md", "UTC").post!.blocks };
  const edited = editPost(text, { post: post!, file: "a.md" }, next, "sha256-3f9c1a5207d4e8b1");
  expect(edited).toContain("---\nFour.\n\n<!-- ask Ida -->\n\n<!-- or three? -->\n");
});
