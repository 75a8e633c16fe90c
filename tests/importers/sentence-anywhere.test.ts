/** The law of the ledger: a sentence that is put anywhere inside a post is in the Markdown of that post, or the report names it. */
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from "parse5";
import { describe, expect, test } from "vitest";
import { ledger, unaccounted } from "../../src/importers/account/account.ts";
import { squeeze, writtenWords } from "../../src/importers/account/written-words.ts";
import { readForms } from "../../src/importers/read-forms.ts";
import { importerFor } from "../../src/importers/registry.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { samples } from "./samples.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
const isElement = (node: Node): node is Element => "tagName" in node;
const attributeOf = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value ?? "";

const options = { file: "page", zone: "Europe/London", year: 2024 };
const runs = process.env.AFTERLIVE_LONG ? 10_000 : 30;

/** The words of a reading, post by post, as they come back from Markdown; and all that its report names. */
function read(text: string) {
  const { reading } = readForms(text, options) ?? {};
  if (reading === undefined) return undefined;
  const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
  const words = reading.words ?? text;
  const errors = reading.problems.filter(({ severity }) => severity === "error");
  const missing = unaccounted(words, reading.account, { page: reading.page, posts });
  const written = writtenWords({ page: reading.page, posts });
  const ofPost = posts.map((_, index) =>
    [...written].flatMap(([key, found]) => (key.startsWith(`${index}/`) ? [squeeze(found)] : [])).join("\n"),
  );
  const named = ledger(reading.account, words).flatMap(({ region }) => region?.begins ?? []);
  return { refused: errors.length > 0, missing, posts: ofPost, named: named.map(squeeze) };
}

/** Where the posts of a saved page are. */
const isPost = (one: Element): boolean =>
  attributeOf(one, "data-testid") === "content-post" ||
  / (?:lx-stream-post|entry|post) /.test(` ${attributeOf(one, "class")} `) ||
  /^block-/.test(attributeOf(one, "id"));

function postsIn(tree: { childNodes: Node[] }): Element[] {
  return tree.childNodes.flatMap((node) =>
    !isElement(node) || attributeOf(node, "id") === "pinned-post" ? [] : isPost(node) ? [node] : postsIn(node),
  );
}

const elementsIn = (element: Element): Element[] => [
  element,
  ...element.childNodes.flatMap((node) => (isElement(node) ? elementsIn(node) : [])),
];

const wrappings: readonly ((sentence: string) => string)[] = [
  (sentence) => ` ${sentence} `,
  (sentence) => `<span>${sentence}</span>`,
  (sentence) => `<p>${sentence}</p>`,
  (sentence) => `<div>${sentence}</div>`,
  (sentence) => `<div class="share-tools related promo">${sentence}</div>`,
  (sentence) => `<aside><ul><li>${sentence}</li></ul></aside>`,
  (sentence) => `<strong>${sentence}</strong>`,
  (sentence) => `<button>${sentence}</button>`,
  (sentence) => `<div><template shadowrootmode="open"><p>${sentence}</p></template></div>`,
  (sentence) => `<iframe srcdoc="&lt;p&gt;${sentence}&lt;/p&gt;"></iframe>`,
];

/** Some words that stand nowhere else. */
const sentence = fc
  .array(fc.stringMatching(/^[b-df-hj-np-tv-z]{3,8}$/), { minLength: 3, maxLength: 9 })
  .chain((words) =>
    fc.constantFrom(`Q${words.join(" ")}.`, `Q${words.join(" ")} at 10:45, 7 days`, `Q${words.join(" ")}`),
  );

const htmlSamples = samples.filter(({ name, text }) => name.endsWith(".html") && postsIn(parse(text)).length > 0);
const htmlForms = [...Map.groupBy(htmlSamples, ({ text }) => importerFor(text)?.name ?? "none")];

/** The page with the sentence in it, and the place among the posts of the one that holds it. */
function putIn(text: string, where: readonly number[], html: string): { readonly text: string; readonly post: number } {
  const tree = parse(text);
  const posts = postsIn(tree);
  const post = where[0]! % posts.length;
  const holders = elementsIn(posts[post]!).filter(({ tagName }) => !["script", "style", "img", "br"].includes(tagName));
  const holder = holders[where[1]! % holders.length]!;
  const at = where[2]! % (holder.childNodes.length + 1);
  const made = parseFragment(html).childNodes;
  for (const one of made) one.parentNode = holder;
  holder.childNodes.splice(at, 0, ...made);
  return { text: serialize(tree), post };
}

