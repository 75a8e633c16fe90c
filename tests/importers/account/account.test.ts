import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ledger, unaccounted } from "../../../src/importers/account/account.ts";
import type { Account } from "../../../src/importers/account/account-span.ts";
import { losses, lossKinds, regions } from "../../../src/importers/account/losses.ts";
import type { Importer } from "../../../src/importers/contract.ts";
import { importers } from "../../../src/importers/registry.ts";
import type { Block } from "../../../src/model/block.ts";
import type { FoundPost } from "../../../src/model/live-page.ts";
import { type Case, fixtureCases } from "../cases.ts";

const [bbcText] = importers as readonly [Importer];
const read = ({ text, options }: Case) => ({ text, ...bbcText.read(text, options) });
const readings = fixtureCases.map((one) => ({ name: one.name, ...read(one) }));
const runs = process.env.AFTERLIVE_LONG ? 5000 : 200;

/** Every way to take one thing out of a post: a field, or a block, or the words of a block. */
function mutilations(post: FoundPost): FoundPost[] {
  const less: FoundPost[] = [];
  const without = (key: keyof FoundPost) => Object.fromEntries(Object.entries(post).filter(([name]) => name !== key));
  for (const key of ["headline", "label", "clock", "subheadline", "published"] as const)
    if (post[key] !== undefined) less.push(without(key) as unknown as FoundPost);
  if (post.breaking) less.push({ ...post, breaking: false });
  if (post.context.length > 0) less.push({ ...post, context: post.context.slice(1) });
  if (post.bylines.length > 0)
    less.push({ ...post, bylines: [] }, { ...post, bylines: post.bylines.map(({ name }) => ({ name })) });
  if (post.published !== undefined) {
    less.push({ ...post, published: { ...post.published, epoch: post.published.epoch + 60_000 } });
    if (!post.inferred.includes("date"))
      less.push({ ...post, published: { ...post.published, epoch: post.published.epoch + 86_400_000 } });
  }
  for (const [index, block] of post.blocks.entries())
    for (const blocks of [[], ...lessBlock(block).map((one) => [one])])
      less.push({ ...post, blocks: post.blocks.toSpliced(index, 1, ...blocks) });
  return less;
}

function lessBlock(block: Block): readonly Block[] {
  if (block.kind === "paragraph") {
    const first = block.content[0];
    if (first?.kind !== "text" || !first.text.includes(" ")) return [];
    return [
      { ...block, content: [{ kind: "text", text: first.text.replace(/ \S+$/, "") }, ...block.content.slice(1)] },
    ];
  }
  if (block.kind === "list")
    return [
      { ...block, items: block.items.slice(1) },
      { ...block, items: block.items.toReversed() },
    ].slice(0, block.items.length);
  if (block.kind === "quote") {
    const less: Block[] = [{ ...block, blocks: [] }];
    if (block.person !== undefined) less.push({ kind: "quote", blocks: block.blocks });
    return less;
  }
  if (block.kind === "embed") return [{ kind: "embed", blocks: [] }];
  if (block.kind !== "figure") return [];
  const { alt, caption, credit, ...rest } = block;
  const legend = { ...(caption && { caption }), ...(credit && { credit }) };
  const less: Block[] = alt === "" ? [] : [{ ...rest, alt: "", ...legend }];
  if (caption !== undefined) less.push({ ...rest, alt, ...(credit && { credit }) });
  if (credit !== undefined) less.push({ ...rest, alt, ...(caption && { caption }) });
  return less;
}

