import { describe, expect, test } from "vitest";
import { pageSentencesNotIn, sentencesNotIn } from "../../../src/archive/merge/not-taken-over.ts";
import type { Block } from "../../../src/model/block.ts";
import type { FoundPost } from "../../../src/model/live-page.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", content: [{ kind: "text", text }] });
const post = (headline: string, ...texts: readonly string[]): FoundPost =>
  ({ headline, inferred: [], context: [], bylines: [], blocks: texts.map(paragraph) }) as unknown as FoundPost;

describe("sentencesNotIn", () => {
  test("gives the sentences of a post whose words are nowhere in the post that stays", () => {
    const stays = post("A ferry", "The ferry left at nine. It was late.");
    const offered = post("A ferry is late", "The ferry left at nine. Nobody knows why.");
    expect(sentencesNotIn(stays, offered)).toEqual(["A ferry is late", "Nobody knows why."]);
  });

  test("takes no notice of marks, letters' case and white space, nor of where in the post the words stand", () => {
    const stays = post("A ferry", "“The ferry” left – at nine.", "It was late.");
    expect(sentencesNotIn(stays, post("IT WAS LATE", "The ferry left at\nnine"))).toEqual([]);
  });
});

describe("pageSentencesNotIn", () => {
  test("compares panels and summaries", () => {
    const summary = [paragraph("Two boats are missing.")];
    expect(pageSentencesNotIn({ panel: ["Heron 2"], summary }, { panel: ["Heron 3"], summary })).toEqual(["Heron 3"]);
  });
});
