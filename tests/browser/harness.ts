/** What the browser tests stand on: a small file server, a Chromium, and a watch over all that a page does. */
import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";

/** Whether the long suite runs: then what is looked at in one way is looked at in all. */
export const long = (process.env.AFTERLIVE_LONG ?? "") !== "";
/** All of these in the long suite, else the first `few`. */
export const mostly = <T>(all: readonly T[], few: number): readonly T[] => (long ? all : all.slice(0, few));

/** All of these in the long suite, else each fourth: of posts, which are much alike. */
export const eachFourth = <T>(all: readonly T[]): readonly T[] => all.filter((_one, index) => long || index % 4 === 0);

const sight = (colorScheme: "light" | "dark", width: number) => ({ colorScheme, viewport: { width, height: 800 } });
/** In which light and how wide a page is seen: on a phone and on a desktop. */
export const sights = mostly([sight("light", 1280), sight("dark", 360), sight("dark", 1280), sight("light", 360)], 2);

/** In which of them a page is seen: in all in the long suite; else pages take turns. */
export const sightsOf = (turn: number): typeof sights => (long ? sights : [sights[turn % sights.length] ?? sights[0]!]);

export const repository = path.resolve(import.meta.dirname, "../..");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
};

/** A place where the site lies. `base` ends in "/" and is where its index.html is found. */
export interface Place {
  readonly base: string;
  close(): Promise<void>;
}

/** The folder itself, as `file://`. */
export const fromDisk = async (folder: string): Promise<Place> => ({
  base: `${pathToFileURL(folder).href}/`,
  close: async () => {},
});

/**
 * The folder on 127.0.0.1 under a prefix such as "/a/b/c/", as the plainest of servers has it: files, index.html, 404.html.
 * `compressed`: text by gzip, as hosts send it.
 */
export async function serveFolder(folder: string, prefix: string, compressed = false): Promise<Place> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const relative = pathname.startsWith(prefix) ? decodeURIComponent(pathname.slice(prefix.length)) : undefined;
    const wanted = path.join(
      folder,
      relative === "" || relative?.endsWith("/") ? `${relative}index.html` : (relative ?? "?"),
    );
    const found = wanted.startsWith(folder) && (await stat(wanted).catch(() => undefined))?.isFile() === true;
    const file = found ? wanted : path.join(folder, "404.html");
    const body = await readFile(file).catch(() => "not found");
    const type = types[path.extname(file)] ?? "application/octet-stream";
    const gzip = compressed && /^text|json|xml|svg/.test(type);
    response.writeHead(found ? 200 : 404, { "content-type": type, ...(gzip && { "content-encoding": "gzip" }) });
    response.end(gzip ? gzipSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The browser that tools/ensure-browser.ts found. */
export function browserBin(): string {
  const note = path.join(repository, "node_modules/.cache/browser.json");
  try {
    return (JSON.parse(readFileSync(note, "utf8")) as { bin: string }).bin;
  } catch {
    throw new Error("No browser is known: run node tools/ensure-browser.ts once, as npm test does");
  }
}

const launch = (args: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: browserBin(), chromiumSandbox: false, args: [...args] });

let shared: Promise<Browser> | undefined;
/** The browser of this process: it ends with it, and each test has a context of its own in it. One with arguments is the caller's to close. */
export function openBrowser(...args: readonly string[]): Promise<Browser> {
  if (args.length > 0) return launch(args);
  shared ??= launch([]);
  return shared;
}

/** Notes in the array it returns whatever a page may not do: leave `base`, fail to load, print an error, break the policy. */
export function watch(page: Page, base: string): readonly string[] {
  const offences: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("data:")) offences.push(`${page.url()} asks for ${url}`);
  });
  page.on("requestfailed", (request) => {
    // A picture that a next page cuts off has not failed.
    if (request.failure()?.errorText !== "net::ERR_ABORTED")
      offences.push(`${request.url()} fails: ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) offences.push(`${response.url()} is a ${response.status()}`);
  });
  page.on("pageerror", (error) => offences.push(`${page.url()} throws ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) offences.push(`${page.url()} says ${message.text()}`);
  });
  return offences;
}

/** What a page holds that leads somewhere; addresses as the page writes them and as the browser understands them. */
export interface Anatomy {
  readonly ids: readonly string[];
  readonly links: readonly { readonly written: string; readonly url: string }[];
  /** Of pictures, style sheets, icons and scripts, every candidate of a srcset included. */
  readonly resources: readonly string[];
}

const anatomyScript = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const candidates = (srcset) => srcset.split(",").map((part) => part.trim().split(/\\s+/)[0]).filter(Boolean);
  const absolute = (url) => new URL(url, document.baseURI).href;
  return {
    ids: all("[id]").map((element) => element.id),
    links: all("a[href], area[href]").map((a) => a.getAttribute("href")).map((written) => ({ written, url: absolute(written) })),
    resources: [
      ...all("img[src], script[src], iframe[src], video[src], audio[src], source[src]").map((e) => e.getAttribute("src")),
      ...all("link[href]").map((e) => e.getAttribute("href")),
      ...all("[poster]").map((e) => e.getAttribute("poster")),
      ...all("[srcset]").flatMap((e) => candidates(e.getAttribute("srcset"))),
    ].map(absolute),
  };
})()`;

export const anatomy = (page: Page): Promise<Anatomy> => page.evaluate(anatomyScript);

/** Loads every picture of the page, also those far below, and tells its natural width; 0 is a broken one. */
export const pictureWidths = (page: Page): Promise<readonly { src: string; alt: string; width: number }[]> =>
  page.evaluate(`Promise.all([...document.images].map(async (image) => {
    image.loading = "eager";
    await image.decode().catch(() => {});
    return { src: image.currentSrc || image.src, alt: image.alt, width: image.naturalWidth };
  }))`);

/** What axe finds wrong with the page, all its rules on, or only those, a line each. */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const rules = JSON.stringify(only === undefined ? {} : { runOnly: only });
  return page.evaluate(`axe.run(document, { resultTypes: ["violations"], ...${rules} }).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map((node) => id + ": " + help + ": " + node.target.join(" ") + ": " + node.html.slice(0, 200))))`);
}

/** Runs when the page is parsed, before its deferred script. */
export const beforeScripts = (page: Page, script: string): Promise<unknown> =>
  page.addInitScript(
    `document.addEventListener("readystatechange", () => { if (document.readyState === "interactive") { ${script} } })`,
  );
