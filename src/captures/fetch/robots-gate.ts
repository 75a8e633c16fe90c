/** From an address to whether its host's robots.txt allows it. Each robots.txt is fetched once, before any other request to its host. */
import { undoCoding } from "./content-coding.ts";
import type { Exchange } from "./exchange.ts";
import { FetchFault, fetchFaultOf, quotable } from "./fetch-fault.ts";
import { forbiddenBy, type RobotsRules, readRobots, robotsLimit } from "./robots.ts";

/** The name of this program in robots.txt. */
const agent = "afterlive";

/** Fetches a robots.txt along its redirects; throws a FetchFault where there is none or it cannot be read. */
type FetchRobots = (url: URL) => Promise<Exchange>;

export interface RobotsGate {
  /** Throws a FetchFault where the address may not be asked. Gives the seconds that the host wants between two requests. */
  pass(url: URL): Promise<number>;
}

const byHand = "Save the page in a browser and import the file; if the site is your own, add --ignore-robots";

/** In seconds: a host that asks for longer pauses between requests gets this one. */
const longestDelay = 10;

export function makeRobotsGate(fetchRobots: FetchRobots): RobotsGate {
  const known = new Map<string, Promise<RobotsRules>>();
  return {
    async pass(url) {
      const rules = known.get(url.origin) ?? rulesOf(new URL("/robots.txt", url), fetchRobots);
      known.set(url.origin, rules);
      const read = await rules;
      const rule = forbiddenBy(read, url.pathname + url.search);
      if (rule !== undefined)
        throw new FetchFault(
          "robots",
          `robots.txt of ${url.host} forbids it (line ${rule.line}: "${quotable(rule.text)}")`,
          byHand,
        );
      return Math.min(read.delay ?? 0, longestDelay);
    },
  };
}

async function rulesOf(url: URL, fetchRobots: FetchRobots): Promise<RobotsRules> {
  let found: Exchange;
  try {
    found = await fetchRobots(url);
  } catch (error) {
    const fault = fetchFaultOf(error);
    if (fault.kind !== "status" && fault.kind !== "redirect") throw fault;
    // RFC 9309, 2.3.1: a host without robots.txt forbids nothing; a host that cannot answer forbids everything for now.
    if (!fault.passing) return { rules: [] };
    throw unreadable(url, fault);
  }
  return readRobots(new TextDecoder().decode(plainBytes(url, found).subarray(0, robotsLimit)), agent);
}

function plainBytes(url: URL, { body, headers }: Exchange): Uint8Array {
  try {
    return undoCoding(body, headers["content-encoding"] ?? "", robotsLimit * 16);
  } catch (error) {
    throw unreadable(url, fetchFaultOf(error));
  }
}

const unreadable = (url: URL, { message }: FetchFault): FetchFault =>
  new FetchFault(
    "robots",
    `robots.txt of ${url.host} cannot be read (${message}), which by its rules forbids all`,
    byHand,
  );
