/** From one record of a web archive to a page or a picture, as it was before the server encoded it. */
import type { WARCRecord } from "warcio";
import { limits } from "../limits.ts";
import { originalOf } from "../notes/replay-address.ts";
import { beginsAsPage } from "./file-names.ts";
import { type Body, decodeBody } from "./http-body.ts";

export interface RecordFacts {
  /** The kind that the server named; "unknown" where it named none that helps. */
  readonly kind: "page" | "picture" | "unknown";
  /** The original address, without that of an archive which replayed it. */
  readonly source: string;
  /** ISO 8601. */
  readonly captured?: string;
  readonly charset?: string;
  /** The server sent only a part. */
  readonly partial: boolean;
}

/** What a record says of itself; undefined for requests, errors, scripts and other records that no import reads. */
export function recordFactsOf(record: WARCRecord): RecordFacts | undefined {
  const { warcType } = record;
  const isSent = warcType === "response" || warcType === "revisit";
  if (!isSent && warcType !== "resource" && warcType !== "conversion") return undefined;
  const address = record.warcTargetURI ?? "";
  // Crawlers keep notes about pages under addresses of their own schemes.
  if (!/^(?:https?|ftp|file):/i.test(address)) return undefined;
  const status = Number(record.httpHeaders?.statusCode ?? 200);
  if (warcType !== "revisit" && (status < 200 || status > 299 || status === 204 || status === 205)) return undefined;
  const type = header(record, "content-type") || (isSent ? "" : (record.warcContentType ?? "").toLowerCase());
  const kind = kindOf(type);
  if (kind === undefined) return undefined;
  const { address: source, captured: replayed } = originalOf(address);
  const captured = replayed ?? dateOf(header(record, "memento-datetime")) ?? record.warcDate ?? undefined;
  const charset = /charset\s?=\s?["']?([\w:.-]{1,40})/i.exec(type)?.[1];
  return {
    kind,
    source,
    partial: status === 206 && !isWholeRange(header(record, "content-range")),
    ...(captured !== undefined && { captured }),
    ...(charset !== undefined && { charset }),
  };
}

/** The redirect in a record, both addresses without those of an archive which replayed them. */
export function redirectOf(record: WARCRecord): { readonly from: string; readonly to: string } | undefined {
  const status = Number(record.httpHeaders?.statusCode ?? 200);
  const source = record.warcTargetURI ?? "";
  const location = record.httpHeaders?.headers.get("location") ?? "";
  if (record.warcType !== "response" || status < 300 || status > 399 || location === "") return undefined;
  if (!URL.canParse(location, source)) return undefined;
  return { from: originalOf(source).address, to: originalOf(new URL(location, source).href).address };
}

const header = (record: WARCRecord, name: string): string =>
  (record.httpHeaders?.headers.get(name) ?? "").toLowerCase().trim();

function kindOf(type: string): RecordFacts["kind"] | undefined {
  if (/^(?:text\/html|application\/xhtml\+xml|(?:application|text)\/(?:[\w.-]{1,60}\+)?json)(?![\w.+-])/.test(type))
    return "page";
  if (type.startsWith("image/")) return "picture";
  return /^(?:(?:application|binary)\/octet-stream|text\/plain|unknown\/unknown|$)/.test(type) ? "unknown" : undefined;
}

/** `bytes 0-99/100` is the whole content. */
function isWholeRange(range: string): boolean {
  const [, from, to, size] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(range) ?? [];
  return from === "0" && Number(to) + 1 === Number(size);
}

function dateOf(text: string): string | undefined {
  const date = new Date(text.slice(0, 60));
  return text === "" || Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(".000Z", "Z");
}

/** The content of a record; `limit` is in bytes. */
export async function payloadOf(record: WARCRecord, limit: number): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record.reader) {
    size += chunk.length;
    if (size > limit) return { fault: "it is too large" };
    chunks.push(chunk);
  }
  const raw = Buffer.concat(chunks);
  if (record.httpHeaders === null) return { bytes: raw };
  const codings = { transfer: header(record, "transfer-encoding"), content: header(record, "content-encoding") };
  const body = decodeBody(raw, codings, limit);
  return "bytes" in body && isShort(record, raw, body.bytes) ? { ...body, cut: true } : body;
}

/** The server announced more bytes than there are. After undoing a coding, a crawler may have left the old length. */
function isShort(record: WARCRecord, raw: Uint8Array, bytes: Uint8Array): boolean {
  const announced = /^\d{1,15}$/.exec(header(record, "content-length"))?.[0];
  const isAsSent = header(record, "content-encoding") === "" || raw !== bytes;
  return (
    announced !== undefined && header(record, "transfer-encoding") === "" && isAsSent && raw.length < Number(announced)
  );
}

/** Why the record lacks a part of the answer, in a few words, by its own head. */
export function shortenedBy(record: WARCRecord): string | undefined {
  const word = record.warcHeaders.headers.get("WARC-Truncated");
  if (word !== null && word !== undefined) return `it was cut when the archive was made (${word.slice(0, 40)})`;
  return record.warcHeaders.headers.has("WARC-Segment-Number")
    ? "the archive holds it in segments, of which the first was read"
    : undefined;
}

/** True where the archive ends inside the head of a record: each head names the length of what follows. */
export const endsInHead = (record: WARCRecord): boolean => !record.warcHeaders.headers.has("Content-Length");

/** True for content of an unknown kind that is a page. */
export const isPage = (bytes: Uint8Array): boolean => bytes.length <= limits.document && beginsAsPage(bytes);
