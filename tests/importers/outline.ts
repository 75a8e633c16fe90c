/** A reading as short lines, so that a test can say in one glance what became of a page. */
import { unaccounted } from "../../src/importers/account/account.ts";
import { bbcText } from "../../src/importers/bbc-text/bbc-text.ts";
import type { Reading, ReadOptions } from "../../src/importers/contract.ts";
import { type Block, isMedia } from "../../src/model/block.ts";
import { type Inline, plainInline } from "../../src/model/inline.ts";
import { parseInstant, printInstant } from "../../src/model/instant.ts";
import type { FoundPost } from "../../src/model/live-page.ts";

export const captured = (time: string) => parseInstant(time, "Europe/London")!;

/** Reads a page that must be accounted for; `text` may begin with a line end. */
export function read(text: string, options: Partial<ReadOptions> = {}): Reading {
  const reading = bbcText.read(text, { file: "page.txt", zone: "Europe/London", ...options });
  const missed = unaccounted(text, reading.account, reading);
  if (missed.length > 0) throw new Error(missed.map(({ message }) => message).join("\n"));
  return reading;
}

export const outline = (text: string, options: Partial<ReadOptions> = {}): string[][] =>
  read(text, options).posts.map((post) => [...headLines(post), ...post.blocks.flatMap((block) => blockLines(block))]);

/** The outline of the body of one post that holds these lines, each put where the body of a post stands. */
export function body(...lines: string[]): string[] {
  const inset = lines.flatMap((line) => line.split("\n")).map((line) => (line === "" ? "" : `    ${line}`));
  const page = [
    "  1. Headpublished at 10:00 Greenwich Mean Time 5 January 2024",
    "",
    ...inset,
    "",
    "    End.",
    "",
  ].join("\n");
  const [post] = outline(page);
  if (post?.at(-1) !== "End.") throw new Error(`The end of the post is gone: ${JSON.stringify(post)}`);
  return post.slice(1, -1);
}

function headLines(post: FoundPost): string[] {
  const time =
    post.published === undefined
      ? (post.clock ?? "-")
      : printInstant(post.published).replace("T", " ").replace(":00+", "+");
  const breaking = post.breaking ? " BREAKING" : "";
  const label = post.label === undefined ? "" : ` [${post.label}]`;
  const sub = post.subheadline === undefined ? [] : [`sub: ${post.subheadline}`];
  const context = post.context.map((line) => `context: ${line}`);
  const bylines = post.bylines.map(({ name, role }) => `by: ${name} / ${role ?? "-"}`);
  return [`${time}${breaking}${label} ${post.headline ?? "(untitled)"}`, ...sub, ...context, ...bylines];
}

const plain = (content: readonly Inline[] | undefined) => plainInline(content ?? []).replaceAll("\n", " | ");

function blockLines(block: Block): string[] {
  if (isMedia(block)) {
    const whose = [block.provider, block.author].filter(Boolean).join(", ");
    return [`${block.kind}: ${whose}${plain(block.caption)}`, ...inner(block.blocks)];
  }
  switch (block.kind) {
    case "paragraph":
      return [plain(block.content)];
    case "list":
      return block.items.flatMap((blocks, index) => {
        const [first = "", ...more] = blocks.flatMap(blockLines);
        return [
          `${block.start === undefined ? "-" : `${block.start + index}.`} ${first}`,
          ...more.map((line) => `  ${line}`),
        ];
      });
    case "quote":
      return [`quote by ${plain(block.person) || "-"} / ${plain(block.role) || "-"}`, ...inner(block.blocks)];
    case "figure":
      return [`figure: ${block.alt || "-"} / ${plain(block.caption) || "-"} / ${plain(block.credit) || "-"}`];
    default:
      return [block.kind];
  }
}

const inner = (blocks: readonly Block[]) => blocks.flatMap(blockLines).map((line) => `  ${line}`);
