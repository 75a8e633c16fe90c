/** The address of a live page -> its page, the further pages that it names and their pictures, as the documents of a web archive. */
import { rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import { findLivePage } from "../../archive/merge/find-page.ts";
import { pageAddress } from "../../archive/merge/page-address.ts";
import { keepOutOfGit } from "../../base/cache/keep-out-of-git.ts";
import { sha256 } from "../../base/digest.ts";
import { count } from "../../base/terminal/amounts.ts";
import { makeBudget } from "../../captures/budget.ts";
import type { FoundDocument } from "../../captures/document.ts";
import { makeExchangeStore } from "../../captures/fetch/exchange-store.ts";
import { fetchFaultOf } from "../../captures/fetch/fetch-fault.ts";
import { type Fetcher, makeFetcher } from "../../captures/fetch/fetcher.ts";
import { writeWarc } from "../../captures/fetch/write-warc.ts";
import { limits } from "../../captures/limits.ts";
import { openCapture } from "../../captures/open.ts";
import type { Reading } from "../../importers/contract.ts";
import { isSameSite } from "../../importers/page-parts.ts";
import { Refusal } from "../../model/problem.ts";
import type { ImportJob } from "../job.ts";
import { findPictures } from "../read/pictures.ts";
import { readDocuments } from "../read/read.ts";
import { checkedAddress, fetchRefusal, settingsFor } from "./address.ts";
import { type FetchedPages, fetchPages } from "./pages.ts";
import { fetchPictures, type WantedPicture, warnOfFailures } from "./pictures.ts";
import { wantedPictures } from "./wanted-pictures.ts";

export interface FetchedLivePage {
  readonly documents: readonly FoundDocument[];
  /** The address of the live page, after all redirects. */
  readonly url: string;
  /** Removes what was kept so that an interrupted run could go on: to be called when all is in the archive. */
  readonly forget: () => void;
}

/** The most pictures that are fetched of one live page. */
export const mostPictures = 1000;

/** Throws a Refusal where the page itself cannot be fetched; further pages and pictures that cannot be fetched are warnings. */
export async function fetchLivePage(job: ImportJob, named: string): Promise<FetchedLivePage> {
  const { root, options, terminal } = job;
  const url = checkedAddress(job, named);
  const address = url.href;
  const settings = settingsFor(job, url);
  const folder = path.join(root, ".afterlive/fetched", sha256(address).slice(0, 16));
  keepOutOfGit(folder);
  const fetcher = makeFetcher({ ...settings, store: makeExchangeStore(folder, settings.now) });
  const pages = await fetchAllPages(fetcher, address, job);
  const source = options.url ?? sourceOf(pages);
  const wanted = await picturesOf(pages, root, options.slug ?? findLivePage(root, { url: source }));
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
  warnOfFailures(terminal.err, address, [...pages.failed, ...excess, ...failed]);
  if (!job.json)
    terminal.out(`fetched ${count(pages.parts.length, "page")} and ${count(pictures.size, "picture")} from ${address}`);
  return {
    documents: await documentsOf(fetcher, address, pages, job),
    url: source,
    forget: () => removeFolder(folder),
  };
}

async function fetchAllPages(fetcher: Fetcher, address: string, job: ImportJob): Promise<FetchedPages> {
  const { terminal } = job;
  try {
    return await fetchPages(address, {
      fetcher,
      onProgress: (page, total, at) => terminal.progress(`fetching page ${page} of ${total}: ${at}`),
      read: (document) => readAlone(job, document),
    });
  } catch (error) {
    terminal.progress("");
    throw fetchRefusal(address, fetchFaultOf(error));
  }
}

/** The page as the import will read it; undefined where it cannot be read. */
async function readAlone({ root, options }: ImportJob, document: FoundDocument): Promise<Reading | undefined> {
  try {
    const { captures } = await readDocuments({ root, options, terminal: { err: () => {} } }, [document]);
    return captures[0]?.reading;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The address that the page gives itself, where it is of the same site; else the one that answered. */
function sourceOf({ parts: [first] }: FetchedPages): string {
  const told = URL.parse(first.reading?.page.source ?? "");
  const isOwn = told !== null && isSameSite(told, new URL(first.url)) && told.pathname !== "/";
  return pageAddress(isOwn ? told.href : first.url) ?? first.url;
}

async function picturesOf(
  { parts }: FetchedPages,
  root: string,
  slug: string | undefined,
): Promise<readonly WantedPicture[]> {
  const wanted = new Map<string, WantedPicture>();
  for (const { reading, file } of parts) {
    if (reading === undefined) continue;
    const found = await findPictures(reading, file);
    for (const one of wantedPictures({ root, slug, base: file.source }, reading, found))
      if (one.addresses.length > 0) wanted.set(one.addresses.join(" "), one);
  }
  return [...wanted.values()];
}

/** Writes what came as a web archive, and gives the documents that the import of that archive finds. */
async function documentsOf(
  fetcher: Fetcher,
  address: string,
  { failed }: FetchedPages,
  { fetching, terminal }: ImportJob,
): Promise<readonly FoundDocument[]> {
  const fetched = writeWarc(fetcher.exchanges(), {
    software: fetching.userAgent,
    address,
    robots: fetching.ignoreRobots ? "ignore" : "obey",
  });
  const opened = await openCapture({ file: address, name: address, bytes: fetched.bytes }, { budget: makeBudget() });
  if ("problem" in opened) throw new Refusal([opened.problem]);
  for (const warning of opened.warnings) terminal.err(`${address}  warning: ${warning}`);
  const warning = failed.length === 0 ? undefined : `Further pages that are missing: ${failed.length}`;
  return opened.documents.map((one, index) => ({
    ...one,
    file: one.source ?? address,
    name: one.source ?? address,
    fetched,
    ...(index === 0 && warning !== undefined && { warning }),
  }));
}

/** Removes the folder, and the folder around it where it is empty then. */
function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  try {
    rmdirSync(path.dirname(folder));
  } catch {
    // It holds other runs, or pictures.
  }
}
