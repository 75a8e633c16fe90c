/** All that a person named to be imported, as documents: files are read, addresses and pictures are fetched, before anything is locked. */
import path from "node:path";
import { findLivePage } from "../../archive/merge/find-page.ts";
import { type FoundDocument, plainAddress } from "../../captures/document.ts";
import type { Call } from "../../commands/command.ts";
import type { Reading } from "../../importers/contract.ts";
import type { LivePageRun, ReadDocuments } from "../fetch/live-page.ts";
import type { ImportOptions } from "../options.ts";
import { findPictures, wantedPictures } from "../plan/pictures.ts";
import { type PassedOver, readNamed } from "./files.ts";

interface ImportSources {
  /** None where the person only wants to know what would be asked for. */
  readonly files: readonly FoundDocument[];
  /** What the person said, with what was found out on the way. */
  readonly options: ImportOptions;
  /** To be called when all of it is in the archive. */
  readonly forget: () => void;
  /** What was passed over in folders and containers. */
  readonly passed: readonly PassedOver[];
}

const isAddress = (text: string): boolean => /^https?:/i.test(text);

/** In bytes, all pictures of one import. */
const pictureAllowance = 512 * 1024 * 1024;

export async function gatherSources(call: Call, asked: ImportOptions, read: ReadDocuments): Promise<ImportSources> {
  const addresses = call.positionals.filter(isAddress);
  const named = call.positionals.filter((one) => !isAddress(one));
  // Of no files at all, readNamed says what is expected.
  const passed: PassedOver[] = [];
  const files =
    addresses.length > 0 && named.length === 0
      ? []
      : await readNamed(named, call.terminal, (one) => void passed.push(one));
  // What speaks with the network is loaded for those who want it only.
  const network = addresses.length === 0 ? undefined : await import("../fetch/live-page.ts");
  if (call.switches.has("dry-run")) {
    for (const address of addresses) network?.sayWhatIsAsked(call, address);
    return { files, options: asked, forget: () => {}, passed };
  }
  const runs: LivePageRun[] = [];
  let options = asked;
  for (const address of addresses) {
    const run = await network?.fetchLivePage(call, options, address, read);
    if (run === undefined) continue;
    if (options.url === undefined) options = { ...options, url: run.url };
    runs.push(run);
  }
  const own = call.switches.has("fetch-media") ? await withPictures(call, options, files, read) : files;
  return {
    files: [...own, ...runs.flatMap((run) => run.files)],
    options,
    passed,
    forget: () => {
      for (const { forget } of runs) forget();
    },
  };
}

/** The same documents, with the pictures beside them that could be fetched from where they were published. */
async function withPictures(
  call: Call,
  asked: ImportOptions,
  files: readonly FoundDocument[],
  read: ReadDocuments,
): Promise<readonly FoundDocument[]> {
  if (files.length === 0) return files;
  const { makeFetcher } = await import("../../captures/fetch/fetcher.ts");
  const { fetcherSettings } = await import("../fetch/settings.ts");
  const { fetchPictures, sayFailed } = await import("../fetch/pictures.ts");
  const settings = fetcherSettings(call, pictureAllowance);
  const fetcher = makeFetcher({ ...settings, pause: 0 });
  const fetched = new Map<FoundDocument, FoundDocument>();
  for (const { file, reading, options } of await read(asked, files)) {
    const base = reading.page.source ?? options.url ?? file.source;
    const slug = options.slug ?? findLivePage(call.root, titleClue(options, reading));
    const wanted = wantedPictures(call.root, slug, reading, await findPictures(reading, file), base);
    const { pictures, failed } = await fetchPictures(wanted, {
      fetcher,
      together: 4,
      allowance: pictureAllowance,
      cache: path.join(call.root, ".afterlive/fetched"),
      onProgress: (done, total) => call.terminal.progress(`fetching pictures: ${done} of ${total}`),
    });
    call.terminal.progress("");
    sayFailed(call.terminal, file.file, failed);
    fetched.set(file, withFetched(file, base, pictures));
  }
  return files.map((file) => fetched.get(file) ?? file);
}

function titleClue({ url, title }: ImportOptions, { page }: Reading): { url?: string; title?: string } {
  const known = title ?? page.title;
  return { ...(url !== undefined && { url }), ...(known !== undefined && { title: known }) };
}

function withFetched(
  file: FoundDocument,
  base: string | undefined,
  pictures: ReadonlyMap<string, Uint8Array>,
): FoundDocument {
  const known = new Map([...pictures].map(([address, bytes]) => [plainAddress(address), bytes]));
  return {
    ...file,
    find: async (address) => {
      const whole = URL.canParse(address, base) ? new URL(address, base).href : address;
      return (await file.find?.(address)) ?? known.get(plainAddress(whole));
    },
  };
}
