/** Fetches a live page as a reader would: the page, the further pages that it names, its pictures; as a web archive to be imported. */
import { rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import { findLivePage } from "../../archive/merge/find-page.ts";
import { pageAddress } from "../../archive/merge/page-address.ts";
import { sha256 } from "../../base/digest.ts";
import { count } from "../../base/terminal/amounts.ts";
import { makeBudget } from "../../captures/budget.ts";
import type { FoundDocument } from "../../captures/document.ts";
import { makeExchangeStore } from "../../captures/fetch/exchange-store.ts";
import { type FetchFault, faultOf } from "../../captures/fetch/fetch-fault.ts";
import { type Fetcher, type FetcherSettings, makeFetcher } from "../../captures/fetch/fetcher.ts";
import { makeHostGuard, readAllowedHost } from "../../captures/fetch/host-guard.ts";
import { ipBytes } from "../../captures/fetch/ip-ranges.ts";
import { writeWarc } from "../../captures/fetch/write-warc.ts";
import { limits } from "../../captures/limits.ts";
import { openCapture } from "../../captures/open.ts";
import type { Call } from "../../commands/command.ts";
import type { Reading } from "../../importers/contract.ts";
import { isSameSite } from "../../importers/page-parts.ts";
import { Refusal } from "../../model/problem.ts";
import type { ImportOptions } from "../options.ts";
import { findPictures, wantedPictures } from "../plan/pictures.ts";
import { type FetchedPages, fetchPages, mostPages } from "./pages.ts";
import { fetchPictures, sayFailed, type Wanted } from "./pictures.ts";
import { fetcherSettings, userAgent } from "./settings.ts";

interface ReadDocument {
  readonly file: FoundDocument;
  readonly reading: Reading;
  readonly options: ImportOptions;
}

/** Reads documents as the import will; throws a Refusal where they cannot be read. */
export type ReadDocuments = (
  options: ImportOptions,
  files: readonly FoundDocument[],
) => Promise<readonly ReadDocument[]>;

export interface LivePageRun {
  readonly files: readonly FoundDocument[];
  /** The address of the live page, after all redirects. */
  readonly url: string;
  /** Removes what was kept so that an interrupted run could go on. */
  readonly forget: () => void;
}

/** In bytes, all answers together. Of a web archive no more pictures are read than are fetched. */
const allowance = limits.pictures + limits.document;
const mostPictures = 1000;

export async function fetchLivePage(
  call: Call,
  asked: ImportOptions,
  named: string,
  read: ReadDocuments,
): Promise<LivePageRun> {
  const { terminal } = call;
  const address = checked(named, call).href;
  const settings = settingsFor(call, new URL(address));
  const folder = path.join(call.root, ".afterlive/fetched", sha256(address).slice(0, 16));
  const fetcher = makeFetcher({ ...settings, store: makeExchangeStore(folder, settings.now) });
  const pages = await allPages(fetcher, address, asked, read, call);
  const url = asked.url ?? sourceOf(pages);
  const wanted = await picturesOf(pages, call.root, asked.slug ?? findLivePage(call.root, { url }));
  const { pictures, failed } = await fetchPictures(wanted.slice(0, mostPictures), {
    fetcher,
    together: 1,
    allowance: limits.pictures,
    onProgress: (done, total, at) => terminal.progress(`fetching picture ${done + 1} of ${total}: ${at}`),
  });
  terminal.progress("");
  const excess =
    wanted.length > mostPictures
      ? [`Cannot fetch all pictures: expected at most ${mostPictures}, got ${wanted.length}`]
      : [];
  sayFailed(terminal, address, [...pages.failed, ...excess, ...failed]);
  if (!call.switches.has("json"))
    terminal.out(`fetched ${count(pages.parts.length, "page")} and ${count(pictures.size, "picture")} from ${address}`);
  return {
    files: await documentsOf(fetcher, address, pages, call),
    url,
    forget: () => removeFolder(folder),
  };
}

/**
 * Who types an IP address, or "localhost", means that host: nothing has to be resolved. What a name leads to is another matter, and so is
 * what a page or a redirect names.
 */
function settingsFor(call: Call, url: URL): FetcherSettings {
  const settings = fetcherSettings(call, allowance);
  const typed = ipBytes(url.hostname) !== undefined || /^(?:[^.]+\.)*localhost$/.test(url.hostname);
  const own = typed
    ? readAllowedHost(`${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`)
    : undefined;
  return own === undefined ? settings : { ...settings, allowed: [...settings.allowed, own] };
}

/** The address as a URL; refused where nothing can be asked of it, before anything is asked. */
function checked(named: string, call: Call): URL {
  const url = URL.parse(named);
  if (url === null)
    throw refusal(named, "expected an http or https address", "For example https://news.example.org/live/page");
  url.hash = "";
  try {
    makeHostGuard(settingsFor(call, url).allowed).check(url);
  } catch (error) {
    throw refusalOf(named, faultOf(error));
  }
  return url;
}

async function allPages(
  fetcher: Fetcher,
  address: string,
  asked: ImportOptions,
  read: ReadDocuments,
  { terminal }: Call,
): Promise<FetchedPages> {
  try {
    return await fetchPages(address, {
      fetcher,
      onProgress: (page, total, at) => terminal.progress(`fetching page ${page} of ${total}: ${at}`),
      async read(file) {
        try {
          return (await read(asked, [file]))[0]?.reading;
        } catch (error) {
          if (error instanceof Refusal) return undefined;
          throw error;
        }
      },
    });
  } catch (error) {
    terminal.progress("");
    throw refusalOf(address, faultOf(error));
  }
}

const refusalOf = (address: string, { message, hint }: FetchFault): Refusal =>
  refusal(address, message, hint ?? "Save the page in a browser and import the file");

const refusal = (file: string, why: string, hint: string): Refusal =>
  new Refusal([{ severity: "error", file, line: 0, column: 0, message: `Cannot fetch the page: ${why}`, hint }]);

/** The address that the page gives itself, where it is of the same site; else the one that answered. */
function sourceOf({ parts: [first] }: FetchedPages): string {
  const told = URL.parse(first.reading?.page.source ?? "");
  const isOwn = told !== null && isSameSite(told, new URL(first.url)) && told.pathname !== "/";
  return pageAddress(isOwn ? told.href : first.url) ?? first.url;
}

async function picturesOf({ parts }: FetchedPages, root: string, slug: string | undefined): Promise<readonly Wanted[]> {
  const wanted = new Map<string, Wanted>();
  for (const { reading, file } of parts) {
    if (reading === undefined) continue;
    const found = await findPictures(reading, file);
    for (const one of wantedPictures(root, slug, reading, found, file.source))
      if (one.addresses.length > 0) wanted.set(one.addresses.join(" "), one);
  }
  return [...wanted.values()];
}

/** What came, as the import of a web archive finds it. */
async function documentsOf(
  fetcher: Fetcher,
  address: string,
  { failed }: FetchedPages,
  call: Call,
): Promise<readonly FoundDocument[]> {
  const fetched = writeWarc(fetcher.exchanges(), {
    software: userAgent(),
    address,
    robots: call.switches.has("ignore-robots") ? "ignore" : "obey",
  });
  const opened = await openCapture({ file: address, name: address, bytes: fetched.bytes }, { budget: makeBudget() });
  if ("problem" in opened) throw new Refusal([opened.problem]);
  for (const warning of opened.warnings) call.terminal.err(`${address}  warning: ${warning}`);
  const warning = failed.length === 0 ? undefined : `Further pages that are missing: ${failed.length}`;
  return opened.documents.map((one, index) => ({
    ...one,
    file: one.source ?? address,
    name: one.source ?? address,
    fetched,
    ...(index === 0 && warning !== undefined && { warning }),
  }));
}

/** The folder, and the one around it where nothing else is in it. */
function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  try {
    rmdirSync(path.dirname(folder));
  } catch {
    // Other runs, or pictures, are kept there.
  }
}

/** What a run would ask for; sends nothing. */
export function sayWhatIsAsked(call: Call, named: string): void {
  const url = checked(named, call);
  const { pause } = settingsFor(call, url);
  const robots = call.switches.has("ignore-robots")
    ? []
    : [`  ${new URL("/robots.txt", url).href}  what it forbids is left out`];
  const lines = [
    `would fetch, one after the other with a pause of ${pause / 1000} s, as "${userAgent()}":`,
    ...robots,
    `  ${url.href}  the page`,
    `  the further pages that it names, at most ${count(mostPages, "page")}`,
    `  the pictures of its posts that are not in the archive, at most ${count(mostPictures, "picture")}`,
    "nothing was sent",
  ];
  for (const line of lines) call.terminal.out(line);
}
