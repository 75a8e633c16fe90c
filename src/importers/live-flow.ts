/** Live pages whose posts are no elements of their own: each begins with a time in a heading or a paragraph, and goes on until the next. */
import { parseFragment } from "parse5";
import { elementsIn, shortLineOf, type Tree } from "./html-dom.ts";
import { type Element, isElement, type Node, wordsOf } from "./html-inline.ts";
import { parseWrittenDay, parseWrittenTime } from "./written-time.ts";

const beginning = /^(?:\d{1,2}\s?[:.h]\s?\d{2}(?!\d)|\d{1,2}\s?[ap]\.?m)/i;
const starters = new Set(["h2", "h3", "h4", "h5", "h6", "p", "div", "time", "strong", "b"]);

/** How many characters at the beginning of a line are its time, with what parts it from the rest: "10.32am: ". */
export function leadingTime(line: string): number {
  if (!beginning.test(line)) return 0;
  const match =
    /^(\d{1,2}(?:\s?[:.h]\s?\d{2}(?:[:.]\d{2})?)?\s{0,20}(?:[ap]\.?m\b\.?)?(?:\s{0,20}(?:Uhr|[A-Z]{2,4})\b)?)(?:\s{0,20}(?:[:–—|•,-]\s*|(?=\s)|$))/.exec(
      line,
    ) ?? undefined;
  return match !== undefined && parseWrittenTime(match[1] ?? "") !== undefined ? match[0].length : 0;
}

export interface Flow {
  /** Characters in all posts. */
  readonly weight: number;
  /** Puts each post into an element of its own and gives these. */
  wrap(): readonly Element[];
}

/** The posts that follow each other in one element; undefined where there are fewer than three. */
export function flowPosts(page: Tree, isElsewhere: (element: Element) => boolean): Flow | undefined {
  let best: { readonly parent: Element; readonly starts: readonly number[]; readonly weight: number } | undefined;
  for (const parent of elementsIn(page)) {
    if (parent.childNodes.length < 6) continue;
    const starts = [...parent.childNodes.keys()].filter((index) => isStart(parent.childNodes[index]));
    if (starts.length < 3 || isElsewhere(parent)) continue;
    const weight = wordsOf(parent.childNodes.slice(starts[0])).replace(/\s+/g, " ").length;
    if (weight / starts.length >= 60 && weight > (best?.weight ?? 0)) best = { parent, starts, weight };
  }
  if (best === undefined) return undefined;
  const { parent, starts, weight } = best;
  return { weight, wrap: () => wrapAll(parent, starts) };
}

function isStart(node: Node | undefined): node is Element {
  if (node === undefined || !isElement(node) || !starters.has(node.tagName)) return false;
  const line = shortLineOf(node, 400);
  return line !== undefined && leadingTime(line) > 0;
}

function wrapAll(parent: Element, starts: readonly number[]): readonly Element[] {
  const nodes = [...parent.childNodes];
  const first = starts[0] ?? 0;
  const level = nodes[first];
  const posts: Element[] = [];
  const after: Node[] = nodes.slice(0, first);
  for (const [place, start] of starts.entries()) {
    const next = starts[place + 1] ?? nodes.length;
    let end = start + 1;
    while (end < next && !endsPosts(nodes[end], level)) end += 1;
    const post = parseFragment("<section></section>").childNodes[0] as Element;
    post.childNodes = nodes.slice(start, end);
    for (const child of post.childNodes) child.parentNode = post;
    post.parentNode = parent;
    posts.push(post);
    after.push(post, ...nodes.slice(end, next));
  }
  parent.childNodes = after;
  return posts;
}

/** A date, or another heading such as those of posts: what follows is none of the post. */
function endsPosts(node: Node | undefined, start: Node | undefined): boolean {
  if (node === undefined || !isElement(node)) return false;
  const heading =
    /^h[1-6]$/.test(node.tagName) && start !== undefined && isElement(start) && node.tagName <= start.tagName;
  return (
    (heading && /^h/.test((start as Element).tagName)) || parseWrittenDay(shortLineOf(node, 60) ?? "") !== undefined
  );
}
