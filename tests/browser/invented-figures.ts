/** An invented archive of pictures: small, tall, transparent; alone and many in a row. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { drawing, front, tones } from "./invented-files.ts";

/** Pixels. */
export const figureSizes = {
  "wide.jpg": [1600, 1067],
  "small.jpg": [240, 160],
  "tall.jpg": [900, 1800],
  "upright.jpg": [900, 1200],
} as const;

const posts = {
  small: ["small.jpg"],
  tall: ["tall.jpg"],
  clear: ["clear.png"],
  three: ["wide.jpg", "upright.jpg", "wide.jpg"],
  four: ["wide.jpg", "upright.jpg", "small.jpg", "wide.jpg"],
  five: ["wide.jpg", "upright.jpg", "tall.jpg", "gone.jpg", "wide.jpg"],
} as const;

/** Its live pages: `views` and, from the right, `mirrored`. */
export async function writeFigures(root: string): Promise<void> {
  writeFileSync(path.join(root, "content/archive.md"), front({ title: "Fenwick Views", language: "en-GB" }));
  for (const [slug, language] of [
    ["views", "en-GB"],
    ["mirrored", "ar"],
  ] as const) {
    const folder = path.join(root, "content", slug);
    const media = path.join(folder, "media");
    mkdirSync(media, { recursive: true });
    writeFileSync(
      path.join(folder, "page.md"),
      front({ title: "Views of the ferry", zone: "Europe/London", language }),
    );
    for (const [index, [name, [width, height]]] of Object.entries(figureSizes).entries())
      writeFileSync(path.join(media, name), await drawing(tones[index % tones.length]!, width, height));
    writeFileSync(path.join(media, "clear.png"), await ring());
    for (const [index, [id, files]] of Object.entries(posts).entries())
      writeFileSync(
        path.join(folder, `${id}.md`),
        `${front({ id, published: `2024-05-16T1${index}:00:00+01:00`, headline: `Views: ${id}` })}The ferry.\n\n${files
          .map((file, number) => `![The pier, ${number}](media/${file})\nCaption: The pier at noon, ${number}\n`)
          .join("\n")}\nIt left.\n`,
      );
  }
}

const ring = (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="300"><circle cx="250" cy="150" r="120" fill="none" stroke="#111" stroke-width="8"/></svg>',
    ),
  )
    .png()
    .toBuffer();
