/** `--fetch-media`: documents -> the same documents with the pictures that could be fetched from where they were published. */
import path from "node:path";
import { findLivePage } from "../../archive/merge/find-page.ts";
import { keepOutOfGit } from "../../base/cache/keep-out-of-git.ts";
import { type FoundDocument, plainAddress } from "../../captures/document.ts";
import { type Fetcher, makeFetcher } from "../../captures/fetch/fetcher.ts";
import type { ImportJob } from "../job.ts";
import { findPictures } from "../read/pictures.ts";
import { type ReadCapture, readDocuments } from "../read/read.ts";
import { fetchPictures, warnOfFailures } from "./pictures.ts";
import { fetcherSettings } from "./settings.ts";
import { absoluteAddress, wantedPictures } from "./wanted-pictures.ts";

/** Bytes of all pictures of one import. */
const allowance = 512 * 1024 * 1024;

/** Pictures that cannot be fetched are warnings. Throws a Refusal where a document cannot be read. */
export async function withFetchedPictures(
  job: ImportJob,
  documents: readonly FoundDocument[],
): Promise<readonly FoundDocument[]> {
  if (documents.length === 0) return documents;
  const { root, options } = job;
  const settings = fetcherSettings(job.fetching, allowance, job.terminal.now);
  const fetcher = makeFetcher({ ...settings, pause: 0 });
  const fetched = new Map<FoundDocument, FoundDocument>();
  const { captures } = await readDocuments({ root, options, terminal: { err: () => {} } }, documents);
  for (const capture of captures) fetched.set(capture.file, await withPictures(job, fetcher, capture));
  return documents.map((document) => fetched.get(document) ?? document);
}

async function withPictures(job: ImportJob, fetcher: Fetcher, capture: ReadCapture): Promise<FoundDocument> {
  const { root, terminal } = job;
  const { file, reading, options } = capture;
  const base = reading.page.source ?? options.url ?? file.source;
  const slug = options.slug ?? findLivePage(root, titleClue(capture));
  const wanted = wantedPictures({ root, slug, base }, reading, await findPictures(reading, file));
  const cache = path.join(root, ".afterlive/fetched");
  if (wanted.length > 0) keepOutOfGit(cache);
  const { pictures, failed } = await fetchPictures(wanted, {
    fetcher,
    together: 4,
    allowance,
    cache,
    onProgress: (done, total) => terminal.progress(`fetching pictures: ${done} of ${total}`),
  });
  terminal.progress("");
  warnOfFailures(terminal.err, file.file, failed);
  const known = new Map([...pictures].map(([address, bytes]) => [plainAddress(address), bytes]));
  return {
    ...file,
    find: async (address) => (await file.find?.(address)) ?? known.get(plainAddress(absoluteAddress(address, base))),
  };
}

function titleClue({ options, reading }: ReadCapture): { readonly url?: string; readonly title?: string } {
  const title = options.title ?? reading.page.title;
  return { ...(options.url !== undefined && { url: options.url }), ...(title !== undefined && { title }) };
}
