import { readdirSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeExchangeStore } from "../../../src/captures/fetch/exchange-store.ts";
import type { FetcherSettings } from "../../../src/captures/fetch/fetcher.ts";
import { newFolder } from "../../e2e/command-line.ts";
import { quickFetcher, serve, wanted } from "./server.ts";

/** A server that answers by path, and the paths that it was asked for. */
async function site(
  answers: Readonly<Record<string, (asked: number) => readonly [number, object?, (string | Buffer)?]>>,
) {
  const asked: string[] = [];
  const at = await serve(({ url = "" }, response) => {
    asked.push(url);
    const [status, headers = {}, body = ""] = answers[url]?.(asked.filter((one) => one === url).length) ?? [404];
    response.writeHead(status, { ...headers }).end(body);
  });
  return { at, asked };
}
const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString();

describe("a fetcher", () => {
  test("tries again where a server is busy, and gives up where it stays so", async () => {
    const { at, asked } = await site({ "/a": (nth) => (nth < 3 ? [500] : [200, {}, "a"]), "/b": () => [503] });
    const fetcher = quickFetcher();
    expect(textOf(await fetcher.fetch(`${at}/a`, wanted))).toBe("a");
    await expect(fetcher.fetch(`${at}/b`, wanted)).rejects.toThrow("the server answered 503");
    await expect(fetcher.fetch(`${at}/c`, wanted)).rejects.toThrow("the server answered 404");
    expect(asked).toEqual(["/a", "/a", "/a", "/b", "/b", "/b", "/c"]);
  });

  test("waits as long as the server asks, and not at all where that is too long", async () => {
    const { at, asked } = await site({
      "/soon": (nth) => (nth === 1 ? [429, { "retry-after": "1" }] : [200]),
      "/date": (nth) => (nth === 1 ? [503, { "retry-after": new Date(Date.now() + 2000).toUTCString() }] : [200]),
      "/late": () => [429, { "retry-after": "1000000" }],
    });
    const fetcher = quickFetcher();
    for (const path of ["/soon", "/date"]) {
      const start = performance.now();
      await fetcher.fetch(at + path, wanted);
      expect(performance.now() - start).toBeGreaterThan(900);
    }
    await expect(fetcher.fetch(`${at}/late`, wanted)).rejects.toThrow("429");
    expect(asked).toEqual(["/soon", "/soon", "/date", "/date", "/late"]);
  });

  test("pauses between two requests, never longer than robots.txt may ask for", async () => {
    const { at } = await site({
      "/robots.txt": () => [200, {}, "User-agent: *\nCrawl-delay: 0.2"],
      "/a": () => [200],
      "/b": () => [200],
    });
    const timed = async (settings: Partial<FetcherSettings>) => {
      const fetcher = quickFetcher(settings);
      const start = performance.now();
      for (const path of ["/a", "/b"]) await fetcher.fetch(at + path, wanted);
      return performance.now() - start;
    };
    expect(await timed({ pause: 300 })).toBeGreaterThan(290);
    expect(await timed({ ignoreRobots: false })).toBeGreaterThan(190);
  });

  test("follows redirects, and tells where they end", async () => {
    const { at } = await site({
      "/a": () => [302, { location: "b?c#d" }],
      "/b?c": () => [301, { location: "/e" }],
      "/e": () => [200, {}, "e"],
      "/f": () => [302, { location: Buffer.from("/\u00e9").toString("latin1") }],
      "/%C3%A9": () => [200, {}, "e"],
    });
    expect(await quickFetcher().fetch(`${at}/f`, wanted)).toMatchObject({ url: `${at}/%C3%A9` });
    expect(await quickFetcher().fetch(`${at}/a#x`, wanted)).toMatchObject({ url: `${at}/e` });
  });

  test("asks once where a server redirects in a circle, and ends where it redirects too often", async () => {
    const { at, asked } = await site({
      "/loop": () => [302, { location: "/loop" }],
      "/x": () => [302, { location: "/y" }],
      "/y": () => [302, { location: "/x#again" }],
    });
    for (const path of ["/loop", "/x"])
      await expect(quickFetcher().fetch(at + path, wanted)).rejects.toThrow("the server redirects in a circle");
    expect(asked).toEqual(["/loop", "/x", "/y"]);
    let steps = 0;
    const endless = await serve((_, response) => {
      steps += 1;
      response.writeHead(302, { location: `/${steps}` }).end();
    });
    await expect(quickFetcher().fetch(endless, wanted)).rejects.toThrow("more than 10 times");
    expect(steps).toBe(11);
  });

  test("is led by no redirect to a private address, another port or another scheme", async () => {
    const inside = await site({ "/secret": () => [200, {}, "secret"] });
    for (const target of [
      `${inside.at}/secret`,
      `http://2130706433:${new URL(inside.at).port}/secret`,
      "http://[::1]/",
      "http://localhost/",
      "http://169.254.169.254/latest/meta-data/",
      "file:///etc/passwd",
      "ftp://127.0.0.1/x",
      "data:text/html,x",
      "http://user:pass@127.0.0.1/",
      "http://",
    ]) {
      const { at } = await site({ "/": () => [302, { location: target }] });
      const fetcher = quickFetcher({ allowed: [{ host: "127.0.0.1", port: new URL(at).port }] });
      await expect(fetcher.fetch(`${at}/`, wanted), target).rejects.toMatchObject({
        kind: expect.stringMatching(/^(?:private|scheme)$/),
      });
    }
    expect(inside.asked).toEqual([]);
  });

  test("has limits for one answer and for all of them, packed and unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(2 ** 21));
    const { at } = await site({
      "/bomb": () => [200, { "content-encoding": "gzip" }, bomb],
      "/a": () => [200, {}, Buffer.alloc(700)],
      "/b": () => [200, {}, Buffer.alloc(700)],
    });
    const fetcher = quickFetcher();
    await expect(fetcher.fetch(`${at}/bomb`, wanted)).rejects.toThrow("it has more than 1 MB");
    expect(fetcher.exchanges()).toEqual([]);
    const small = quickFetcher({ allowance: 1000 });
    await small.fetch(`${at}/a`, wanted);
    await expect(small.fetch(`${at}/b`, wanted)).rejects.toThrow("all that was fetched has more than");
  });

  test("gives up a host that does not answer, and all that takes too long", async () => {
    let asked = 0;
    const at = await serve(() => {
      asked += 1;
    });
    const fetcher = quickFetcher({ patience: 200 });
    for (const path of ["/a", "/b", "/c"])
      await expect(fetcher.fetch(at + path, wanted)).rejects.toMatchObject({ kind: "time" });
    expect(asked).toBe(4);
    let now = 0;
    const late = quickFetcher({ now: () => now, longest: 60_000 });
    now = 60_001;
    await expect(late.fetch(`${at}/a`, wanted)).rejects.toThrow("took more than 1 minutes");
  });

  test("asks for robots.txt once a host, before anything else, and for nothing that it forbids", async () => {
    const { at, asked } = await site({
      "/robots.txt": () => [302, { location: "/moved.txt" }],
      "/moved.txt": () => [200, {}, "User-agent: *\nDisallow: /no"],
      "/a": () => [302, { location: "/no" }],
      "/b": () => [200],
    });
    const fetcher = quickFetcher({ ignoreRobots: false });
    await fetcher.fetch(`${at}/b`, wanted);
    for (const path of ["/no", "/a"])
      await expect(fetcher.fetch(at + path, wanted)).rejects.toThrow('forbids it (line 2: "Disallow: /no")');
    expect(asked).toEqual(["/robots.txt", "/moved.txt", "/b", "/a"]);
    await expect(quickFetcher().fetch(`${at}/no`, wanted)).rejects.toThrow("404");
  });

  test.each([
    [404, true],
    [403, true],
    [500, false],
    [429, false],
  ])("takes a robots.txt that is answered with %i as the standard says", async (status, allowed) => {
    const { at, asked } = await site({ "/robots.txt": () => [status], "/a": () => [200] });
    const fetched = quickFetcher({ ignoreRobots: false }).fetch(`${at}/a`, wanted);
    if (allowed) await fetched;
    else await expect(fetched).rejects.toMatchObject({ kind: "robots" });
    expect(asked.includes("/a")).toBe(allowed);
  });

  test("goes on where an earlier one was interrupted: what lies there and is fresh is not asked for again", async () => {
    const { at, asked } = await site({
      "/a": () => [302, { location: "/b" }],
      "/b": () => [200, { "content-encoding": "gzip" }, gzipSync("words")],
      "/c": () => [500],
    });
    const folder = path.join(newFolder(), "run");
    let now = Date.UTC(2024, 4, 17);
    const fetcher = () => quickFetcher({ now: () => now, store: makeExchangeStore(folder, () => now) });
    const first = fetcher();
    await first.fetch(`${at}/a`, wanted);
    await expect(first.fetch(`${at}/c`, wanted)).rejects.toThrow("500");
    expect(readdirSync(folder)).toHaveLength(2);
    asked.length = 0;
    now += 59 * 60_000;
    const second = fetcher();
    expect(textOf(await second.fetch(`${at}/a`, wanted))).toBe("words");
    expect(asked).toEqual([]);
    const plain = ({ body, ...head }: { body: Uint8Array }) => ({ ...head, body: Buffer.from(body) });
    expect(second.exchanges().map(plain)).toEqual(first.exchanges().slice(0, 2).map(plain));
    now += 2 * 60_000;
    await fetcher().fetch(`${at}/a`, wanted);
    expect(asked).toEqual(["/a", "/b"]);
  });
});
