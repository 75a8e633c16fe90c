/** Puts a sentence into every text of some data, one after the other: it must be written, or be named. */
import { expect } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import type { Importer, ReadOptions } from "../../src/importers/contract.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";

type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

const sentence = "Nobody expected seven grey herons";
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** All copies of the data in which one text is longer by the sentence, with the path of that text. */
export function* withSentence(data: Data, path = ""): Generator<readonly [path: string, data: Data]> {
  if (typeof data === "string") {
    yield [path, /^</.test(data) ? data.replace(/(<\/\w+>)?$/, ` ${sentence}.$1`) : `${data} ${sentence}.`];
    yield [path, `${sentence}.`];
  } else if (Array.isArray(data)) {
    for (const [index, inner] of data.entries())
      for (const [where, changed] of withSentence(inner as Data, `${path}.${index}`))
        yield [where, data.with(index, changed)];
  } else if (typeof data === "object" && data !== null) {
    for (const [key, inner] of Object.entries(data))
      for (const [where, changed] of withSentence(inner, `${path}.${key}`)) yield [where, { ...data, [key]: changed }];
  }
}

/** Fails for a text of the data in which the sentence is lost unsaid. */
export function expectSaidOrKept(importer: Importer, text: string, options: ReadOptions, path: string): void {
  const reading = importer.read(text, options);
  const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
  expect(unaccounted(reading.words ?? text, reading.account, { page: reading.page, posts }), path).toEqual([]);
  const written = JSON.stringify([reading.page, posts.map(({ source: _, ...post }) => post)]);
  const told = reading.problems.map(({ message }) => message).join("\n");
  // A warning names a field with its beginning, which an address may fill for the greater part.
  const isSaid = letters(written).includes(letters(sentence)) || letters(told).includes(letters("Nobody expected"));
  expect(isSaid ? "" : `${path} of ${text.slice(0, 1000)}\n${told}`).toBe("");
}
