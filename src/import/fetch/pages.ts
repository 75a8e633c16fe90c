/** The address of a live page -> its pages, fetched one after the other as long as a page names others and brings new posts. */
import { pageAddress } from "../../archive/merge/page-address.ts";
import type { FoundDocument } from "../../captures/document.ts";
import { FetchFault, fetchFaultOf, quotable } from "../../captures/fetch/fetch-fault.ts";
import type { Fetched, Fetcher } from "../../captures/fetch/fetcher.ts";
import { limits } from "../../captures/limits.ts";
import { packedDocument } from "../../captures/packed.ts";
import { decodeText } from "../../captures/text.ts";
import type { Reading } from "../../importers/contract.ts";
import { findFurtherPages } from "../../importers/further-pages.ts";
import { partKey } from "../../importers/page-parts.ts";
import { readPageOf } from "../../importers/paging.ts";
import type { FoundPost } from "../../model/live-page.ts";

/** One page as it came. */
interface LivePagePart {
  readonly url: string;
  readonly file: FoundDocument;
  /** Undefined where no posts were found in it. */
  readonly reading: Reading | undefined;
}

interface PagesSettings {
  readonly fetcher: Fetcher;
  /** Reads a page as the import will; gives undefined where it cannot be read. */
  readonly read: (file: FoundDocument) => Promise<Reading | undefined>;
  readonly onProgress: (page: number, total: number, address: string) => void;
}

export interface FetchedPages {
  /** The first is the one that was asked for. */
  readonly parts: readonly [LivePagePart, ...LivePagePart[]];
  /** A line for each further page that could not be fetched. */
  readonly failed: readonly string[];
}

/** A page to be fetched. */
interface Waiting {
  readonly address: string;
  readonly kind: "page" | "data";
  /** Its number, where no link but only a count ("page 1 of 5") names it: the page must say that it is this one. */
  readonly counted?: number;
}

/** The most pages that are fetched of one live page. */
export const mostPages = 200;

/** The pages of one live page while they are fetched. */
interface PagesRun {
  readonly parts: [LivePagePart, ...LivePagePart[]];
  readonly failed: string[];
  /** The keys of all posts of `parts`. */
  readonly posts: Set<string>;
  /** The address of the first page, after all redirects. */
  readonly whole: URL;
  /** The keys of all pages that were asked for or wait. */
  readonly seen: Set<string>;
  readonly waiting: Waiting[];
}

/** The page at an address and its further pages. Throws a FetchFault where the page itself cannot be fetched. */
export async function fetchPages(address: string, settings: PagesSettings): Promise<FetchedPages> {
  settings.onProgress(1, 1, address);
  const { part: first, further } = await fetchPart({ address, kind: "page" }, settings);
  if (first.reading === undefined) return { parts: [first], failed: [] };
  const run: PagesRun = {
    parts: [first],
    failed: [],
    posts: new Set(first.reading.posts.map(postKey)),
    whole: new URL(first.url),
    seen: new Set([keyOf({ address: first.url, kind: "page" }, new URL(first.url))]),
    waiting: [],
  };
  // A person who names a page in the middle means the whole live page.
  enqueue(run, [{ address: pageAddress(first.url) ?? first.url, kind: "page" }, ...further]);
  if (run.waiting.length === 0) enqueue(run, countedPages(first));
  let asked = 1;
  for (let next = run.waiting.shift(); next !== undefined; next = run.waiting.shift()) {
    if (asked >= mostPages) {
      run.failed.push(`Cannot fetch all pages: expected at most ${mostPages}, and the page names more`);
      break;
    }
    asked += 1;
    settings.onProgress(asked, asked + run.waiting.length, next.address);
    if ((await takeFurther(run, next, settings)) === "end") break;
  }
  return run;
}

function enqueue({ seen, waiting, whole }: PagesRun, pages: readonly Waiting[]): void {
  for (const page of pages) {
    if (seen.has(keyOf(page, whole))) continue;
    seen.add(keyOf(page, whole));
    waiting.push(page);
  }
}

