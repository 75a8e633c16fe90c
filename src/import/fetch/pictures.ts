/** Wanted pictures -> their bytes, fetched from where they were published, or from a cache of what was fetched before. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import { count } from "../../base/terminal/amounts.ts";
import { writeWhole } from "../../base/write-whole.ts";
import { fetchFaultOf } from "../../captures/fetch/fetch-fault.ts";
import type { Fetcher } from "../../captures/fetch/fetcher.ts";
import { limits } from "../../captures/limits.ts";
import { pictureEnding } from "../../captures/pictures/kind.ts";

export interface WantedPicture {
  /** The name of the figure's file. */
  readonly file: string;
  /** Whole addresses, the best first. */
  readonly addresses: readonly string[];
}

interface Settings {
  readonly fetcher: Fetcher;
  /** How many pictures are fetched at a time. */
  readonly together: number;
  /** Bytes of all pictures together: the pictures beyond it are left for the next import. */
  readonly allowance: number;
  /** The folder of the cache, an absolute path; without one nothing is kept. */
  readonly cache?: string;
  readonly onProgress: (done: number, total: number, address: string) => void;
}

interface FetchedPictures {
  /** By the address that gave each. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** A line for each picture that could not be fetched. */
  readonly failed: readonly string[];
}

/** How many addresses of one picture are tried. */
const mostAddresses = 4;

/** Fetches each picture from the first of its addresses that gives one. */
export async function fetchPictures(wanted: readonly WantedPicture[], settings: Settings): Promise<FetchedPictures> {
  const pictures = new Map<string, Uint8Array>();
  const failed: string[] = [];
  const waiting = [...wanted];
  let [done, left, room] = [0, 0, settings.allowance];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      settings.onProgress(done, wanted.length, next.addresses[0] ?? next.file);
      const got = await fetchOne(next, pictures, settings);
      if (typeof got === "string") failed.push(`Cannot fetch the picture "${next.file}": ${got}`);
      else if (got !== undefined && got.bytes.length > room) {
        settings.fetcher.discard(got.url);
        left += 1 + waiting.splice(0).length;
      } else if (got !== undefined) {
        room -= got.bytes.length;
        pictures.set(got.address, got.bytes);
      }
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: settings.together }, worker));
  const size = Math.round(settings.allowance / 1024 / 1024);
  const rest = `Cannot fetch ${count(left, "more picture")}: one import fetches at most ${size} MB; run it again for the rest`;
  return { pictures, failed: [...(left === 0 ? [] : [rest]), ...failed.sort()] };
}

/** How many failures are named: most of them have one cause. */
const mostNamed = 40;

/** Prints a warning for each failure. `file` is the page or capture that names what could not be fetched. */
export function warnOfFailures(err: (line: string) => void, file: string, failed: readonly string[]): void {
  for (const line of failed.slice(0, mostNamed)) err(`${file}  warning: ${line}`);
  if (failed.length > mostNamed) err(`${file}  warning: ${failed.length - mostNamed} more could not be fetched`);
}

interface GotPicture {
  /** The address as the page names it. */
  readonly address: string;
  /** The address after all redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** A picture, or why there is none; undefined where another figure has the same picture, which is there already. */
async function fetchOne(
  { addresses }: WantedPicture,
  pictures: ReadonlyMap<string, Uint8Array>,
  settings: Settings,
): Promise<GotPicture | string | undefined> {
  const tried = addresses.slice(0, mostAddresses);
  if (tried.some((address) => pictures.has(address))) return undefined;
  let why = "no http or https address is known";
  for (const address of tried) {
    const got = readCached(address, settings) ?? (await tryAddress(address, settings));
    if (typeof got !== "string") return got;
    why = `${address}: ${got}`;
  }
  return why;
}

function readCached(address: string, { cache }: Settings): GotPicture | undefined {
  const file = cache === undefined ? undefined : path.join(cache, sha256(address));
  if (file === undefined || !existsSync(file)) return undefined;
  return { address, url: address, bytes: readFileSync(file) };
}

/** A picture, or why there is none. */
async function tryAddress(address: string, { fetcher, cache }: Settings): Promise<GotPicture | string> {
  try {
    const { bytes, url } = await fetcher.fetch(address, {
      accept: "image/avif,image/webp,image/*;q=0.8",
      limit: limits.picture,
    });
    if (pictureEnding(bytes) === undefined) {
      fetcher.discard(url);
      return "it is no picture";
    }
    if (cache !== undefined) writeWhole(path.join(cache, sha256(address)), bytes);
    return { address, url, bytes };
  } catch (error) {
    const { message, hint = "", kind } = fetchFaultOf(error);
    return kind === "private" || kind === "robots" ? `${message} (${hint})` : message;
  }
}
