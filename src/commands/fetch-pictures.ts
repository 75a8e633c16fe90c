/** Fetches pictures that did not come along, where a person asks for it: with limits, retries, and a cache that is resumed. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../base/digest.ts";
import { limits } from "../captures/document.ts";
import { pictureEnding } from "../captures/picture-kind.ts";

export interface Wanted {
  /** The name of the figure's file. */
  readonly file: string;
  /** Whole addresses, the best first. */
  readonly addresses: readonly string[];
}

export interface Fetched {
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** A line for each picture that could not be fetched. */
  readonly failed: readonly string[];
}

interface Settings {
  /** The folder of what was fetched before. */
  readonly cache: string;
  readonly onProgress: (done: number, total: number) => void;
  /** Milliseconds before the first retry; each further one waits twice as long. */
  readonly pause?: number;
}

const together = 4;
const tries = 3;
/** Milliseconds that one picture may take. */
const patience = 30_000;
/** In bytes, all pictures of one import. */
const allowance = 512 * 1024 * 1024;

/** The pictures that can be had, each from the first of its addresses that gives one. */
export async function fetchPictures(wanted: readonly Wanted[], settings: Settings): Promise<Fetched> {
  const pictures = new Map<string, Uint8Array>();
  const failed: string[] = [];
  const waiting = [...wanted];
  let room = allowance;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const got = room <= 0 ? `more than ${allowance / 1024 / 1024} MB of pictures` : await fetchOne(next, settings);
      if (typeof got === "string") failed.push(`Cannot fetch the picture "${next.file}": ${got}`);
      else {
        room -= got.length;
        pictures.set(next.file, got);
      }
      done += 1;
      settings.onProgress(done, wanted.length);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return { pictures, failed: failed.sort() };
}

/** A picture's bytes, or why there are none. */
async function fetchOne({ addresses }: Wanted, settings: Settings): Promise<Uint8Array | string> {
  let why = "no http or https address is known";
  for (const address of addresses.slice(0, 4)) {
    const cached = path.join(settings.cache, sha256(address));
    if (existsSync(cached)) return readFileSync(cached);
    const got = await tryAddress(address, settings.pause ?? 1000);
    if (typeof got === "string") {
      why = `${address}: ${got}`;
      continue;
    }
    mkdirSync(settings.cache, { recursive: true });
    // Only whole pictures get their name: an interrupted import goes on where it was.
    const partial = `${cached}.${process.pid}.part`;
    writeFileSync(partial, got);
    renameSync(partial, cached);
    return got;
  }
  return why;
}

async function tryAddress(address: string, pause: number): Promise<Uint8Array | string> {
  let why = "";
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, pause * 2 ** (attempt - 1)));
    try {
      const response = await fetch(address, {
        signal: AbortSignal.timeout(patience),
        headers: { accept: "image/avif,image/webp,image/*" },
      });
      if (response.ok) {
        const bytes = await bodyOf(response);
        return typeof bytes === "string" || pictureEnding(bytes) !== undefined ? bytes : "it is no picture";
      }
      await response.body?.cancel();
      why = `the server answered ${response.status}`;
      if (response.status < 500 && response.status !== 429) return why;
    } catch (error) {
      why = error instanceof Error && error.name === "TimeoutError" ? "no answer in 30 seconds" : reasonOf(error);
    }
  }
  return why;
}

/** The bytes of an answer, or that there are too many. */
async function bodyOf(response: Response): Promise<Uint8Array | string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limits.picture) return `it has more than ${limits.picture / 1024 / 1024} MB`;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
};
