/** From the words about a picture to a file name: the same words give the same name, in any post. */
import { sha256 } from "../base/digest.ts";
import { isDeviceName } from "../base/portable-name.ts";
import { type Block, type Figure, isMedia, type Media } from "../model/block.ts";
import { plainInline } from "../model/inline.ts";
import { localParts, twoDigits } from "../model/instant.ts";
import type { FoundPost } from "../model/live-page.ts";

const longest = 48;

/** Makes a function that gives names such as `0358-two-leaders-at-tea.jpg`, each once. A live page needs one such function. */
export function makePictureNames(): (figure: Figure, clock: string) => string {
  const given = new Map<string, string>();
  const copies = new Map<string, number>();
  return (figure, clock) => {
    const [alt, caption, credit] = [figure.alt, plainInline(figure.caption ?? []), plainInline(figure.credit ?? [])];
    const content = sha256([alt, caption, credit].join("\n"));
    const words = wordsOf(alt) || wordsOf(caption) || content.slice(0, 8);
    const stem = clock !== "" ? `${clock}-${words}` : isDeviceName(words) ? `${words}-picture` : words;
    let name = stem;
    if (given.has(name) && given.get(name) !== content) name = `${stem}-${content.slice(0, 6)}`;
    const first = name;
    let copy = copies.get(first) ?? 1;
    while (given.has(name)) {
      copy += 1;
      name = `${first}-${copy}`;
    }
    copies.set(first, copy);
    given.set(name, content);
    return `${name}.jpg`;
  };
}

/** Letters that are not a plain letter with a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  ı: "i",
};

/** The first words in plain letters; empty if there are none. */
function wordsOf(text: string): string {
  const words = text
    .slice(0, 400)
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[łøđßæœþðı]/g, (letter) => plainLetters[letter] ?? "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (!words.some((word) => /[a-z]/.test(word))) return "";
  let name = "";
  for (const word of words) {
    const longer = name === "" ? word.slice(0, longest) : `${name}-${word}`;
    if (longer.length > longest) break;
    name = longer;
  }
  return name;
}

/** The post with a file name for each figure. */
export function namePictures(post: FoundPost, nameOf: (figure: Figure, clock: string) => string): FoundPost {
  const parts = post.published === undefined ? undefined : localParts(post.published);
  const clock = parts === undefined ? "" : twoDigits(parts.hour) + twoDigits(parts.minute);
  return { ...post, blocks: nameFigures(post.blocks, (figure) => nameOf(figure, clock)) };
}

/** The blocks with a file name for each figure, at any depth. */
export const nameFigures = (blocks: readonly Block[], nameOf: (figure: Figure) => string): readonly Block[] =>
  blocks.map((block) => {
    if (block.kind === "figure") return { ...block, file: nameOf(block) };
    if (block.kind === "list") return { ...block, items: block.items.map((item) => nameFigures(item, nameOf)) };
    const named =
      isMedia(block) && block.poster !== undefined ? { ...block, poster: nameOf(posterFigure(block)) } : block;
    return "blocks" in named && named.blocks.length > 0
      ? { ...named, blocks: nameFigures(named.blocks, nameOf) }
      : named;
  });

/** A figure with the words of a recording, to name its poster. */
const posterFigure = ({ poster = "", caption = [], source = "" }: Media): Figure => ({
  kind: "figure",
  file: poster,
  alt: `poster ${plainInline(caption) || source.replace(/^https?:\/\/[^/]*/, "").replace(/\.\w{2,4}$/, "")}`.trim(),
});
