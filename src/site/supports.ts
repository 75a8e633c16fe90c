/** Finds the posts that support a point of a summary: those that name it, else the only post that shares a run of words with it. */
import { wordsIn } from "../base/words.ts";
import type { Block } from "../model/block.ts";
import { type Inline, plainInline } from "../model/inline.ts";
import type { Post } from "../model/live-page.ts";
import { firstPassage, passages } from "./text/excerpt.ts";
import { supportPrefix } from "./text/placeholders.ts";

/** Two texts that share this number of words in a row speak of the same thing. */
const run = 6;

/** The posts that support each point, oldest first. The points are the members of the summary's outermost lists. */
export function supportsOf(summary: readonly Block[], posts: readonly Post[]): readonly (readonly Post[])[] {
  const points = summary.flatMap((block) => (block.kind === "list" ? block.items : []));
  if (points.length === 0) return [];
  const said = new Map<number, Post[]>();
  for (const post of posts.toReversed())
    for (const number of post.supports ?? []) said.set(number, [...(said.get(number) ?? []), post]);
  const runs = newRun();
  for (const [index, point] of points.entries())
    if (!said.has(index + 1)) addRuns(runs, wordsIn([...passages(point)].join(" ")), index);
  const alike = new Map<number, Set<Post>>();
  if (runs.next.size > 0)
    for (const post of posts)
      for (const index of pointsIn(wordsIn(`${post.headline ?? ""}. ${firstPassage(post.blocks)}`), runs))
        alike.set(index, (alike.get(index) ?? new Set()).add(post));
  return points.map((_, index) => {
    const own = alike.get(index);
    return said.get(index + 1) ?? (own?.size === 1 ? [...own] : []);
  });
}

/** A node of a trie of runs: the words that follow, and, at the end of a run, the points that hold it. */
interface Run {
  readonly next: Map<string, Run>;
  readonly points: Set<number>;
}

const newRun = (): Run => ({ next: new Map(), points: new Set() });

/** Adds each run of words of a point. */
function addRuns(runs: Run, words: readonly string[], point: number): void {
  for (let start = 0; start + run <= words.length; start += 1) {
    let at = runs;
    for (const word of words.slice(start, start + run)) {
      const next = at.next.get(word) ?? newRun();
      at.next.set(word, next);
      at = next;
    }
    at.points.add(point);
  }
}

/** The points that share a run with a text. */
function* pointsIn(words: readonly string[], runs: Run): Generator<number> {
  for (let start = 0; start + run <= words.length; start += 1) {
    let at: Run | undefined = runs;
    for (let end = start; at !== undefined && end < start + run; end += 1) at = at.next.get(words[end] ?? "");
    if (at !== undefined) yield* at.points;
  }
}

/** The summary with links to the supporting posts behind the first text of each point. `name`: the words of a link. */
export function withSupports(
  summary: readonly Block[],
  supports: readonly (readonly Post[])[],
  name: (post: Post) => string,
): readonly Block[] {
  let number = 0;
  return summary.map((block): Block => {
    if (block.kind !== "list") return block;
    return {
      ...block,
      items: block.items.map((point) => {
        const posts = supports[number] ?? [];
        number += 1;
        return posts.length === 0
          ? point
          : withLinks(
              point,
              posts.map((post) => linkTo(post, name(post))),
            );
      }),
    };
  });
}

const linkTo = ({ id }: Post, words: string): Inline => ({
  kind: "link",
  href: `#${supportPrefix}${id}`,
  content: [{ kind: "text", text: words }],
});

function withLinks(point: readonly Block[], links: readonly Inline[]): readonly Block[] {
  const at = point.findIndex((block) => block.kind === "paragraph" && plainInline(block.content).trim() !== "");
  const spaced = links.flatMap((link): Inline[] => [{ kind: "text", text: " " }, link]);
  return point.map((block, index) =>
    index === at && block.kind === "paragraph" ? { ...block, content: [...block.content, ...spaced] } : block,
  );
}

const link = new RegExp(` ?<a href="[^"#]*#${supportPrefix}[a-z0-9-]+"[^<>]*>[^<]*</a>`, "g");
const way = new RegExp(`<a href="([^"#]*)#${supportPrefix}`, "g");

/** A printed summary with its links as streams show them, and without them. */
export const showSupports = (summaryHtml: string): string => summaryHtml.replace(way, '<a class="support" href="$1#');
export const hideSupports = (summaryHtml: string): string => summaryHtml.replace(link, "");
