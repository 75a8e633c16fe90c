/** Sets a page in Caladea, a serif with the metrics of Cambria: the machine of a test has few faces, a reader's has a real one. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";

/** The pages allow no font from elsewhere: the context of such a page has this option. */
export const fontsAllowed: BrowserContextOptions = { bypassCSP: true };

const require = createRequire(import.meta.url);
const folder = path.dirname(require.resolve("@fontsource/caladea/package.json"));
const faceOf = (weight: number, style: "normal" | "italic"): string => {
  const bytes = readFileSync(path.join(folder, `files/caladea-latin-${weight}-${style}.woff2`));
  return `@font-face{font-family:"Real Serif";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${bytes.toString("base64")})}`;
};

/** Resolves when the page stands in the face. */
export async function setRealSerif(page: Page): Promise<void> {
  const faces = [400, 700].flatMap((weight) => [faceOf(weight, "normal"), faceOf(weight, "italic")]);
  await page.addStyleTag({ content: `${faces.join("\n")}\n:root{--serif:"Real Serif",serif}` });
  const count = await page.evaluate<number>(
    `Promise.all([...document.fonts].map((face) => face.load())).then((faces) => faces.length)`,
  );
  if (count !== faces.length) throw new Error(`The page has ${count} faces, not ${faces.length}`);
}
