/** From what was written to its words, place by place in reading order, to compare with the account. White space does not count. */
import type { Block, Figure, Media } from "../../model/block.ts";
import { isMedia } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";

/** The page and the posts that were read back from the Markdown; the posts have the order of the reading. */
export interface WrittenReading {
  readonly page: FoundPage;
  readonly posts: readonly FoundPost[];
}

/** The text without white space. */
export const squeeze = (text: string): string => text.replace(/\s+/g, "");

const otherSpaces: ReadonlySet<number> = new Set(
  Array.from("\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", (space) => space.charCodeAt(0)),
);

/** True for the code of a character that `\s` matches in a pattern. */
export const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (code >= 0xa0 && ((code >= 0x2000 && code <= 0x200a) || otherSpaces.has(code)));

/** The key (see `placeKey`) and the words of each place that has words. */
export type WrittenWords = ReadonlyMap<string, string>;

export function writtenWords({ page, posts }: WrittenReading): WrittenWords {
  const words = new Map<string, string>();
  const put = (key: string, text: string): void => {
    if (/\S/.test(text)) words.set(key, (words.get(key) ?? "") + text);
  };
  put("page/title", page.title ?? "");
  put("page/panel", page.panel.join(""));
  put("page/editors", page.editors.join(""));
  putBlocks(page.summary ?? [], (part, text) => put(`page/${part === "body" ? "summary" : part}`, text));
  for (const [index, post] of posts.entries()) putPost(post, (field, text) => put(`${index}/${field}`, text));
  return words;
}

function putPost(post: FoundPost, put: (field: string, text: string) => void): void {
  put("headline", post.headline ?? "");
  put("label", post.label ?? "");
  put("clock", post.clock ?? "");
  put("breaking", post.breaking ? "breaking" : "");
  put("subheadline", post.subheadline ?? "");
  put("context", post.context.join(""));
  put("correction", (post.corrections ?? []).join(""));
  for (const { name, role } of post.bylines) put("byline", name + (role ?? ""));
  putBlocks(post.blocks, put);
}

type Part = "body" | "caption" | "credit" | "author" | "provider";
type Put = (part: Part, text: string) => void;

function putBlocks(blocks: readonly Block[], put: Put): void {
  for (const block of blocks) putBlock(block, put);
}

function putBlock(block: Block, put: Put): void {
  const inline = (content: readonly Inline[] | undefined): void => put("body", plainInline(content ?? []));
  if (isMedia(block)) putMedia(block, put);
  else if (block.kind === "paragraph" || block.kind === "heading") inline(block.content);
  else if (block.kind === "list") for (const one of block.items) putBlocks(one, put);
  else if (block.kind === "quote") {
    putBlocks(block.blocks, put);
    inline(block.person);
    inline(block.role);
  } else if (block.kind === "figure") {
    put("body", block.alt);
    putLegend(block, put);
  } else if (block.kind === "table") for (const row of [block.head, ...block.rows]) row.forEach(inline);
  else if (block.kind === "code") put("body", block.text);
}

function putLegend(block: Figure | Media, put: Put): void {
  put("caption", plainInline(block.caption ?? []));
  put("credit", plainInline(block.credit ?? []));
}

function putMedia(media: Media, put: Put): void {
  put("provider", media.provider ?? "");
  put("author", media.author ?? "");
  putLegend(media, put);
  putBlocks(media.blocks, put);
}
