/** Fetches the pages of a live page one after the other, as far as each names others and brings something new. */
import { pageAddress } from "../../archive/merge/page-address.ts";
import type { FoundDocument } from "../../captures/document.ts";
import { FetchFault, faultOf, quotable } from "../../captures/fetch/fetch-fault.ts";
import type { Fetched, Fetcher } from "../../captures/fetch/fetcher.ts";
import { limits } from "../../captures/limits.ts";
import { packedDocument } from "../../captures/packed.ts";
import { decodeText } from "../../captures/text.ts";
import type { Reading } from "../../importers/contract.ts";
import { findFurtherPages } from "../../importers/further-pages.ts";
import { partKey } from "../../importers/page-parts.ts";
import { readPageOf } from "../../importers/paging.ts";
import type { FoundPost } from "../../model/live-page.ts";

/** One page as it came, read; no reading where no posts were found in it. */
interface LivePagePart {
  readonly url: string;
  readonly file: FoundDocument;
  readonly reading: Reading | undefined;
}

interface PagesSettings {
  readonly fetcher: Fetcher;
  /** Reads a page as the import will; undefined where it cannot be read. */
  readonly read: (file: FoundDocument) => Promise<Reading | undefined>;
  readonly onProgress: (page: number, total: number, address: string) => void;
}

export interface FetchedPages {
  /** The first is the one that was asked for. */
  readonly parts: readonly [LivePagePart, ...LivePagePart[]];
  /** A line for each further page that could not be fetched. */
  readonly failed: readonly string[];
}

/** A page that would be asked for. */
interface Waiting {
  readonly address: string;
  readonly kind: "page" | "data";
  /** The page that it must say it is, where nothing but a count names it. */
  readonly counted?: number;
}

/** The most pages that are fetched of one live page. */
export const mostPages = 200;

/** The page at an address and its further pages. Throws a FetchFault where the page itself cannot be had. */
export async function fetchPages(address: string, settings: PagesSettings): Promise<FetchedPages> {
  const { fetcher, onProgress } = settings;
  onProgress(1, 1, address);
  const first = await fetchPart({ address, kind: "page" }, settings);
  const parts: [LivePagePart, ...LivePagePart[]] = [first.part];
  if (first.part.reading === undefined) return { parts, failed: [] };
  const failed: string[] = [];
  const known = new Set(first.part.reading.posts.map(postKey));
  const whole = new URL(first.part.url);
  const seen = new Set([keyOf({ address: first.part.url, kind: "page" }, whole)]);
  const waiting: Waiting[] = [];
  let asked = 1;
  const wait = (pages: readonly Waiting[]): void => {
    for (const page of pages) {
      if (seen.has(keyOf(page, whole))) continue;
      seen.add(keyOf(page, whole));
      waiting.push(page);
    }
  };
  // A person who names a page in the middle means the whole live page.
  wait([{ address: pageAddress(first.part.url) ?? first.part.url, kind: "page" }, ...first.further]);
  if (waiting.length === 0) wait(countedPages(first.part));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (asked >= mostPages) {
      failed.push(`Cannot fetch all pages: expected at most ${mostPages}, and the page names more`);
      break;
    }
    asked += 1;
    onProgress(asked, asked + waiting.length, next.address);
    try {
      const { part, further } = await fetchPart(next, settings, whole.href);
      if (part.reading === undefined) {
        failed.push(`Cannot read the further page ${next.address}: no posts of a live page can be found in it`);
        continue;
      }
      const fresh = part.reading.posts.map(postKey).filter((key) => !known.has(key));
      if (fresh.length === 0 || !isCounted(part, next)) {
        // It leads no further, and the import would have nothing of it.
        fetcher.discard(part.url);
        if (next.counted !== undefined) break;
        continue;
      }
      for (const key of fresh) known.add(key);
      parts.push(part);
      wait(further);
    } catch (error) {
      const { message, kind } = faultOf(error);
      if (next.counted !== undefined && kind === "status") break;
      failed.push(`Cannot fetch the further page ${next.address}: ${message}`);
    }
  }
  return { parts, failed };
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

/** What tells a post from the others of its live page. */
const postKey = ({ source, published, headline, blocks }: FoundPost): string =>
  source ?? `${published?.epoch} ${headline} ${JSON.stringify(blocks).slice(0, 300)}`;

/** "Page 1 of 5", where no link leads to the others: they have its address with a number, as most sites have it. */
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