/** Fetches one further page and adds it to `run` where it brings new posts. "end": the pages that only a count names end here. */
async function takeFurther(run: PagesRun, next: Waiting, settings: PagesSettings): Promise<"end" | undefined> {
  try {
    const { part, further } = await fetchPart(next, settings, run.whole.href);
    if (part.reading === undefined) {
      run.failed.push(`Cannot read the further page ${next.address}: no posts of a live page can be found in it`);
      return undefined;
    }
    const fresh = part.reading.posts.map(postKey).filter((key) => !run.posts.has(key));
    if (fresh.length === 0 || !isCounted(part, next)) {
      // The import would take nothing from it, and its links lead no further.
      settings.fetcher.discard(part.url);
      return next.counted === undefined ? undefined : "end";
    }
    for (const key of fresh) run.posts.add(key);
    run.parts.push(part);
    enqueue(run, further);
  } catch (error) {
    const { message, kind } = fetchFaultOf(error);
    if (next.counted !== undefined && kind === "status") return "end";
    run.failed.push(`Cannot fetch the further page ${next.address}: ${message}`);
  }
  return undefined;
}

const pageTypes = /^(?:text\/html|application\/xhtml\+xml|application\/json)\b/i;

async function fetchPart(
  { address, kind }: Waiting,
  { fetcher, read }: PagesSettings,
  whole?: string,
): Promise<{ readonly part: LivePagePart; readonly further: readonly Waiting[] }> {
  const came = await fetcher.fetch(address, {
    accept: kind === "data" ? "application/json" : "text/html,application/xhtml+xml,application/json;q=0.9",
    limit: limits.document,
  });
  const type = came.headers["content-type"] ?? "";
  if (!pageTypes.test(type) || (kind === "data" && !/json/i.test(type))) {
    fetcher.discard(came.url);
    throw new FetchFault(
      "content",
      `expected ${kind === "data" ? "JSON" : "a page (HTML) or its data (JSON)"}, got "${quotable(type)}"`,
      "Give the address of the live page itself",
    );
  }
  const file = fileOf(came, type);
  const reading = await read(file);
  return {
    part: { url: came.url, file, reading },
    further: reading === undefined ? [] : furtherOf(came, file, whole ?? came.url),
  };
}

function fileOf({ url, date, bytes }: Fetched, type: string): FoundDocument {
  const charset = /charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(type)?.[1];
  return packedDocument({
    file: url,
    name: url,
    bytes,
    source: url,
    captured: date,
    ...(charset !== undefined && { charset }),
  });
}

function furtherOf({ url, headers, bytes }: Fetched, file: FoundDocument, whole: string): readonly Waiting[] {
  const decoded = decodeText(bytes, file.file, file.charset === undefined ? {} : { charset: file.charset });
  return "problem" in decoded ? [] : findFurtherPages(decoded.text, url, whole, headers.link);
}

const keyOf = ({ address, kind }: Waiting, whole: URL): string =>
  kind === "data" ? address : `page ${partKey(new URL(address), whole)}`;

/** Equal for two posts only where they are the same post of the live page. */
const postKey = ({ source, published, headline, blocks }: FoundPost): string =>
  source ?? `${published?.epoch} ${headline} ${JSON.stringify(blocks).slice(0, 300)}`;

/** The other pages of "page 1 of 5" where no link leads to them: most sites give them the same address with `?page=2`. */
function countedPages({ url, reading }: LivePagePart): readonly Waiting[] {
  const told = reading?.problems.map(({ message }) => readPageOf(message)).find((one) => one !== undefined);
  return Array.from({ length: Math.min(told?.total ?? 0, mostPages) }, (_, index) => index + 1)
    .filter((page) => page !== told?.page)
    .map((page) => {
      const address = new URL(url);
      address.searchParams.set("page", String(page));
      return { address: address.href, kind: "page", counted: page };
    });
}

const isCounted = ({ reading }: LivePagePart, { counted }: Waiting): boolean =>
  counted === undefined || reading?.problems.some(({ message }) => readPageOf(message)?.page === counted) === true;