describe("unaccounted", () => {
  test.for(readings)("unaccounted finds nothing in $name", ({ text, account, page, posts }) => {
    expect(unaccounted(text, account, { page, posts })).toEqual([]);
  });

  test.for(readings)(
    "unaccounted misses whatever is taken out of a post of $name",
    ({ text, account, page, posts }) => {
      for (const [index, post] of posts.entries())
        for (const less of mutilations(post)) {
          const problems = unaccounted(text, account, { page, posts: posts.with(index, less) });
          expect(problems, JSON.stringify(less)).not.toEqual([]);
          expect(problems[0]).toMatchObject({ severity: "error", message: expect.stringMatching(/"/) });
          expect(problems[0]!.hint).toBeTruthy();
        }
    },
  );

  test.for(readings)(
    "unaccounted misses a post, a page's line and a swap in $name",
    ({ text, account, page, posts }) => {
      for (const index of posts.keys())
        expect(unaccounted(text, account, { page, posts: posts.toSpliced(index, 1) })).not.toEqual([]);
      for (let index = 1; index < posts.length; index += 1) {
        const [above, below] = [posts[index - 1]!, posts[index]!];
        if (JSON.stringify(above.blocks) === JSON.stringify(below.blocks)) continue;
        const swapped = posts
          .with(index - 1, { ...above, blocks: below.blocks })
          .with(index, { ...below, blocks: above.blocks });
        expect(unaccounted(text, account, { page, posts: swapped })).not.toEqual([]);
      }
      if (page.summary !== undefined && page.summary.length > 0)
        expect(unaccounted(text, account, { page: { ...page, summary: [] }, posts })).not.toEqual([]);
      if (page.editors.length > 0)
        expect(unaccounted(text, account, { page: { ...page, editors: [] }, posts })).not.toEqual([]);
    },
  );

  test("unaccounted misses any sentence, wherever it is taken out", () => {
    const long = readings.filter(({ posts }) => posts.length > 1);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (whichReading, whichPost, whichBlock) => {
        const { text, account, page, posts } = long[whichReading % long.length]!;
        const index = whichPost % posts.length;
        const post = posts[index]!;
        const paragraphs = post.blocks.flatMap((block, at) => (block.kind === "paragraph" ? [at] : []));
        fc.pre(paragraphs.length > 0);
        const less = { ...post, blocks: post.blocks.toSpliced(paragraphs[whichBlock % paragraphs.length]!, 1) };
        expect(unaccounted(text, account, { page, posts: posts.with(index, less) })).not.toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("unaccounted misses words that were invented", () => {
    for (const { text, account, page, posts } of readings) {
      const more: Block = { kind: "paragraph", content: [{ kind: "text", text: "Nobody said this" }] };
      const invented = posts.with(0, { ...posts[0]!, blocks: [...posts[0]!.blocks, more] });
      expect(unaccounted(text, account, { page, posts: invented })).not.toEqual([]);
      expect(unaccounted(text, account, { page, posts: posts.with(0, { ...posts[0]!, label: "Nobody" }) })).not.toEqual(
        [],
      );
    }
  });

  test("unaccounted says where a gap, an overlap and a wrong loss are", () => {
    const written = { page: { editors: [], panel: ["One two"] }, posts: [] };
    const one = { start: 0, end: 3, into: { page: "panel" } } as const;
    const whole: Account = [one, { start: 4, end: 7, into: { page: "panel" } }];
    expect(unaccounted("One\ntwo", whole, written)).toEqual([]);
    expect(unaccounted("One\ntwo", [one], written)[0]).toMatchObject({
      line: 2,
      column: 1,
      message: expect.stringContaining('"two"'),
    });
    expect(
      unaccounted("One\ntwo", [one, { start: 0, end: 7, into: { page: "panel" } }], written)[0]?.message,
    ).toContain("counted twice");
    const lost: Account = [one, { start: 4, end: 7, lost: "share tools" }];
    expect(unaccounted("One\ntwo", lost, written, "page.txt")[0]).toMatchObject({
      file: "page.txt",
      message: expect.stringContaining("share tools"),
    });
  });

  test("unaccounted takes a second copy only where the words stand beside it", () => {
    const written = { page: { editors: [], panel: ["One"] }, posts: [] };
    const copy: Account = [
      { start: 0, end: 3, into: { page: "panel" } },
      { start: 4, end: 7, lost: "second copy" },
    ];
    expect(unaccounted("One\nOne", copy, written)).toEqual([]);
    expect(unaccounted("One\nTwo", copy, written)).not.toEqual([]);
  });
});

describe("unaccounted and regions", () => {
  const written = { page: { editors: [], panel: [] }, posts: [] };
  const post = { post: 0, field: "body" } as const;

  test("unaccounted lets furniture of a post go that is short, and no long text", () => {
    const text = "Vote now. ".repeat(30);
    const lost = (end: number): Account => [{ start: 0, end, lost: "controls", of: post }];
    expect(unaccounted(text.slice(0, 100), lost(100), written)).toEqual([]);
    expect(unaccounted(text.slice(0, 250), lost(250), written)[0]?.message).toContain('of the kind "controls"');
  });

  test("unaccounted lets nothing of a post go as something around the page", () => {
    expect(unaccounted("Menu", [{ start: 0, end: 4, lost: "around the page" }], written)).toEqual([]);
    expect(unaccounted("Menu", [{ start: 0, end: 4, lost: "around the page", of: post }], written)).not.toEqual([]);
  });

  test("ledger tells of a region how many words it has and how its pieces begin, and of a phrase neither", () => {
    const text = "Menu Home\nMenu Home\nOther stories here\n7.";
    const around = (start: number, end: number) => ({ start, end, lost: "around the page" }) as const;
    const account: Account = [
      around(0, 9),
      around(10, 19),
      around(20, 38),
      { start: 39, end: 41, lost: "post number" },
    ];
    expect(ledger(account, text)).toEqual([
      { kind: "post number", count: 1, lines: [4] },
      {
        kind: "around the page",
        count: 3,
        lines: [1, 2, 3],
        region: { words: 7, begins: ["Menu Home", "Other stories here"], longest: "Other stories here" },
      },
    ]);
  });
});

describe("ledger", () => {
  test("ledger counts every loss by kind, in the order of the list, with its first lines", () => {
    for (const { text, account } of readings) {
      const lines = ledger(account, text);
      expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(account.filter((span) => "lost" in span).length);
      const kinds: readonly string[] = lossKinds;
      expect(lines.map(({ kind }) => kinds.indexOf(kind))).toEqual(
        lines.map(({ kind }) => kinds.indexOf(kind)).toSorted((a, b) => a - b),
      );
      for (const { count, lines: first } of lines) expect(first.length).toBe(Math.min(count, 5));
    }
  });
});

describe("losses", () => {
  test("losses explain themselves in a sentence", () => {
    for (const { why } of [...Object.values(losses), ...Object.values(regions)])
      expect(why).toMatch(/^[A-Z].{10,}[^.]$/);
  });
});
