/** Debian's Firefox, which Playwright cannot drive: over WebDriver BiDi, with a watch over what its pages do. */
import { readFileSync } from "node:fs";
import path from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { repository } from "./harness.ts";

/** Where tools/ensure-firefox.ts found one; undefined where there is none. */
export const firefox: string | undefined = (() => {
  try {
    const note = readFileSync(path.join(repository, "node_modules/.cache/firefox.json"), "utf8");
    return (JSON.parse(note) as { bin: string }).bin;
  } catch {
    return undefined;
  }
})();

/** `zone`: where the reader is. */
export const openFirefox = (zone: string): Promise<Browser> =>
  puppeteer.launch({
    browser: "firefox",
    ...(firefox !== undefined && { executablePath: firefox }),
    env: { ...process.env, TZ: zone },
  });

const violations = `addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  console.error("Content Security Policy: " + violatedDirective + " forbids " + blockedURI);
});`;

/** A page, and in the array whatever it may not do: leave `base`, print an error, break the policy. */
export async function watchedPage(
  browser: Browser,
  base: string,
): Promise<{ page: Page; offences: readonly string[] }> {
  const page = await browser.newPage();
  const offences: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("data:") && url !== "about:blank") offences.push(`asks for ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) offences.push(`${response.url()} is a ${response.status()}`);
  });
  page.on("pageerror", (error) => offences.push(`throws ${error}`));
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) offences.push(`says ${message.text()}`);
  });
  await page.evaluateOnNewDocument(violations);
  return { page, offences };
}
