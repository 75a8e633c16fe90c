/** From a post's text and a picture to the same text with the figure at its end: no other byte and no line end changes. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeviceName } from "../../base/portable-name.ts";
import type { Change } from "../../base/transaction/transaction.ts";
import { withoutEnd } from "../../base/without-end.ts";
import { parseBlocks } from "../../markdown/parse.ts";
import { printBlocks } from "../../markdown/print.ts";
import type { Figure } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import type { Post } from "../../model/live-page.ts";
import { fileProblem, Refusal } from "../../model/problem.ts";
import { canonical } from "../canonical.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { lineOf } from "../normalise.ts";
import { readText } from "../read/files.ts";
import { picturesIn } from "../read/media.ts";
import { mediaKeys, pictureKey, pictureStem } from "../read/media-names.ts";
import { type ReadPage, readPage } from "../read/page.ts";
import { parsePost } from "../read/parse-post.ts";
import { latinWords } from "../slug.ts";
import type { PostPlace } from "./find-post.ts";

export interface NewFigure {
  readonly bytes: Uint8Array;
  /** The name that the file has where it comes from, without its folder. */
  readonly name: string;
  /** As its bytes are: "jpg". */
  readonly extension: string;
  readonly alt: string | undefined;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}

export interface PlannedFigure {
  readonly changes: readonly Change[];
  /** The picture's file, in the archive. */
  readonly media: string;
  /** True where the post named this picture already, and nothing in it changes. */
  readonly wasNamed: boolean;
}

/** Throws a Refusal for a post that cannot be read, and for one whose last block would take the figure in. */
export function addFigure(root: string, { slug, file }: PostPlace, figure: NewFigure): PlannedFigure {
  const page = readPage(root, slug);
  const read = readText(root, file);
  if ("problem" in read) throw new Refusal([read.problem]);
  const { post, problems } = parsePost(read.text, file, page.page?.zone ?? "UTC");
  if (post === undefined) throw new Refusal(problems.filter(({ severity }) => severity === "error"));
  const stem = stemFor(figure.name);
  const present = mediaKeys(root, slug);
  const same = sameFile(root, slug, `${stem}.${figure.extension}`, figure.bytes);
  // A post that came without its pictures names them all the same; and a command may be given twice.
  const isFree = same !== undefined || !present.has(stem);
  const wasNamed = isFree && picturesIn(post.blocks).some((one) => pictureKey(one) === stem);
  const name = wasNamed ? `${stem}.${figure.extension}` : (same ?? freeName(root, page, stem, figure));
  const media = `content/${slug}/media/${name}`;
  const copy: Change = { path: media, bytes: figure.bytes };
  if (wasNamed) return { changes: [copy], media, wasNamed };
  const text = withFigure(read.text, file, post, page.page?.zone ?? "UTC", figureOf(figure, name));
  return { changes: [copy, { path: file, bytes: text }], media, wasNamed };
}

const figureOf = ({ alt, caption, credit }: NewFigure, file: string): Figure => ({
  kind: "figure",
  file,
  alt: lineOf(alt) ?? "",
  ...inlineOf("caption", caption),
  ...inlineOf("credit", credit),
});

function inlineOf(
  key: "caption" | "credit",
  text: string | undefined,
): { readonly [K in typeof key]?: readonly Inline[] } {
  const line = lineOf(text);
  return line === undefined ? {} : { [key]: [{ kind: "text", text: line }] };
}

/** The first words of a name in a-z and 0-9: `IMG_1234.JPG` gives `img-1234`. */
function stemFor(name: string): string {
  const stem = latinWords(pictureStem(name)).join("-").slice(0, 60);
  const trimmed = withoutEnd(stem, /-/);
  return trimmed === "" || isDeviceName(trimmed) ? `picture${trimmed === "" ? "" : `-${trimmed}`}` : trimmed;
}

const mediaNames = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** The name, where a picture has it and is the same to the byte. */
function sameFile(root: string, slug: string, name: string, bytes: Uint8Array): string | undefined {
  const folder = join(root, "content", slug, "media");
  const isThere = mediaNames(folder).includes(name);
  return isThere && Buffer.compare(readFileSync(join(folder, name)), bytes) === 0 ? name : undefined;
}

/** A name that no other picture has or will have. */
function freeName(root: string, page: ReadPage, stem: string, { extension }: NewFigure): string {
  const names = mediaNames(join(root, "content", page.slug, "media"));
  const blocks = [page.page?.summary ?? [], ...page.posts.map(({ post }) => post.blocks)];
  const taken = new Set([...names, ...blocks.flatMap(picturesIn)].map((name) => pictureKey(name)));
  let free = stem;
  for (let count = 2; taken.has(free); count += 1) free = `${stem}-${count}`;
  return `${free}.${extension}`;
}

function withFigure(text: string, file: string, post: Post, zone: string, figure: Figure): string {
  const { matter } = readFrontMatter(text, file);
  const newline = matter?.newline ?? "\n";
  const isEmpty = text.slice(matter?.bodyStart ?? 0).trim() === "";
  const figureText = printBlocks([figure]).trimEnd().replaceAll("\n", newline);
  const ends = text.endsWith("\n");
  const gap = isEmpty ? (ends ? "" : newline) : /\n[ \t]*\r?\n$/.test(text) ? "" : ends ? newline : newline + newline;
  const next = `${text}${gap}${figureText}${ends || isEmpty ? newline : ""}`;
  const expected = [...post.blocks, ...parseBlocks(figureText.replaceAll("\r\n", "\n")).blocks];
  if (canonical(parsePost(next, file, zone).post?.blocks) === canonical(expected)) return next;
  const message = "Cannot add a figure at the end of this post: its last block would take it in";
  throw new Refusal([
    fileProblem(file, message, "Close the last block, such as with a line ::: or ```, and run the command again"),
  ]);
}
