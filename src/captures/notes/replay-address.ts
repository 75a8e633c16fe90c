/** From the address of a replayed page in a web archive to its original address and the time of the capture. */
import { percentDecoded } from "../../base/address.ts";

export interface Replayed {
  /** The original address. */
  readonly address: string;
  /** When the archive captured it: ISO 8601 in UTC. Absent where the address has no whole time. */
  readonly captured?: string;
}

/** The suffix that an archive adds to the time: `id_`, `im_`, `mp_`, or the name of a browser. */
const mode = String.raw`(?:[a-z]{2}_|\$[\w:.-]{1,40})`;

/** The path of an address on an archive's server; the first group is the time, the last the address. */
const wayback = new RegExp(String.raw`^\/web\/(?:(\d{1,14}|\d{0,14}\*)${mode}?|${mode})\/([\s\S]+)$`, "i");
const today = /^\/(?:(\d{4}\.\d\d\.\d\d-\d{6}|\d{14}|newest|oldest|timegate)|o\/\w{4,8})\/([\s\S]+)$/i;
/** The pattern of Memento, which pywb, Conifer, Arquivo.pt, Perma.cc, Archive-It and most libraries follow. */
const memento = new RegExp(
  String.raw`^(?:\/[^/?#\s]{1,80}){0,6}?\/(?:(\d{14})${mode}?|[a-z]{2}_)\/((?:https?(?::|%3a)|\/\/)[\s\S]+)$`,
  "i",
);

const isWayback = (host: string): boolean => /^(?:(?:web|wayback|www|web-static)\.)?archive\.org$/i.test(host);
const isToday = (host: string): boolean => /^(?:www\.)?archive\.(?:ph|today|is|li|vn|fo|md)$/i.test(host);

/** A quick test: false for a text without any archive's address. */
export const mayHoldReplay = (text: string): boolean =>
  /\/\d{14}|\/web\/[\d*]|\/[a-z]{2}_\/|\/\/archive\.[a-z]{2,5}\/|webcache\.google/i.test(text);

/** The address that an archive replays at this one; undefined for any other address. */
export function replayedAt(address: string): Replayed | undefined {
  const trimmed = address.trim();
  const parts = /^(?:(?:https?:)?\/{1,2}(?=[^/]*\.|localhost)([^/?#\s]{1,200}))?(\/[\s\S]*)$/i.exec(trimmed);
  const host = (parts?.[1] ?? "").replace(/:\d{1,5}$/, "");
  const path = parts?.[2];
  if (path === undefined) return undefined;
  if (/^webcache\.googleusercontent\.com$/i.test(host)) return inGoogleCache(path);
  const known = isWayback(host) || host === "" ? wayback.exec(path) : isToday(host) ? today.exec(path) : null;
  const match = known ?? memento.exec(path);
  if (match === null) return undefined;
  const whole = wholeAddress(match[2] ?? "", host !== "" || match[1] !== undefined);
  const captured = timeOf(match[1] ?? "");
  return whole === undefined ? undefined : { address: whole, ...(captured !== undefined && { captured }) };
}

/** The original address, before any archive replayed it, and when the first archive captured it. */
export function originalOf(address: string): Replayed {
  let found: Replayed = { address };
  for (let depth = 0; depth < 4; depth += 1) {
    const inner = replayedAt(found.address);
    if (inner === undefined) break;
    found = { ...found, ...inner };
  }
  return found;
}

/** Completes `https:/e.org/a`, `https%3A%2F%2Fe.org%2Fa`, `//e.org/a` and `e.org/a`. */
function wholeAddress(text: string, mayLackScheme: boolean): string | undefined {
  const plain = /^https?%3a/i.test(text) ? percentDecoded(text) : text;
  const [, scheme, rest] = /^(?:(https?):)?\/{1,2}([^/\s][\s\S]*)$/i.exec(plain) ?? [];
  if (rest !== undefined) return `${(scheme ?? "https").toLowerCase()}://${rest}`;
  return mayLackScheme && /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6}(?::\d{1,5})?(?:[/?#]|$)/i.test(plain)
    ? `http://${plain}`
    : undefined;
}

/** `/search?q=cache:KEY:https://e.org/a+words`. */
function inGoogleCache(path: string): Replayed | undefined {
  const query = /[?&]q=cache(?::|%3a)([^&#]+)/i.exec(path)?.[1];
  if (query === undefined) return undefined;
  const plain = percentDecoded(query.split("+")[0] ?? "").replace(/^[\w-]{6,20}:(?!\/)/, "");
  const address = wholeAddress(plain, true);
  return address === undefined ? undefined : { address };
}

/** `20240517120000` or `2024.05.17-120000` in ISO 8601, UTC; undefined for fewer digits and for a day that does not exist. */
export function timeOf(digits: string): string | undefined {
  const plain = digits.replace(/[.-]/g, "");
  const [, year, month, day, hour, minute, second] =
    /^((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(plain) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(8, 10) !== day ? undefined : iso;
}
