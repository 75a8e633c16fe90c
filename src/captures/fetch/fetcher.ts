/** Fetches one address after the other as a polite program does: with pauses, retries, limits, and as robots.txt says. */
import { isUtf8 } from "node:buffer";
import { undoCoding } from "./content-coding.ts";
import { type Ask, type Exchange, exchange, withoutFragment } from "./exchange.ts";
import { FetchFault, faultOf, quotable, statusFault } from "./fetch-fault.ts";
import { type AllowedHost, makeHostGuard, type Resolve } from "./host-guard.ts";
import { robotsLimit } from "./robots.ts";
import { makeRobotsGate } from "./robots-gate.ts";

export interface FetcherSettings {
  readonly userAgent: string;
  /** Hosts that may be asked though they are not on the public Internet. */
  readonly allowed: readonly AllowedHost[];
  /** Milliseconds between two requests. */
  readonly pause: number;
  /** Milliseconds before the first retry; each further one waits twice as long. */
  readonly retryPause: number;
  /** Milliseconds that one answer may take. */
  readonly patience: number;
  /** Milliseconds that all of it may take. */
  readonly longest: number;
  /** In bytes: all answers together, as they were sent and unpacked. */
  readonly allowance: number;
  readonly ignoreRobots: boolean;
  readonly now: () => number;
  readonly resolve?: Resolve;
  /** What an earlier run fetched. */
  readonly store?: ExchangeStore;
}

/** Keeps what came, so that nobody is asked twice. */
export interface ExchangeStore {
  get(url: string): Exchange | undefined;
  put(exchange: Exchange): void;
}

/** What an address gave in the end. */
export interface Fetched {
  /** After all redirects. */
  readonly url: string;
  /** When it was asked for: ISO 8601, UTC. */
  readonly date: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked. */
  readonly bytes: Uint8Array;
}

export interface Fetcher {
  /** Throws a FetchFault where there is nothing to be had. `limit` is in bytes, unpacked. */
  fetch(address: string, ask: Wanted): Promise<Fetched>;
  /** Leaves out what an address gave: it is not what was looked for. */
  discard(url: string): void;
  /** What went over the wire and was not discarded, in its order. */
  exchanges(): readonly Exchange[];
}

interface Wanted {
  readonly accept: string;
  readonly limit: number;
}

const tries = 3;
/** A host that did not answer in time so often is not asked any more. */
const mostSilences = 4;
const mostRedirects = 10;
const mostRobotsRedirects = 5;
/** The longest address that is asked, in characters. */
const longestAddress = 8000;
/** Answers that say that there is nothing, and will say so again. */
const lasting = new Set([404, 410]);
/** Milliseconds for which a server can ask to be left alone; a longer wait is for the person to decide. */
const longestWait = 60_000;

export function makeFetcher(settings: FetcherSettings): Fetcher {
  const guard = makeHostGuard(settings.allowed, settings.resolve);
  const done = new Map<string, Exchange>();
  const discarded = new Set<string>();
  const silences = new Map<string, number>();
  const start = settings.now();
  let room = settings.allowance;
  let free = 0;
  const spent = (): FetchFault =>
    new FetchFault("size", `all that was fetched has more than ${Math.round(settings.allowance / 2 ** 20)} MB`);
  const spend = (bytes: number): void => {
    room -= bytes;
    if (room < 0) throw spent();
  };

  function refuseLate({ host }: URL): void {
    if ((silences.get(host) ?? 0) >= mostSilences)
      throw new FetchFault("time", `${host} did not answer ${mostSilences} times`, "Try again later");
    if (settings.now() - start > settings.longest)
      throw new FetchFault(
        "time",
        `all that was fetched took more than ${Math.round(settings.longest / 60_000)} minutes`,
      );
  }

  async function ask(url: URL, wanted: Ask, delay: number): Promise<Exchange> {
    const address = withoutFragment(url);
    const known = done.get(address) ?? settings.store?.get(address);
    if (known !== undefined) {
      // A run that goes on asks nobody twice, but what it may not ask it may not take either.
      guard.check(url);
      done.set(address, known);
      return succeeded(known, settings.now());
    }
    for (let attempt = 1; ; attempt += 1) {
      refuseLate(url);
      await sleep(Math.min(free - settings.now(), longestWait));
      const limit = Math.min(wanted.limit, Math.max(room, 0));
      try {
        const came = await exchange(url, { ...wanted, limit }, { ...settings, guard });
        spend(came.body.length);
        // The last answer of several is the one that counts.
        done.set(address, came);
        if (came.status < 400 || lasting.has(came.status)) settings.store?.put(came);
        return succeeded(came, settings.now());
      } catch (error) {
        const caught = faultOf(error);
        const fault = caught.kind === "size" && limit < wanted.limit ? spent() : caught;
        if (fault.kind === "time") silences.set(url.host, (silences.get(url.host) ?? 0) + 1);
        if (!fault.passing || attempt === tries) throw fault;
        const wait = Math.max(fault.retryAfter ?? 0, settings.retryPause * 2 ** (attempt - 1));
        if (wait > longestWait) throw fault;
        free = settings.now() + wait;
      } finally {
        free = Math.max(free, settings.now() + Math.max(settings.pause, delay * 1000));
      }
    }
  }

  /** Asks along the redirects; `pass` is asked before each. */
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
      const came = await ask(url, wanted, await pass(url));
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
        if (bytes !== came.body) spend(bytes.length);
        return { url: came.url, date: came.date, headers: came.headers, bytes };
      } catch (error) {
        // What cannot be unpacked is nothing to be kept.
        discarded.add(came.url);
        throw error;
      }
    },
    discard: (url) => void discarded.add(url),
    exchanges: () => [...done.values()].filter(({ url }) => !discarded.has(url)),
  };
}

function urlOf(address: string, base?: URL): URL {
  const url = address.length > longestAddress ? null : URL.parse(address, base?.href);
  if (url !== null) return url;
  throw new FetchFault("scheme", `expected an http or https address, got "${quotable(address)}"`);
}

/** The exchange, or a FetchFault where the server says that it has failed. */
function succeeded(came: Exchange, now: number): Exchange {
  if (came.status >= 200 && came.status < 400) return came;
  throw statusFault(came.status, retryAfterOf(came, now));
}

/** Node reads a field as Latin-1; where a server wrote UTF-8 into it, that is meant. */
function locationOf({ headers }: Exchange): string | undefined {
  const bytes = Buffer.from(headers.location ?? "", "latin1");
  return headers.location && (isUtf8(bytes) ? bytes.toString("utf8") : headers.location);
}

const sleep = (milliseconds: number): Promise<void> =>
  milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds));

/** `Retry-After` in milliseconds: seconds, or a date. */
function retryAfterOf({ headers }: Exchange, now: number): number | undefined {
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
