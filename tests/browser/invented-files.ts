/** What the files of invented archives are written with: front matter, drawings of a place that is nowhere. */
import sharp from "sharp";

export const front = (values: Readonly<Record<string, unknown>>): string =>
  `---\n${Object.entries(values)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join("")}---\n`;

/** The colours of sky and water. */
export const tones = [
  ["#8d99ab", "#4c5a70"],
  ["#c9b79c", "#6e5f4c"],
  ["#a7b8a8", "#3f5846"],
] as const;

/** A house at the water, as JPEG. */
export const drawing = ([sky, water]: (typeof tones)[number], width = 960, height = 640): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 960 640" preserveAspectRatio="none"><rect width="960" height="640" fill="${sky}"/><path d="M0 420h960v220H0z" fill="${water}"/><path d="M560 420V240l90-70 90 70v180z" fill="#2a2f38"/></svg>`,
    ),
  )
    .jpeg()
    .toBuffer();
