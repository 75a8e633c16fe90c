/** From exchanges to files of one folder, and back: an interrupted run continues with them. Each file is whole or does not exist. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import { writeWhole } from "../../base/write-whole.ts";
import type { ExchangeStore } from "./asker.ts";
import type { Exchange } from "./exchange.ts";

/** In milliseconds. An older exchange is not used: the page may have changed. */
const fresh = 60 * 60 * 1000;

export function makeExchangeStore(folder: string, now: () => number): ExchangeStore {
  const fileOf = (url: string): string => path.join(folder, sha256(url));
  return {
    get(url) {
      const found = readExchange(fileOf(url));
      if (found === undefined || found.url !== url) return undefined;
      const age = now() - Date.parse(found.date);
      return age >= 0 && age < fresh ? found : undefined;
    },
    put({ body, ...head }) {
      writeWhole(fileOf(head.url), Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]));
    },
  };
}

/** A line of JSON, then the body; undefined for any other file. */
function readExchange(file: string): Exchange | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(10);
    const head = JSON.parse(bytes.subarray(0, end).toString("utf8")) as Omit<Exchange, "body">;
    return { ...head, body: bytes.subarray(end + 1) };
  } catch {
    return undefined;
  }
}
