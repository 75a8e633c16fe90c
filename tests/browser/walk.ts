/** A reader who has only keys: goes on by Tab, and says where the focus is. */
import type { Page } from "playwright-core";
import { eventually } from "./eventually.ts";

/** Where the focus stands, and whether a reader can see that it does. */
export interface Focus {
  readonly words: string;
  /** What keeps a reader from seeing it; empty where nothing does. */
  readonly wrong: string;
}

/** Undefined where the focus has left the page. */
const focusScript = `(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused === document.documentElement) return undefined;
  const boxes = [...focused.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const words = (focused.getAttribute("aria-label") || focused.textContent || focused.id || focused.tagName).trim().replace(/\\s+/g, " ").slice(0, 60);
  const style = getComputedStyle(focused);
  const inView = ({ top, bottom, left, right }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const seen = boxes.some((box) => {
    if (!inView(box)) return false;
    const [x, y] = [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
    const top = document.elementFromPoint(x, y);
    return top !== null && (focused.contains(top) || top.contains(focused));
  });
  const wrong = !focused.matches(":focus-visible") ? "not marked" : style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1 ? "no outline" : seen ? "" : "not in view";
  return { words, wrong };
})()`;

export const focusOf = (page: Page): Promise<Focus | undefined> => page.evaluate(focusScript);

/** Presses Tab until the focus is where the selector says, as few readers would have the patience to. */
export async function tabTo(page: Page, selector: string, most = 300): Promise<void> {
  const there = `document.activeElement.matches(${JSON.stringify(selector)})`;
  for (let n = 0; n < most; n++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate<boolean>(there)) return;
  }
  throw new Error(`Tab does not lead to ${selector} on ${page.url()}`);
}

/** Follows the link in focus to a place on its page. The browser takes the focus along; until then Tab would go on from the link. */
export async function jump(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
  await eventually(() => page.evaluate("document.activeElement === document.body")).toBe(true);
}

/** What a browser puts off until it draws again is done after two frames. Without script there are none. */
export const frames = (page: Page): Promise<unknown> =>
  page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");

/** Tab through all of the page: each place of the focus, in order. */
export async function tabThrough(page: Page): Promise<readonly Focus[]> {
  const places: Focus[] = [];
  const waits = (await page.locator(".long").count()) > 0;
  for (let n = 0; n < 2000; n++) {
    await page.keyboard.press("Tab");
    // What a browser leaves out while it is out of sight has its place one frame later.
    if (waits) await frames(page);
    const focus = await focusOf(page);
    if (focus === undefined) return places;
    places.push(focus);
    if (
      await page.evaluate<boolean>(
        `(() => { const first = document.activeElement.walked; document.activeElement.walked = true; return first === true; })()`,
      )
    )
      return places.slice(0, -1);
  }
  throw new Error(`Tab does not come to an end on ${page.url()}`);
}
