import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { WARCParser } from "warcio";
import { sha256 } from "../../../src/base/digest.ts";
import { makeBudget } from "../../../src/captures/budget.ts";
import type { Exchange } from "../../../src/captures/fetch/exchange.ts";
import { writeWarc } from "../../../src/captures/fetch/write-warc.ts";
import { openCapture } from "../../../src/captures/open.ts";

const at = "https://news.example.org/live";
const exchange = (url: string, type: string, body: string, status = 200, more = ""): Exchange => ({
  url,
  date: "2024-05-17T02:37:00.123Z",
  ip: "2001:db8::1",
  requestHead: `GET ${new URL(url).pathname} HTTP/1.1\r\nHost: news.example.org\r\n\r\n`,
  responseHead: `HTTP/1.1 ${status} OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Name: Zo\xeb\r\nContent-Type: ${type}\r\n${more}\r\n`,
  status,
  headers: {},
  body: Buffer.from(body),
});
const about = { software: "afterlive/0.0.0", address: at, robots: "obey" } as const;
const exchanges = [
  exchange(at, "text/html; charset=utf-8", "<p>Zoë"),
  exchange(`${at}?page=2`, "text/html; charset=utf-8", "<p>two"),
  exchange(`${at}/pic.png`, "text/html", "", 302, "Location: /three.png\r\n"),
  exchange("https://news.example.org/three.png", "image/png", "picture"),
  exchange("https://news.example.org/stored", "binary/octet-stream", "GIF89a"),
  exchange("https://news.example.org/program", "application/octet-stream", "MZ"),
  { ...exchange("https://news.example.org/robots.txt", "text/plain", "none", 404), isCut: true as const },
];

test("a web archive holds a record of itself, then each answer with its request, with digests that are right", async () => {
  const { bytes } = writeWarc(exchanges, about);
  const found: string[] = [];
  const ids = new Map<string, string>();
  for await (const record of new WARCParser([bytes], { parseHttp: false })) {
    const block = await record.readFully(false);
    found.push(`${record.warcType} ${record.warcTargetURI ?? ""}`.trim());
    expect(record.warcHeader("WARC-Block-Digest")).toBe(`sha256:${sha256(block)}`);
    expect(record.warcHeader("WARC-Record-ID")).toMatch(/^<urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}>$/);
    expect(record.warcDate).toBe("2024-05-17T02:37:00.123Z");
    ids.set(record.warcHeader("WARC-Record-ID")!, record.warcType);
    if (record.warcType === "request") expect(ids.get(record.warcHeader("WARC-Concurrent-To")!)).toBe("response");
    if (record.warcType !== "response") continue;
    const one = exchanges.find(({ url }) => url === record.warcTargetURI)!;
    expect(Buffer.from(block).toString("latin1")).toBe(one.responseHead + Buffer.from(one.body).toString("latin1"));
    expect(record.warcHeader("WARC-Payload-Digest")).toBe(`sha256:${sha256(one.body)}`);
    expect(record.warcHeader("WARC-Truncated") ?? undefined).toBe(
      one.url.endsWith("robots.txt") ? "length" : undefined,
    );
    expect(record.warcHeader("WARC-IP-Address")).toBe("2001:db8::1");
  }
  expect(found).toEqual(["warcinfo", ...exchanges.flatMap(({ url }) => [`response ${url}`, `request ${url}`])]);
  expect(ids.size).toBe(found.length);
});

test("same exchanges give the same bytes, whose digest is that of the whole unpacked", () => {
  const { bytes, digest } = writeWarc(exchanges, about);
  expect(Buffer.from(writeWarc(exchanges, about).bytes).equals(bytes)).toBe(true);
  expect(sha256(gunzipSync(bytes))).toBe(digest);
});

test("it is opened as any web archive is: its pages are documents, and find their pictures along redirects", async () => {
  const opened = await openCapture(
    { file: "x", name: "x", bytes: writeWarc(exchanges, about).bytes },
    { budget: makeBudget() },
  );
  const documents = "documents" in opened ? opened.documents : [];
  expect(documents.map(({ source, captured }) => [source, captured])).toEqual([
    [at, "2024-05-17T02:37:00.123Z"],
    [`${at}?page=2`, "2024-05-17T02:37:00.123Z"],
  ]);
  for (const address of ["/live/pic.png", "three.png"])
    expect(Buffer.from((await documents[0]!.find!(address))!).toString()).toBe("picture");
  expect(Buffer.from((await documents[0]!.find!("/stored"))!).toString()).toBe("GIF89a");
  expect(await documents[0]!.find!("/program")).toBeUndefined();
});
