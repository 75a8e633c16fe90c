/** Fetches pictures that did not come along, where a person asks for it; what was fetched before lies in a cache. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import { count } from "../../base/terminal/amounts.ts";
import type { Terminal } from "../../base/terminal/terminal.ts";
import { faultOf } from "../../captures/fetch/fetch-fault.ts";
import type { Fetcher } from "../../captures/fetch/fetcher.ts";
import { limits } from "../../captures/limits.ts";
import { pictureEnding } from "../../captures/pictures/kind.ts";

export interface Wanted {
  /** The name of the figure's file. */
  readonly file: string;
  /** Whole addresses, the best first. */
  readonly addresses: readonly string[];
}

interface Settings {
  readonly fetcher: Fetcher;
  /** How many are fetched side by side. */
  readonly together: number;
  /** In bytes, all pictures: the others are left for the next import. */
  readonly allowance: number;
  /** The folder of what was fetched before; nothing is kept where there is none. */
  readonly cache?: string;
  readonly onProgress: (done: number, total: number, address: string) => void;
}

interface FetchedPictures {
  /** By the whole addresses at which they are. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** A line for each picture that could not be fetched. */
  readonly failed: readonly string[];
}

/** Of each picture the first of these addresses are tried. */
const mostAddresses = 4;

/** The pictures that can be had, each from the first of its addresses that gives one. */
export async function fetchPictures(wanted: readonly Wanted[], settings: Settings): Promise<FetchedPictures> {
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

/** How many failures are told one by one; mostly they have one cause. */
const mostTold = 40;

export function sayFailed(terminal: Terminal, file: string, failed: readonly string[]): void {
  for (const line of failed.slice(0, mostTold)) terminal.err(`${file}  warning: ${line}`);
  if (failed.length > mostTold) terminal.err(`${file}  warning: ${failed.length - mostTold} more could not be fetched`);
}

interface Got {
  /** As the page names it. */
  readonly address: string;
  /** After all redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** A picture, or why there is none; undefined where it is among the others. */
async function fetchOne(
  { addresses }: Wanted,
  pictures: ReadonlyMap<string, Uint8Array>,
  settings: Settings,
): Promise<Got | string | undefined> {
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

function readCached(address: string, { cache }: Settings): Got | undefined {
  const file = cache === undefined ? undefined : path.join(cache, sha256(address));
  if (file === undefined || !existsSync(file)) return undefined;
  return { address, url: address, bytes: readFileSync(file) };
}

/** A picture, or why there is none. */
async function tryAddress(address: string, { fetcher, cache }: Settings): Promise<Got | string> {
  try {
    const { bytes, url } = await fetcher.fetch(address, {
      accept: "image/avif,image/webp,image/*;q=0.8",
      limit: limits.picture,
    });
    if (pictureEnding(bytes) === undefined) {
      fetcher.discard(url);
      return "it is no picture";
    }
    if (cache !== undefined) keep(path.join(cache, sha256(address)), bytes);
    return { address, url, bytes };
  } catch (error) {
    const { message, hint = "", kind } = faultOf(error);
    return kind === "private" || kind === "robots" ? `${message} (${hint})` : message;
  }
}

/** Only whole pictures get their name: an interrupted import goes on where it was. */
function keep(file: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.part`;
  writeFileSync(partial, bytes);
  renameSync(partial, file);
}
