/** From a robots.txt (RFC 9309) to its rule for one program and one address. Linear in both. */

interface Rule {
  readonly allow: boolean;
  /** Normalised, as the parts between its asterisks. */
  readonly parts: readonly string[];
  /** Whether it ends with `$`. */
  readonly anchored: boolean;
  /** The number of characters that it matches: the longest rule decides. */
  readonly length: number;
  /** Its text in the file, and its line. */
  readonly text: string;
  readonly line: number;
}

/** What a robots.txt says to one program. */
export interface RobotsRules {
  readonly rules: readonly Rule[];
  /** The pause between two requests that it asks for, in seconds. */
  readonly delay?: number;
}

/** In bytes: the least that RFC 9309 asks a reader to read. The rest is ignored. */
export const robotsLimit = 500 * 1024;

/** A longer rule matches no address that is asked. */
const longestRule = 8192;

/** Reads the rules for one program. `agent` is its name without a version: "afterlive". */
export function readRobots(text: string, agent: string): RobotsRules {
  const named: Rule[] = [];
  const general: Rule[] = [];
  const delays: { named?: number; general?: number } = {};
  let isNamed = false;
  let to: "named" | "general" | "both" | undefined;
  let inAgents = false;
  for (const [index, whole] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = whole.replace(/#.*/s, "").trim();
    const colon = line.indexOf(":");
    if (colon === -1) continue;
    const key = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (key === "user-agent") {
      if (!inAgents) to = undefined;
      inAgents = true;
      const kind = kindOfAgent(value, agent);
      if (kind !== undefined) to = to === undefined || to === kind ? kind : "both";
      if (kind === "named") isNamed = true;
    } else if (key === "allow" || key === "disallow") {
      inAgents = false;
      const rule = ruleOf(key === "allow", value, { text: line, line: index + 1 });
      if (rule === undefined) continue;
      if (to === "named" || to === "both") named.push(rule);
      if (to === "general" || to === "both") general.push(rule);
    } else if (key === "crawl-delay" && /^\d{1,6}(?:\.\d{1,6})?$/.test(value)) {
      if (to === "named" || to === "both") delays.named ??= Number(value);
      if (to === "general" || to === "both") delays.general ??= Number(value);
    }
  }
  const delay = isNamed ? delays.named : delays.general;
  return { rules: isNamed ? named : general, ...(delay !== undefined && { delay }) };
}

/** A line names a program by its first word, in any case; further words, such as a version, do not count. */
function kindOfAgent(value: string, agent: string): "named" | "general" | undefined {
  if (/^\*(?:\s|$)/.test(value)) return "general";
  return /^[a-z_-]*/i.exec(value)?.[0].toLowerCase() === agent.toLowerCase() ? "named" : undefined;
}

function ruleOf(allow: boolean, value: string, place: { text: string; line: number }): Rule | undefined {
  if (value === "" || value.length > longestRule) return undefined;
  const path = value.startsWith("/") || value.startsWith("*") ? value : `/${value}`;
  const anchored = path.endsWith("$");
  const parts = normalised(anchored ? path.slice(0, -1) : path)
    .replaceAll("$", "%24")
    .split("*");
  const length = parts.reduce((sum, part) => sum + part.length, 0) + parts.length - 1 + (anchored ? 1 : 0);
  return { allow, parts, anchored, length, ...place };
}

/** The rule that forbids a path with its query; undefined where it is allowed. Of several rules the longest decides, then `Allow`. */
export function forbiddenBy({ rules }: RobotsRules, pathAndQuery: string): Rule | undefined {
  if (pathAndQuery === "/robots.txt") return undefined;
  const path = normalised(pathAndQuery).replaceAll("*", "%2A").replaceAll("$", "%24");
  let strongest: Rule | undefined;
  for (const rule of rules) {
    const weaker =
      strongest !== undefined &&
      (rule.length < strongest.length || (rule.length === strongest.length && (strongest.allow || !rule.allow)));
    if (!weaker && matches(rule, path)) strongest = rule;
  }
  return strongest?.allow === false ? strongest : undefined;
}

/** Takes the earliest place of each part, which leaves the most room for the others. */
function matches({ parts, anchored, length }: Rule, path: string): boolean {
  if (length > path.length + parts.length) return false;
  const [first = "", ...others] = parts;
  if (!path.startsWith(first)) return false;
  if (others.length === 0) return !anchored || path.length === first.length;
  let at = first.length;
  const last = anchored ? others.pop() : undefined;
  for (const part of others) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return last === undefined || (path.endsWith(last) && path.length - last.length >= at);
}

const encoder = new TextEncoder();
const hex = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;

/**
 * One spelling for all spellings of a path: only characters that need it are encoded, in capitals; in the query also a colon and a slash,
 * as RFC 9309 does.
 */
function normalised(path: string): string {
  const plain = path
    .replace(/%([0-9a-f]{2})/gi, (code, digits: string) => {
      const character = String.fromCharCode(Number.parseInt(digits, 16));
      return /[\w.~-]/.test(character) ? character : code.toUpperCase();
    })
    .replace(/[^\x21-\x7e]+/g, (run) => [...encoder.encode(run)].map(hex).join(""));
  const query = plain.indexOf("?");
  if (query === -1) return plain;
  return plain.slice(0, query) + plain.slice(query).replaceAll(":", "%3A").replaceAll("/", "%2F");
}
