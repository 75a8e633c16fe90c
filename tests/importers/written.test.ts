import { describe, expect, test } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import { bbcText } from "../../src/importers/bbc-text/bbc-text.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import type { Block } from "../../src/model/block.ts";
import { fixtureCases, sharedCases } from "./cases.ts";

/** As a command reads it back from what it is about to write. */
const written = (blocks: readonly Block[]) => {
  const { blocks: read, problems } = parseBlocks(printBlocks(blocks));
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return read;
};

describe("unaccounted and Markdown", () => {
  test.for([...fixtureCases, ...sharedCases])(
    "unaccounted finds all words of $name again in the Markdown",
    ({ text, options }) => {
      const { page, posts, account } = bbcText.read(text, options);
      const again = {
        page: { ...page, ...(page.summary === undefined ? {} : { summary: written(page.summary) }) },
        posts: posts.map((post) => ({ ...post, blocks: written(post.blocks) })),
      };
      expect(unaccounted(text, account, again)).toEqual([]);
    },
  );
});
