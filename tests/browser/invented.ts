/** Invented archives for the eye, written and built where a test first asks for one: each kind of page, in each language. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";
import { long, repository } from "./harness.ts";
import { writeFigures } from "./invented-figures.ts";
import { drawing, front, tones } from "./invented-files.ts";
import { writeFront } from "./invented-front.ts";
import { type Tongue, tongues } from "./tongues.ts";

/** The pages of an invented archive: `river` has everything, `log` is told in parts. */
export const kinds = {
  "front page": "index.html",
  "page about the archive": "about.html",
  "not found": "404.html",
  "live page, newest first": "river/index.html",
  "live page, oldest first": "river/oldest.html",
  "post page": "river/p-3/index.html",
  gallery: "river/gallery.html",
  "part of an event": "log/page-2.html",
  "newest part of an event": "log/index.html",
  "whole event": "log/all.html",
} as const;

/** Those that take a moment: to go through a whole event takes as long as all others together, and is left to the long suite. */
export const quick = Object.entries(kinds).filter(([name]) => long || name !== "whole event");

const tongueOf = (language: string): Tongue => tongues.find((tongue) => tongue.language === language) ?? english;
const english = tongues[0]!;
const partsOf = 221;

/** Archives that are not about languages. */
const others: Readonly<Record<string, (root: string) => Promise<void>>> = {
  figures: writeFigures,
  "one page": (root) => writeFront(root, 1, english),
  "many pages": (root) => writeFront(root, 23, english),
  "many pages, ar": (root) => writeFront(root, 23, tongueOf("ar")),
};

/** The built site of the archive in that language; `looks` is one in English with pages of several sizes. */
export async function invented(name: string): Promise<string> {
  const root = path.join(inject("inventedArchives"), name);
  const out = path.join(root, "_site");
  const failed = path.join(root, "failed");
  try {
    mkdirSync(root);
  } catch {
    // Another test file was first, in a process of its own.
    while (!existsSync(out) && !existsSync(failed)) await setTimeout(200);
    if (existsSync(failed)) throw new Error(`The archive "${name}" could not be built`);
    return out;
  }
  try {
    await writeArchive(root, name);
    const part = path.join(root, "part");
    const bin = path.join(repository, "bin/afterlive.cjs");
    await promisify(execFile)(process.execPath, [bin, "build", "--root", root, "--out", part]);
    renameSync(part, out);
    return out;
  } catch (error) {
    writeFileSync(failed, "");
    throw error;
  }
}

async function writeArchive(root: string, name: string): Promise<void> {
  mkdirSync(path.join(root, "content"));
  const other = others[name];
  if (other !== undefined) return other(root);
  const tongue = tongueOf(name);
  writeFileSync(
    path.join(root, "content/archive.md"),
    front({ title: tongue.title, language: tongue.language, rights: "CC0" }) + tongue.sentences[0],
  );
  const page = (slug: string, posts: readonly string[]) => writePage(root, slug, tongue, posts);
  await page(
    "river",
    Array.from({ length: 12 }, (_, n) => fullPost(tongue, n)),
  );
  if (name !== "looks") {
    await page(
      "log",
      Array.from({ length: partsOf }, (_, n) => shortPost(tongue, n)),
    );
    return;
  }
  await page(
    "three",
    [0, 1, 2].map((n) => shortPost(tongue, n)),
  );
  await page(
    "many",
    Array.from({ length: 1500 }, (_, n) => shortPost(tongue, n)),
  );
  await page(
    "headlines",
    Array.from({ length: 6 }, (_, n) => longPost(tongue, n)),
  );
  await page(
    "pictures",
    Array.from({ length: 8 }, (_, n) => picturePost(tongue, n)),
  );
}

