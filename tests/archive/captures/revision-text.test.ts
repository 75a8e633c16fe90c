/** The file of older wordings: what is put into it comes out of it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { revisionsIn, withRevision } from "../../../src/archive/captures/revision-text.ts";
import { printPost } from "../../../src/archive/write/print-post.ts";
import { post } from "../arbitraries.ts";

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const windows = (text: string): string => `\ufeff${text.replaceAll("\n", "\r\n")}`;

test("revisionsIn gives back each wording as it was, with its capture and its line", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(post, digest, fc.boolean()), { maxLength: 4 }), (posts) => {
      const texts = posts.map(([one, , crlf]) => (crlf ? windows(printPost(one)) : printPost(one)));
      const file = texts.reduce((older, text, index) => withRevision(older, text, posts[index]?.[1] ?? ""), "");
      const found = revisionsIn(file);
      expect(found.map(({ text }) => text)).toEqual(texts);
      expect(found.map(({ until }) => until)).toEqual(posts.map(([, until]) => until.slice(0, 16)));
      const lines = file.split("\n");
      for (const { line, until } of found) expect(lines[line - 2]).toBe(`<!-- until the capture ${until} -->`);
    }),
  );
});

test("revisionsIn takes no words of a post for a mark", () => {
  const mark = "<!-- until the capture 0123456789abcdef -->";
  const file = withRevision("", `---\nid: p-a\n---\n\`\`\`\n${mark}\n\`\`\`\n\n${mark}\nWords.\n`, "f".repeat(64));
  expect(revisionsIn(file)).toHaveLength(1);
  expect(revisionsIn(`Words.\n${mark}\nWords.\n`)).toEqual([]);
});
