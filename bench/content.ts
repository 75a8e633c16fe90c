/** A corpus as afterlive's content: what an importer or a person would have written into `content/`. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Corpus, CorpusBlock, CorpusPage, CorpusPost, CorpusWords } from "./corpus.ts";

/** From the archive's root. */
export const postFile = (page: CorpusPage, post: CorpusPost): string => `content/${page.slug}/${post.slug}.md`;

/** A post's id has at most 60 characters; the number with which a slug begins keeps it unique all the same. */
export const idOf = ({ slug }: CorpusPost): string => slug.slice(0, 60).replace(/-+$/, "");

export interface ContentFile {
  /** From the archive's root. */
  readonly path: string;
  readonly text: string;
}

/** One file after the other, since a large corpus fills the memory as it is. */
export function* contentFiles({ site, live }: Corpus): Generator<ContentFile> {
  const about = [`title: ${quoted(site.title)}`, `language: ${site.lang}`, `url: ${site.url}/`];
  yield { path: "content/archive.md", text: file(about, site.description) };
  for (const page of live) {
    yield { path: `content/${page.slug}/page.md`, text: pageText(page, site.lang) };
    for (const post of page.posts) yield { path: postFile(page, post), text: postText(post) };
  }
}

export function writeContent(corpus: Corpus, root: string): void {
  for (const page of corpus.live) mkdirSync(path.join(root, "content", page.slug), { recursive: true });
  for (const { path: name, text } of contentFiles(corpus)) writeFileSync(path.join(root, name), text);
}

/** A JSON string is a quoted string of YAML. */
export const quoted = (text: string): string => JSON.stringify(text);

export const file = (matter: readonly string[], body: string): string => `---\n${matter.join("\n")}\n---\n${body}\n`;

/** `panel` holds the lines above a summary: here the standfirst. */
const pageText = ({ title, standfirst, summary }: CorpusPage, language: string): string =>
  file(
    [`title: ${quoted(title)}`, "zone: Europe/London", `language: ${language}`, `panel: ${quoted(standfirst)}`],
    summary.map((point) => `- ${point}`).join("\n"),
  );

function postText(post: CorpusPost): string {
  const { headline, at, label, byline, image, blocks } = post;
  const id = idOf(post);
  const matter = [
    `id: ${id}`,
    `published: ${londonTime(at)}`,
    `headline: ${quoted(headline)}`,
    ...(label === undefined ? [] : [`label: ${quoted(label)}`]),
    // The peers' addresses are longer than an id may be; of what templates see, only `context` can carry the rest.
    ...(id === post.slug ? [] : [`context: ${post.slug}`]),
    ...(byline === undefined
      ? []
      : ["byline:", `  - name: ${quoted(byline.name)}`, `    role: ${quoted(byline.role)}`]),
  ];
  const figure =
    image === undefined
      ? []
      : [`![${image.alt}](media/${path.basename(image.src)})\nCaption: ${image.caption}\nCredit: ${image.credit}`];
  return file(matter, [...figure, ...blocks.map(blockText)].join("\n\n"));
}

export function blockText(block: CorpusBlock): string {
  if (block.t === "ul") return block.items.map((point) => `- ${wordsText(point)}`).join("\n");
  return `${block.t === "q" ? "> " : ""}${wordsText(block.x)}`;
}

const wordsText = (words: readonly CorpusWords[]): string =>
  words
    .map((word) => {
      if (typeof word === "string") return word;
      if ("a" in word) return `[${word.a}](${word.href})`;
      return "b" in word ? `**${word.b}**` : `*${word.i}*`;
    })
    .join("");

const london = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short", timeStyle: "medium" });

/** `2024-05-17T02:37:00+01:00` */
export function londonTime(at: number): string {
  const local = london.format(at).replace(" ", "T");
  return `${local}+0${(Date.parse(`${local}Z`) - at) / 3_600_000}:00`;
}
