/** From one request to its answer, both as they went over the wire. */

import { type IncomingMessage, request as plainRequest, type RequestOptions } from "node:http";
import { request as secureRequest } from "node:https";
import { withoutFragment } from "../../base/address.ts";
import { tooLarge } from "./content-coding.ts";
import { FetchFault, fetchFaultOf } from "./fetch-fault.ts";
import type { HostGuard } from "./host-guard.ts";

export interface Exchange {
  /** Without a fragment. */
  readonly url: string;
  /** When the request was sent: ISO 8601, UTC, to the second. */
  readonly date: string;
  /** The address that answered. */
  readonly ip?: string;
  /** Both as Latin-1, with the empty line that ends them. */
  readonly requestHead: string;
  readonly responseHead: string;
  readonly status: number;
  /** By name in lower case; of several the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent, without the transfer coding. */
  readonly body: Uint8Array;
  /** Present where the answer had more bytes than were taken. */
  readonly isCut?: true;
}

export interface ExchangeSettings {
  readonly guard: HostGuard;
  readonly userAgent: string;
  /** Milliseconds that may pass without a byte. The whole exchange may take three times as long. */
  readonly patience: number;
  readonly now: () => number;
}

export interface Ask {
  readonly accept: string;
  /** In bytes, as they are sent. */
  readonly limit: number;
  /** Takes the bytes within the limit and leaves the rest, instead of refusing the answer. */
  readonly cut?: boolean;
}

/** Asks once, follows no redirect, sends no cookie. Throws a FetchFault where no whole answer comes. */
export async function exchange(url: URL, ask: Ask, settings: ExchangeSettings): Promise<Exchange> {
  settings.guard.check(url);
  const fields = [
    ["Host", url.host],
    ["User-Agent", settings.userAgent],
    ["Accept", ask.accept],
    ["Accept-Encoding", "gzip, br"],
    ["Connection", "close"],
  ] as const;
  const path = url.pathname + url.search;
  const requestHead = `GET ${path} HTTP/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  const date = new Date(settings.now()).toISOString().replace(/\.\d+/, "");
  // Without an agent each request has its own connection, whose address is checked, and no proxy of the environment is used.
  const options: RequestOptions = {
    agent: false,
    hostname: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port || (url.protocol === "https:" ? 443 : 80),
    path,
    method: "GET",
    setHost: false,
    headers: fields.flat(),
    lookup: settings.guard.lookupFor(url),
    maxHeaderSize: 64 * 1024,
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? secureRequest : plainRequest;
    const request = send(options);
    const end = (finish: () => void): void => {
      clearTimeout(silence);
      clearTimeout(whole);
      finish();
      request.destroy();
    };
    const fail = (error: unknown): void => end(() => reject(fetchFaultOf(error)));
    const silence = setTimeout(() => fail(tooSlow("answer", settings.patience)), settings.patience);
    const whole = setTimeout(() => fail(tooSlow("whole answer", settings.patience * 3)), settings.patience * 3);
    request.on("error", fail);
    request.on("response", (response) => {
      const ip = response.socket.remoteAddress;
      silence.refresh();
      response.on("data", () => silence.refresh());
      bodyOf(response, ask, fail, (body, isCut) =>
        end(() =>
          resolve({
            url: withoutFragment(url),
            date,
            ...(ip !== undefined && { ip }),
            requestHead,
            responseHead: headOf(response),
            status: response.statusCode ?? 0,
            headers: headersOf(response.rawHeaders),
            body,
            ...(isCut && { isCut }),
          }),
        ),
      );
    });
    request.end();
  });
}

/** A server that is too slow for a whole answer is not asked again: it would be too slow again. */
const tooSlow = (what: "answer" | "whole answer", milliseconds: number): FetchFault =>
  new FetchFault("time", `no ${what} in ${Math.round(milliseconds / 100) / 10} seconds`, "Try again later", {
    passing: what === "answer",
  });

function bodyOf(
  response: IncomingMessage,
  { limit, cut = false }: Ask,
  fail: (error: unknown) => void,
  done: (body: Uint8Array, isCut: boolean) => void,
): void {
  const announced = Number(response.headers["content-length"] ?? 0);
  if (announced > limit && !cut) {
    fail(tooLarge(limit));
    return;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  response.on("data", (chunk: Uint8Array) => {
    if (size > limit) return;
    chunks.push(chunk);
    size += chunk.length;
    if (size <= limit) return;
    if (cut) done(Buffer.concat(chunks).subarray(0, limit), true);
    else fail(tooLarge(limit));
  });
  response.on("error", fail);
  response.on("end", () => done(Buffer.concat(chunks), false));
}

/** The head as it came. Node undoes the transfer coding, so that its field gets another name, as in other web archives. */
function headOf({ httpVersion, statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = [`HTTP/${httpVersion} ${statusCode} ${statusMessage}`.trimEnd()];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    const kept = name.toLowerCase() === "transfer-encoding" ? `X-Archive-Orig-${name}` : name;
    lines.push(`${kept}: ${rawHeaders[index + 1]}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function headersOf(raw: readonly string[]): Readonly<Record<string, string>> {
  const headers: Record<string, string> = Object.create(null);
  for (let index = 0; index + 1 < raw.length; index += 2)
    headers[raw[index]?.toLowerCase() ?? ""] ??= raw[index + 1] ?? "";
  return headers;
}
