/** The looks that are kept as pictures: which, how one is taken, and how two are compared. */
import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { fromDisk } from "./harness.ts";
import { invented } from "./invented.ts";
import { fontsAllowed, setRealSerif } from "./real-serif.ts";
import { withPage } from "./sample.ts";

export interface Look {
  readonly name: string;
  /** An invented archive. */
  readonly archive: string;
  readonly file: string;
  readonly width: number;
  readonly dark?: boolean;
  /** Set in a serif that readers have, instead of what the machine has. */
  readonly realSerif?: boolean;
}

const wide = (archive: string, name: string, file: string, widths: readonly number[], dark = false): readonly Look[] =>
  widths.map((width) => ({ name: `${name}-${width}${dark ? "-dark" : ""}`, archive, file, width, dark }));

const inRealSerif = (looks: readonly Look[]): readonly Look[] =>
  looks.map((look) => ({ ...look, name: `${look.name}-serif`, realSerif: true }));

export const looks: readonly Look[] = [
  ...wide("looks", "live", "river/index.html", [360, 768, 1280, 1920]),
  ...wide("looks", "live", "river/index.html", [360, 1280], true),
  ...wide("ar", "live-arabic", "river/index.html", [360, 768, 1280]),
  ...wide("ar", "live-arabic", "river/index.html", [1280], true),
  ...wide("fa", "live-persian", "river/index.html", [360, 1280]),
  ...wide("zh-CN", "live-chinese", "river/index.html", [1280]),
  ...wide("en-GB", "long-event", "log/index.html", [360, 1280]),
  ...wide("looks", "search", "river/index.html?q=water", [360, 1280]),
  ...wide("looks", "three-posts", "three/index.html", [360, 1280]),
  ...wide("looks", "many-posts", "many/all.html", [360, 1280, 1920]),
  ...wide("looks", "long-headlines", "headlines/index.html", [360, 1280]),
  ...wide("looks", "many-pictures", "pictures/index.html#p-5", [360, 1280]),
  ...wide("looks", "as-of", "river/index.html#at=2024-05-17T01:00+01:00", [360, 768, 1280]),
  ...wide("ar", "as-of-arabic", "river/index.html#at=2024-05-17T01:00+01:00", [1280], true),
  ...wide("looks", "post", "river/p-3/index.html", [360, 768, 1280]),
  ...wide("looks", "post", "river/p-3/index.html", [1280], true),
  ...wide("ar", "post-arabic", "river/p-3/index.html", [1280]),
  ...wide("looks", "gallery", "pictures/gallery.html", [360, 1280]),
  ...wide("looks", "picture", "pictures/gallery.html#picture_p-6_1", [1280], true),
  ...wide("looks", "front", "index.html", [360, 1280, 1920]),
  ...wide("looks", "front", "index.html", [1280], true),
  ...wide("ar", "front-arabic", "index.html", [1280]),
  ...wide("many pages", "many-pages", "index.html", [360, 768, 1280, 1920]),
  ...wide("many pages", "many-pages", "index.html", [1280], true),
  ...wide("many pages, ar", "many-pages-arabic", "index.html", [360, 1280]),
  ...wide("one page", "one-page", "index.html", [360, 1280]),
  ...wide("figures", "figures", "views/index.html#five", [360, 1280]),
  ...wide("figures", "figures", "mirrored/index.html#tall", [768], true),
  ...wide("looks", "not-found", "404.html", [1280]),
  ...inRealSerif([
    ...wide("looks", "live", "river/index.html", [360, 1280]),
    ...wide("looks", "long-headlines", "headlines/index.html", [1280]),
    ...wide("looks", "post", "river/p-3/index.html", [1280]),
    ...wide("looks", "front", "index.html", [1280]),
  ]),
];

/** Left edge, top edge and width of the first element of each kind, whole pixels. */
export type Boxes = Readonly<Record<string, readonly [left: number, top: number, width: number]>>;

const landmarks = [
  "h1",
  "h2",
  "h3",
  "main",
  ".masthead",
  ".lead",
  ".facts",
  ".strip",
  ".rail",
  ".stream",
  ".tools",
  ".order",
  ".day",
  ".post",
  ".when",
  ".headline",
  ".text",
  ".frame",
  ".wall",
  ".pages",
  ".neighbours",
  ".record",
];

const boxesScript = `Object.fromEntries(${JSON.stringify(landmarks)}.flatMap((selector) => {
  const element = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  if (element === undefined) return [];
  const { left, top, width } = element.getBoundingClientRect();
  return [[selector, [Math.round(left), Math.round(top + scrollY), Math.round(width)]]];
}))`;

/** What the window shows, and where things stand. */
export const take = (browser: Browser, look: Look): Promise<{ readonly picture: Buffer; readonly boxes: Boxes }> =>
  withPage(
    browser,
    async (page) => {
      await page.goto(`${(await fromDisk(await invented(look.archive))).base}${look.file}`);
      if (look.realSerif === true) await setRealSerif(page);
      await page.evaluate(
        "Promise.all([...document.images].filter((image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight * 2).map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}); }))",
      );
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      const boxes = await page.evaluate<Boxes>(boxesScript);
      const picture = await page.screenshot({ animations: "disabled", caret: "hide" });
      return {
        picture: await sharp(picture).png({ palette: true, colours: 16, dither: 0, effort: 8 }).toBuffer(),
        boxes,
      };
    },
    {
      viewport: { width: look.width, height: look.width < 500 ? 1000 : 900 },
      colorScheme: look.dark === true ? "dark" : "light",
      reducedMotion: "reduce",
      timezoneId: "Europe/London",
      locale: "en-GB",
      ...(look.realSerif === true && fontsAllowed),
    },
  );

/** Of the browser and of how wide it sets what is written: pictures from two machines can be compared if it is the same. */
export const fingerprint = (browser: Browser): Promise<string> =>
  withPage(browser, async (page: Page) => {
    await page.goto(`${(await fromDisk(await invented("looks"))).base}index.html`);
    const widths =
      await page.evaluate(`(() => { const { font } = { font: document.createElement("canvas").getContext("2d") };
      return ["--serif", "--sans"].flatMap((family) => [400, 700].flatMap((weight) => ["Hamburgefonstiv 0123", "النهر في فنويك", "芬威克的河"].map((text) => {
        font.font = weight + " 20px " + getComputedStyle(document.documentElement).getPropertyValue(family);
        return font.measureText(text).width; }))); })()`);
    return `${browser.version()} ${createHash("sha256").update(JSON.stringify(widths)).digest("hex").slice(0, 16)}`;
  });

/** Which part of the points differ so much that an eye would see it; 1 where the sizes differ. */
export async function difference(one: Buffer, other: Buffer): Promise<number> {
  const raw = (picture: Buffer) =>
    sharp(picture).removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  const [a, b] = await Promise.all([raw(one), raw(other)]);
  if (a.info.width !== b.info.width || a.info.height !== b.info.height) return 1;
  let seen = 0;
  for (let at = 0; at < a.data.length; at += 3) {
    const channel = (n: number) => Math.abs((a.data[at + n] ?? 0) - (b.data[at + n] ?? 0));
    if (Math.max(channel(0), channel(1), channel(2)) > 40) seen++;
  }
  return (seen * 3) / a.data.length;
}
