/** The longest live page of the sample, as a reader opens it: from disk and from a folder of a server. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { fromDisk, type Place, serveFolder, watch } from "./harness.ts";
import { site, whole, withPage } from "./sample.ts";

export const longest = whole.toSorted((a, b) => b.posts.length - a.posts.length)[0]!;

export const places: readonly [string, () => Promise<Place>][] = [
  ["from disk", () => fromDisk(site)],
  ["under /a/b/c/", () => serveFolder(site, "/a/b/c/")],
];

/** A reader in London, unless `options` say otherwise; nothing may be asked for from elsewhere, fail, or break the policy. */
export const onLongest = (
  browser: Browser,
  { base }: Place,
  run: (page: Page) => Promise<void>,
  rest = "",
  options: BrowserContextOptions = {},
): Promise<void> =>
  withPage(
    browser,
    async (page) => {
      const offences = watch(page, base);
      await page.goto(`${base}${longest.slug}/index.html${rest}`);
      await run(page);
      expect(offences).toEqual([]);
    },
    { timezoneId: "Europe/London", ...options },
  );
