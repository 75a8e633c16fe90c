/** From a person's file and new values to the file with these values: only what differs is changed. */
import { parseBlocks } from "../../markdown/parse.ts";
import { printBlocks } from "../../markdown/print.ts";
import type { Block } from "../../model/block.ts";
import type { Post } from "../../model/live-page.ts";
import { canonical } from "../canonical.ts";
import { editFile } from "../front-matter/edit.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import type { Value } from "../front-matter/yaml-text.ts";
import type { PageText } from "../normalise.ts";
import type { ReadPage } from "../read/page.ts";
import type { ReadPost } from "../read/posts.ts";
import { pageKeys, postKeys } from "../schema/keys.ts";
import { pageValues } from "./print-page.ts";
import { postValues } from "./print-post.ts";

/** The post's file with the values of `next`; undefined where the file cannot be read. */
export function editPost(text: string, present: ReadPost, next: Post, imported: string): string | undefined {
  const values = changed(postValues(present.post, present.imported), postValues(next, imported), postKeys);
  const same = canonical(present.post.blocks) === canonical(next.blocks);
  return editFile(text, { values, keys: postKeys, ...(same ? {} : { body: bodyOf(next.blocks, text) }) });
}

/** The same for `page.md`. */
export function editPage(
  text: string,
  present: ReadPage,
  next: PageText,
  imported: string | undefined,
): string | undefined {
  if (present.page === undefined) return undefined;
  const values = changed(pageValues(present.page, present.imported), pageValues(next, imported), pageKeys);
  const same = canonical(present.page.summary) === canonical(next.summary);
  return editFile(text, { values, keys: pageKeys, ...(same ? {} : { body: bodyOf(next.summary, text) }) });
}

/** The new text; a person's comments in the old one stay, at its end. */
function bodyOf(blocks: readonly Block[], old: string): string {
  const { comments = [] } = parseBlocks(readFrontMatter(old, "").matter?.body ?? "");
  const text = printBlocks(blocks);
  if (comments.length === 0) return text;
  return `${text}${text === "" ? "" : "\n"}${comments.join("\n\n")}\n`;
}

function changed(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  keys: readonly string[],
): ReadonlyMap<string, Value | undefined> {
  const values = new Map<string, Value | undefined>();
  for (const key of keys) {
    if (canonical([before.get(key)]) !== canonical([after.get(key)])) values.set(key, after.get(key));
  }
  return values;
}