describe("a sentence anywhere inside a post", () => {
  test.each(htmlForms)("is in that post's Markdown or named, in pages of the form %s", (_, pages) => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        fc.constantFrom(...wrappings),
        sentence,
        (which, where, wrap, words) => {
          const { text, post } = putIn(pages[which % pages.length]!.text, where, wrap(words));
          const found = read(text)!;
          // A date that is no date ends an import: nothing is written, and that is said.
          if (found.refused) return;
          expect(found.missing).toEqual([]);
          const holding = found.posts.flatMap((one, index) => (one.includes(squeeze(words)) ? [index] : []));
          if (found.named.some((one) => one.includes(squeeze(words)))) return;
          expect(holding, text).toContain(post);
        },
      ),
      { numRuns: runs },
    );
  });
});

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The posts of some data: the members of the first list that is called as lists of posts are. */
function postsInData(value: Json): Json[] {
  for (const name of ["results", "_items", "entries", "liveBlogUpdate", "posts", "blocks"]) {
    const found = listIn(value, name);
    if (found.length > 0) return found;
  }
  return [];
}

function listIn(value: Json, name: string): Json[] {
  if (typeof value !== "object" || value === null) return [];
  for (const [key, inner] of Object.entries(value)) {
    if (key === name && Array.isArray(inner) && inner.some((one) => typeof one === "object")) return inner;
    const found = listIn(inner, name);
    if (found.length > 0) return found;
  }
  return [];
}

/** Where the sentences of a post are: strings with blanks or tags in them. */
function proseIn(value: Json): (readonly [holder: Record<string, Json>, key: string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string"
      ? /\s|</.test(inner)
        ? [[value as Record<string, Json>, key] as const]
        : []
      : proseIn(inner),
  );
}

const dataSamples = samples.filter(
  ({ name, text }) => name.endsWith(".json") && postsInData(JSON.parse(text)).length > 0,
);

describe("a sentence in any text of a post's data", () => {
  test.each(dataSamples)("is in that post's Markdown or named, in $name", ({ text: sample }) => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...wrappings.slice(0, 8)),
        sentence,
        (which, where, wrap, words) => {
          const data = JSON.parse(sample) as Json;
          const posts = postsInData(data);
          const post = which % posts.length;
          const prose = proseIn(posts[post]!);
          fc.pre(prose.length > 0);
          const [holder, key] = prose[where % prose.length]!;
          const before = String(holder[key]);
          holder[key] = before.includes("<") ? before + wrap(words) : `${before} ${words}`;
          const found = read(JSON.stringify(data))!;
          if (found.refused) return;
          expect(found.missing).toEqual([]);
          if (found.named.some((one) => one.includes(squeeze(words)))) return;
          expect(
            found.posts.filter((one) => one.includes(squeeze(words))),
            JSON.stringify(data),
          ).toHaveLength(1);
        },
      ),
      { numRuns: runs },
    );
  });
});

const textSamples = samples.filter(({ name }) => name.endsWith(".txt"));

describe("a sentence on a line of its own in a post's text", () => {
  test("is in the Markdown of a post", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), sentence, (which, where, words) => {
        const { text: sample } = textSamples[which % textSamples.length]!;
        const lines = sample.split("\n");
        const first = lines.findIndex((line) => /^ {2}\d+\. /.test(line));
        const inPosts = [...lines.keys()].filter((index) => index > first + 1 && /^ {4}\S/.test(lines[index]!));
        fc.pre(first !== -1 && inPosts.length > 0);
        const at = inPosts[where % inPosts.length]! + 1;
        const text = [...lines.slice(0, at), "", `    ${words}`, "", ...lines.slice(at)].join("\n");
        const found = read(text)!;
        if (found.refused) return;
        expect(found.missing).toEqual([]);
        expect(
          found.posts.filter((one) => one.includes(squeeze(words))),
          text,
        ).toHaveLength(1);
      }),
      { numRuns: runs },
    );
  });
});
