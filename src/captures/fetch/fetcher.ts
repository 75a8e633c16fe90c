/** From addresses to answers, one after the other: follows redirects and obeys robots.txt. */

import { isUtf8 } from "node:buffer";
import { withoutFragment } from "../../base/address.ts";
import { type AskerSettings, makeAsker } from "./asker.ts";
import { undoCoding } from "./content-coding.ts";
import type { Ask, Exchange } from "./exchange.ts";
import { FetchFault, quotable, statusFault } from "./fetch-fault.ts";
import { type AllowedHost, makeHostGuard } from "./host-guard.ts";
import { robotsLimit } from "./robots.ts";
import { makeRobotsGate } from "./robots-gate.ts";

export interface FetcherSettings extends AskerSettings {
  /** Hosts that may be asked although they are not on the public Internet. */
  readonly allowed: readonly AllowedHost[];
  readonly ignoreRobots: boolean;
}

/** The final answer of an address. */
export interface Fetched {
  /** The address after all redirects. */
  readonly url: string;
  /** When it was asked: ISO 8601, UTC. */
  readonly date: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked. */
  readonly bytes: Uint8Array;
}

export interface Fetcher {
  /** Throws a FetchFault where there is no answer to use. `limit` is in bytes, unpacked. */
  fetch(address: string, ask: Wanted): Promise<Fetched>;
  /** Drops the answer of an address that was not what the caller needs. */
  discard(url: string): void;
  /** All exchanges that were not discarded, in their order. */
  exchanges(): readonly Exchange[];
}

interface Wanted {
  readonly accept: string;
  readonly limit: number;
}

const mostRedirects = 10;
const mostRobotsRedirects = 5;
/** The longest address that is asked, in characters. */
const longestAddress = 8000;

export function makeFetcher(settings: FetcherSettings): Fetcher {
  const guard = makeHostGuard(settings.allowed, settings.resolve);
  const asker = makeAsker(settings, guard);
  const discarded = new Set<string>();

  /** Asks an address and follows its redirects. Calls `pass` before each request, which gives the pause that the host wants, in seconds. */
  async function follow(
    address: string,
    wanted: Ask,
    most: number,
    pass: (url: URL) => Promise<number>,
  ): Promise<Exchange> {
    const seen = new Set<string>();
    let url = urlOf(address);
    while (!seen.has(withoutFragment(url))) {
      seen.add(withoutFragment(url));
      if (seen.size > most + 1) throw new FetchFault("redirect", `the server redirects more than ${most} times`);
      guard.check(url);
      const came = await asker.ask(url, wanted, await pass(url));
      const target = came.status >= 300 ? locationOf(came) : undefined;
      if (target === undefined) {
        if (came.status !== 200) throw statusFault(came.status);
        return came;
      }
      url = urlOf(target, url);
    }
    throw new FetchFault("redirect", "the server redirects in a circle");
  }

  const robots = makeRobotsGate((url) =>
    follow(url.href, { accept: "text/plain", limit: robotsLimit, cut: true }, mostRobotsRedirects, async () => 0),
  );
  return {
    async fetch(address, wanted) {
      const pass = settings.ignoreRobots ? async () => 0 : robots.pass;
      const came = await follow(address, wanted, mostRedirects, pass);
      try {
        const bytes = undoCoding(came.body, came.headers["content-encoding"] ?? "", wanted.limit);
        if (bytes !== came.body) asker.spend(bytes.length);
        return { url: came.url, date: came.date, headers: came.headers, bytes };
      } catch (error) {
        // An answer that cannot be unpacked is not kept.
        discarded.add(came.url);
        throw error;
      }
    },
    discard: (url) => void discarded.add(url),
    exchanges: () => [...asker.answers()].filter(({ url }) => !discarded.has(url)),
  };
}

function urlOf(address: string, base?: URL): URL {
  const url = address.length > longestAddress ? null : URL.parse(address, base?.href);
  if (url !== null) return url;
  throw new FetchFault("scheme", `expected an http or https address, got "${quotable(address)}"`);
}

/** Node reads a header field as Latin-1; a server may have written UTF-8. */
function locationOf({ headers }: Exchange): string | undefined {
  const bytes = Buffer.from(headers.location ?? "", "latin1");
  return headers.location && (isUtf8(bytes) ? bytes.toString("utf8") : headers.location);
}
