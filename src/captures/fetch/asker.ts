/** From an address to one answer, with pauses, retries and limits for the whole run. `fetcher.ts` handles redirects and robots.txt. */
import { withoutFragment } from "../../base/address.ts";
import { type Ask, type Exchange, exchange } from "./exchange.ts";
import { FetchFault, fetchFaultOf, statusFault } from "./fetch-fault.ts";
import type { HostGuard, Resolve } from "./host-guard.ts";

export interface AskerSettings {
  readonly userAgent: string;
  /** Milliseconds between two requests. */
  readonly pause: number;
  /** Milliseconds before the first retry; each further one waits twice as long. */
  readonly retryPause: number;
  /** Milliseconds that one answer may take. */
  readonly patience: number;
  /** Milliseconds that the whole run may take. */
  readonly longest: number;
  /** In bytes: all answers together, as they were sent and unpacked. */
  readonly allowance: number;
  readonly now: () => number;
  readonly resolve?: Resolve;
  /** Answers of an earlier run. */
  readonly store?: ExchangeStore;
}

/** Keeps answers, so that no address is asked twice. */
export interface ExchangeStore {
  get(url: string): Exchange | undefined;
  put(exchange: Exchange): void;
}

export interface Asker {
  /** The answer of an address; `delay`: the seconds that its host wants between two requests. Throws a FetchFault. */
  ask(url: URL, wanted: Ask, delay: number): Promise<Exchange>;
  /** Counts bytes that were unpacked. Throws a FetchFault where the whole run has too many. */
  spend(bytes: number): void;
  /** The last answer of each address, in the order in which they were asked. */
  answers(): Iterable<Exchange>;
}

const tries = 3;
/** After this many timeouts a host is not asked any more. */
const mostTimeouts = 4;
/** Answers that say that there is no such page. A later request gets the same answer. */
const lasting = new Set([404, 410]);
/** The longest pause that a server may ask for, in milliseconds; the person decides about longer ones. */
const longestWait = 60_000;

export function makeAsker(settings: AskerSettings, guard: HostGuard): Asker {
  const done = new Map<string, Exchange>();
  const limits = makeRunLimits(settings);
  let free = 0;

  /** One request. A fault says whether another try can help. */
  async function askOnce(url: URL, wanted: Ask): Promise<Exchange> {
    const limit = Math.min(wanted.limit, limits.room());
    try {
      const came = await exchange(url, { ...wanted, limit }, { ...settings, guard });
      limits.spend(came.body.length);
      // Of several answers the last one counts.
      done.set(withoutFragment(url), came);
      if (came.status < 400 || lasting.has(came.status)) settings.store?.put(came);
      return succeeded(came, settings.now());
    } catch (error) {
      const caught = fetchFaultOf(error);
      const fault = caught.kind === "size" && limit < wanted.limit ? limits.spent() : caught;
      if (fault.kind === "time") limits.noteTimeout(url);
      throw fault;
    }
  }

  async function ask(url: URL, wanted: Ask, delay: number): Promise<Exchange> {
    const address = withoutFragment(url);
    const known = done.get(address) ?? settings.store?.get(address);
    if (known !== undefined) {
      // What may not be asked now may not come from an earlier run either.
      guard.check(url);
      done.set(address, known);
      return succeeded(known, settings.now());
    }
    for (let attempt = 1; ; attempt += 1) {
      limits.refuseLate(url);
      await sleep(Math.min(free - settings.now(), longestWait));
      try {
        return await askOnce(url, wanted);
      } catch (error) {
        const fault = fetchFaultOf(error);
        const wait = Math.max(fault.retryAfter ?? 0, settings.retryPause * 2 ** (attempt - 1));
        if (!fault.passing || attempt === tries || wait > longestWait) throw fault;
        free = settings.now() + wait;
      } finally {
        free = Math.max(free, settings.now() + Math.max(settings.pause, delay * 1000));
      }
    }
  }

  return { ask, spend: limits.spend, answers: () => done.values() };
}

/** What one run may still take: bytes, time, and timeouts of a host. */
interface RunLimits {
  /** In bytes. */
  room(): number;
  /** Throws a FetchFault where the run has too many bytes. */
  spend(bytes: number): void;
  /** The fault of a run that has too many bytes. */
  spent(): FetchFault;
  noteTimeout(url: URL): void;
  /** Throws a FetchFault where the run takes too long, or a host did not answer too often. */
  refuseLate(url: URL): void;
}

function makeRunLimits({ allowance, longest, now }: AskerSettings): RunLimits {
  const timeouts = new Map<string, number>();
  const start = now();
  let room = allowance;
  const spent = (): FetchFault =>
    new FetchFault("size", `all that was fetched has more than ${Math.round(allowance / 2 ** 20)} MB`);
  return {
    room: () => Math.max(room, 0),
    spend: (bytes) => {
      room -= bytes;
      if (room < 0) throw spent();
    },
    spent,
    noteTimeout: ({ host }) => void timeouts.set(host, (timeouts.get(host) ?? 0) + 1),
    refuseLate: ({ host }) => {
      if ((timeouts.get(host) ?? 0) >= mostTimeouts)
        throw new FetchFault("time", `${host} did not answer ${mostTimeouts} times`, "Try again later");
      if (now() - start <= longest) return;
      throw new FetchFault("time", `all that was fetched took more than ${Math.round(longest / 60_000)} minutes`);
    },
  };
}

/** The exchange; throws a FetchFault where the server reports a failure. */
function succeeded(came: Exchange, now: number): Exchange {
  if (came.status >= 200 && came.status < 400) return came;
  throw statusFault(came.status, retryAfterOf(came, now));
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