async function writePage(root: string, slug: string, tongue: Tongue, posts: readonly string[]): Promise<void> {
  const folder = path.join(root, "content", slug);
  mkdirSync(path.join(folder, "media"), { recursive: true });
  const { title, language, points } = tongue;
  writeFileSync(
    path.join(folder, "page.md"),
    front({
      title,
      publisher: "Fenwick Desk",
      source: "https://example.org/river",
      zone: "Europe/London",
      language,
      eventZone: "Asia/Shanghai",
      editors: ["Jo Ferry", "Mo Lock"],
      rights: "CC0",
    }) + points.map((point) => `- ${point}\n`).join(""),
  );
  for (const [n, text] of posts.entries()) writeFileSync(path.join(folder, `p-${n}.md`), text);
  if (!posts.some((text) => text.includes("](media/"))) return;
  for (const [n, tone] of tones.entries())
    writeFileSync(path.join(folder, "media", `view-${n}.jpg`), await drawing(tone));
}

const time = (minutes: number): string =>
  `${new Date(Date.parse("2024-05-16T22:10:00Z") + minutes * 60_000).toISOString().slice(0, 19)}+01:00`;

const pick = (texts: readonly string[], n: number): string => texts[n % texts.length] ?? "";
const paragraphs = ({ sentences }: Tongue, n: number): string =>
  `${pick(sentences, n)} ${pick(sentences, n + 1)}\n\n${pick(sentences, n + 2)}\n`;
const figure = ({ picture, caption }: Tongue, n: number, file = `view-${n % tones.length}.jpg`): string =>
  `![${picture} (${n})](media/${file})\nCaption: ${caption} (${n})\nCredit: Fenwick Desk\n`;

/** `p-0` is the oldest. A post without a headline, an absent picture, a quotation, a table, a video: each stands once. */
function fullPost(tongue: Tongue, n: number): string {
  const { headlines, label, person, role, sentences } = tongue;
  const more = [
    `> ${sentences[0]}\n>\n> Person: ${person}\n> Role: ${role}\n`,
    figure(tongue, n, "gone.jpg"),
    `::: video\nCaption: ${tongue.caption}\nSource: https://example.org/video\n:::\n`,
    figure(tongue, n),
    `| ${label} | ${role} |\n| --- | ---: |\n| ${person} | 12 |\n| ${person} | 7 |\n`,
    `- ${sentences[1]}\n- ${sentences[2]}\n\n[${tongue.title}](https://example.org/a-long-address/that-goes-on/for-a-while)\n`,
    `::: embed\nAuthor: ${person}\nProvider: Ferry\nDate: 16 May 2024\nSource: https://example.org/said\n\n${sentences[3]}\n:::\n`,
    figure(tongue, n),
  ];
  return `${front({
    id: `p-${n}`,
    published: time(n * 37 + (n > 6 ? 200 : 0)),
    ...(n !== 2 && { headline: pick(headlines, n) }),
    ...(n % 4 === 1 && { label }),
    ...(n % 3 === 0 && { byline: [{ name: person, role }] }),
    ...(n % 5 === 3 && { keyEvent: true }),
    ...(n === 4 && { supports: [1] }),
    ...(n === 3 && { updated: time(n * 37 + 20), corrections: [sentences[2]] }),
    ...(n === 5 && { inferred: ["year"] }),
  })}${paragraphs(tongue, n)}\n${pick(more, n)}`;
}

const shortPost = (tongue: Tongue, n: number): string =>
  `${front({ id: `p-${n}`, published: time(n * 3), headline: `${pick(tongue.headlines, n)} (${n})`, ...(n % 60 === 7 && { keyEvent: true }) })}${pick(tongue.sentences, n)}\n`;

const longPost = (tongue: Tongue, n: number): string =>
  `${front({
    id: `p-${n}`,
    published: time(n * 12),
    headline:
      n === 4
        ? `Rhine${"schifffahrts".repeat(5)}`
        : Array.from({ length: n + 3 }, (_, k) => pick(tongue.headlines, n + k)).join(", and "),
    byline: [
      { name: tongue.person, role: tongue.role },
      { name: "Jo Ferry", role: tongue.sentences[0] },
    ],
  })}${paragraphs(tongue, n)}`;

const picturePost = (tongue: Tongue, n: number): string =>
  `${front({ id: `p-${n}`, published: time(n * 25), headline: pick(tongue.headlines, n) })}${figure(tongue, n)}\n${pick(tongue.sentences, n)}\n\n${figure(tongue, n + 1)}`;
