/** What a person named -> documents: files are opened, addresses and pictures are fetched. */
import type { FoundDocument } from "../../captures/document.ts";
import type { ImportJob } from "../job.ts";
import type { ImportOptions } from "../options.ts";
import type { PassedOver } from "../passed-over.ts";
import { openNamed } from "./files.ts";

interface GatheredDocuments {
  /** None in a dry run of addresses alone. */
  readonly documents: readonly FoundDocument[];
  /** What the person said; `url` is the first address that was fetched, where no option named one. */
  readonly options: ImportOptions;
  /** Removes what was kept for an interrupted run to go on: to be called when all is in the archive. */
  readonly forget: () => void;
}

export interface GatheredSources extends GatheredDocuments {
  readonly passedOver: readonly PassedOver[];
}

const isAddress = (text: string): boolean => /^https?:/i.test(text);

/** Throws a Refusal for a source that cannot be opened or fetched. A dry run prints what it would fetch. */
export async function gatherDocuments(job: ImportJob): Promise<GatheredSources> {
  const addresses = job.sources.filter(isAddress);
  const { documents: named, passedOver } = await openNamed(
    job.sources.filter((source) => !isAddress(source)),
    job.terminal,
  );
  if (job.dryRun) {
    await announce(job, addresses);
    return { documents: named, passedOver, options: job.options, forget: () => {} };
  }
  const fetched = await fetchAddresses(job, addresses);
  const { options } = fetched;
  // Code that uses the network is loaded only where it is needed.
  const documents = job.fetchMedia
    ? await (await import("../fetch/media.ts")).withFetchedPictures({ ...job, options }, named)
    : named;
  return { ...fetched, passedOver, documents: [...documents, ...fetched.documents] };
}

async function announce(job: ImportJob, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return;
  const { announceFetch } = await import("../fetch/announce.ts");
  for (const address of addresses) announceFetch(job, address);
}

async function fetchAddresses(job: ImportJob, addresses: readonly string[]): Promise<GatheredDocuments> {
  const documents: FoundDocument[] = [];
  const forgets: (() => void)[] = [];
  let { options } = job;
  for (const address of addresses) {
    const { fetchLivePage } = await import("../fetch/live-page.ts");
    const page = await fetchLivePage({ ...job, options }, address);
    if (options.url === undefined) options = { ...options, url: page.url };
    documents.push(...page.documents);
    forgets.push(page.forget);
  }
  return {
    documents,
    options,
    forget: () => {
      for (const forget of forgets) forget();
    },
  };
}
