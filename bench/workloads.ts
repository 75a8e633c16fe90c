/** What the benchmark measures: each a name, and work that is made ready once and then done again and again. */
import { createHash } from "node:crypto";
import { importerFor } from "../src/importers/registry.ts";
import { parseBlocks } from "../src/markdown/parse.ts";
import { printBlocks } from "../src/markdown/print.ts";
import type { Block } from "../src/model/block.ts";
import { pageText, type TextPost } from "../tests/e2e/page-text.ts";
import { numbers, sentence } from "./corpus.ts";

export interface Workload {
  readonly name: string;
  /**
   * Makes the work ready, untimed. What it returns is done once a run; what that returns (or resolves to) keeps it from being
   * thrown away. `scratch` is an empty folder for this process alone.
   */
  prepare(scratch: string): () => unknown;
}

/** Posts a minute apart and back in time from noon on 17 May 2024, newest first, of about 80 words each. */
export function inventedPosts(count: number): readonly TextPost[] {
  const next = numbers(7);
  const newest = Date.UTC(2024, 4, 17, 12);
  const months = ["January", "February", "March", "April", "May"];
  return Array.from({ length: count }, (_, index) => {
    const time = new Date(newest - index * 60_000);
    const clock = time.toISOString().slice(11, 16);
    return {
      headline: sentence(next).slice(0, 60).trim(),
      stamp: `${clock} Greenwich Mean Time ${time.getUTCDate()} ${months[time.getUTCMonth()]}`,
      paragraphs: Array.from({ length: 3 }, () => `${sentence(next)} ${sentence(next)}`),
    };
  });
}

/** Fixed work that has nothing to do with afterlive: text, a map, sorting, hashing. Everything else is told as a ratio to it. */
function reference(): unknown {
  const next = numbers(1);
  const counts = new Map<string, number>();
  for (let turn = 0; turn < 120_000; turn += 1) {
    const text = sentence(next);
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash("sha256");
  for (let turn = 0; turn < 500; turn += 1) hash.update(JSON.stringify(sorted));
  return hash.digest("hex");
}

function bodies(count: number): readonly string[] {
  return inventedPosts(count).map(({ paragraphs }) => {
    const [first = "", ...rest] = paragraphs;
    return `${first.replace(/(\w+) (\w+)/, "**$1** [$2](https://example.org/)")}\n\n${rest.map((text) => `- ${text}`).join("\n")}\n`;
  });
}

export const workloads: readonly Workload[] = [
  { name: "reference", prepare: () => reference },
  {
    name: "read the text of 50,000 posts",
    prepare() {
      const text = pageText(inventedPosts(50_000));
      return () => {
        const reading = importerFor(text)?.read(text, { file: "page.txt", year: 2024, zone: "Europe/London" });
        if (reading?.posts.length !== 50_000)
          throw new Error(`Cannot measure: ${reading?.posts.length} posts were read`);
        return reading;
      };
    },
  },
  {
    name: "parse the Markdown of 10,000 posts",
    prepare() {
      const texts = bodies(10_000);
      return () => texts.map((text) => parseBlocks(text));
    },
  },
  {
    name: "print the Markdown of 10,000 posts",
    prepare() {
      const parsed: readonly (readonly Block[])[] = bodies(10_000).map((text) => parseBlocks(text).blocks);
      return () => parsed.map((blocks) => printBlocks(blocks));
    },
  },
];
