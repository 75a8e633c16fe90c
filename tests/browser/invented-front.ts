/** An invented archive for its front page: live pages of three lengths, with and without pictures, one without times. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { drawing, front, tones } from "./invented-files.ts";
import type { Tongue } from "./tongues.ts";

/** The newest is long, the second short, the third between, and so on; each fifth has no picture, the last of 23 has no times either. */
export async function writeFront(root: string, count: number, tongue: Tongue): Promise<void> {
  const { title, language, sentences } = tongue;
  writeFileSync(path.join(root, "content/archive.md"), front({ title, language, rights: "CC0" }) + sentences[0]);
  for (let number = 0; number < count; number += 1) await writeEvent(root, number, tongue);
}

/** `number`: 0 is the newest. */
async function writeEvent(root: string, number: number, tongue: Tongue): Promise<void> {
  const { headlines, sentences, points, picture, caption, language } = tongue;
  const folder = path.join(root, "content", `event-${number + 1}`);
  const media = path.join(folder, "media");
  mkdirSync(media, { recursive: true });
  const length = number % 3;
  /** How many points a summary has, and of how many sentences each. */
  const [most, size] = (
    [
      [3, 2],
      [0, 0],
      [2, 1],
    ] as const
  )[length] ?? [0, 0];
  const words = (texts: readonly string[], most: number): string =>
    Array.from({ length: most }, (_, index) => texts[(number + index) % texts.length]).join(" ");
  writeFileSync(
    path.join(folder, "page.md"),
    front({
      title: words(headlines, [3, 1, 2][length] ?? 1),
      zone: "Europe/London",
      language,
      ...(number % 2 === 0 && { publisher: "Fenwick Desk" }),
    }) +
      [...points, ...sentences]
        .slice(0, most)
        .map((_, index) => `- ${words([...points, ...sentences].slice(index), size)}\n`)
        .join(""),
  );
  const hasPictures = number % 5 !== 3 && number !== 22;
  if (hasPictures) writeFileSync(path.join(media, "view.jpg"), await drawing(tones[number % tones.length] ?? tones[0]));
  // Every 53 days, from the end of 2024 backwards.
  const end = Date.parse("2024-12-20T18:00:00Z") - number * 53 * 86_400_000;
  const posts = [26, 4, 11][length] ?? 4;
  for (let post = 0; post < posts; post += 1) {
    const before = ((post * post * 37) % (posts * 41)) * 60_000;
    const published = new Date(end - before).toISOString();
    const figure = hasPictures && post === 1 ? `\n![${picture}](media/view.jpg)\nCaption: ${caption}\n` : "";
    writeFileSync(
      path.join(folder, `p-${post}.md`),
      `${front({ id: `p-${post}`, headline: headlines[post % headlines.length], ...(number < 22 && { published }) })}${sentences[post % sentences.length]}\n${figure}`,
    );
  }
}
