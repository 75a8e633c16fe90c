/** From a key of a file's front matter, or from words of its text, to their line and column, for problems that are found later. */
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { placeAt } from "../front-matter/node.ts";
import { readText } from "./files.ts";

export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The value of a key; the first line of front matter where the file lacks the key. `source`: the value as it is written. */
export function placeOfKey(root: string, file: string, key: string): FilePlace & { readonly source: string } {
  const text = textOf(root, file);
  const { matter } = readFrontMatter(text, file);
  const node = matter?.pairs.get(key)?.value;
  const place = placeAt(text, node?.start ?? matter?.start ?? 0);
  return { file, ...place, source: node === undefined ? "" : text.slice(node.start, node.end) };
}

/** The first place of some words below the front matter; the first line of the file where they are not found. */
export function placeOfWords(root: string, file: string, words: string): FilePlace {
  const text = textOf(root, file);
  const found = text.indexOf(words, readFrontMatter(text, file).matter?.bodyStart ?? 0);
  return { file, ...placeAt(text, Math.max(found, 0)) };
}

function textOf(root: string, file: string): string {
  const read = readText(root, file);
  return "text" in read ? read.text : "";
}
