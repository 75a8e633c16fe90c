/**
 * From exchanges to a web archive (WARC 1.1) in which each record is compressed by itself. This module does not use warcio, because that
 * library keeps no field twice and no byte outside UTF-8. Same exchanges, same bytes.
 */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { sha256 } from "../../base/digest.ts";
import type { FetchedArchive } from "../document.ts";
import type { Exchange } from "./exchange.ts";

interface WarcAbout {
  /** The program that asked. */
  readonly software: string;
  /** The address that the person gave. */
  readonly address: string;
  readonly robots: "obey" | "ignore";
}

type Field = readonly [name: string, value: string];

/** `exchanges` in the order in which they went over the wire. */
export function writeWarc(exchanges: readonly Exchange[], about: WarcAbout): FetchedArchive {
  const date = exchanges[0]?.date ?? "1970-01-01T00:00:00Z";
  const records = [infoRecord(date, about), ...exchanges.flatMap(recordsOf)];
  const digest = createHash("sha256");
  for (const record of records) digest.update(record);
  return {
    bytes: Buffer.concat(records.map((record) => packed(record))),
    digest: digest.digest("hex"),
  };
}

/** Compresses a record. Erases the time and the operating system in the header of gzip, so that all systems give the same bytes. */
function packed(record: Uint8Array): Uint8Array {
  const bytes = gzipSync(record, { level: 9 });
  bytes.fill(0, 4, 8);
  bytes[9] = 255;
  return bytes;
}

function infoRecord(date: string, { software, address, robots }: WarcAbout): Uint8Array {
  const body = fieldsOf([
    ["software", software],
    ["format", "WARC File Format 1.1"],
    ["conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"],
    ["robots", robots],
    ["description", `A live page, fetched from ${address}`],
  ]);
  return record(
    [
      ["WARC-Type", "warcinfo"],
      ["WARC-Date", date],
      ["WARC-Record-ID", recordId("warcinfo", date, address)],
      ["Content-Type", "application/warc-fields"],
    ],
    Buffer.from(body, "utf8"),
  );
}

/** The answer and, beside it, what was asked. */
function recordsOf(exchange: Exchange): readonly Uint8Array[] {
  const { url, date, ip, body, isCut } = exchange;
  const [response, request] = [recordId("response", date, url), recordId("request", date, url)];
  const common: readonly Field[] = [
    ["WARC-Target-URI", url],
    ["WARC-Date", date],
    ...(ip === undefined ? [] : [["WARC-IP-Address", ip] as const]),
  ];
  return [
    record(
      [
        ["WARC-Type", "response"],
        ["WARC-Record-ID", response],
        ...common,
        ["Content-Type", "application/http;msgtype=response"],
        ["WARC-Payload-Digest", digestOf(body)],
        ...(isCut ? [["WARC-Truncated", "length"] as const] : []),
      ],
      Buffer.concat([Buffer.from(exchange.responseHead, "latin1"), body]),
    ),
    record(
      [
        ["WARC-Type", "request"],
        ["WARC-Record-ID", request],
        ["WARC-Concurrent-To", response],
        ...common,
        ["Content-Type", "application/http;msgtype=request"],
      ],
      Buffer.from(exchange.requestHead, "latin1"),
    ),
  ];
}

function record(fields: readonly Field[], block: Uint8Array): Uint8Array {
  const head = fieldsOf([...fields, ["WARC-Block-Digest", digestOf(block)], ["Content-Length", String(block.length)]]);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head}\r\n`, "utf8"), block, Buffer.from("\r\n\r\n")]);
}

const fieldsOf = (fields: readonly Field[]): string => fields.map(([name, value]) => `${name}: ${value}\r\n`).join("");

const digestOf = (bytes: Uint8Array): string => `sha256:${sha256(bytes)}`;

/** A UUID (version 8) made of the type, the date and the address of the record, so that the same exchange gets the same one. */
function recordId(type: string, date: string, url: string): string {
  const hex = sha256(`${type} ${date} ${url}`);
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}>`;
}
