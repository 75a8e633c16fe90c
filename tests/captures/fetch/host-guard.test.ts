import { expect, test } from "vitest";
import { makeHostGuard, readAllowedHost } from "../../../src/captures/fetch/host-guard.ts";
import { quickFetcher, serve, wanted } from "./server.ts";

test("readAllowedHost reads a host with a port or without, as a URL spells it", () => {
  expect(readAllowedHost("LocalHost")).toEqual({ host: "localhost" });
  expect(readAllowedHost("localhost:080")).toEqual({ host: "localhost", port: "80" });
  expect(readAllowedHost("0x7f.1:8080")).toEqual({ host: "127.0.0.1", port: "8080" });
  expect(readAllowedHost("::1")).toEqual({ host: "[::1]" });
  expect(readAllowedHost("[::1]:443")).toEqual({ host: "[::1]", port: "443" });
  for (const text of ["", "a/b", "a@b", "http://a", "a:99999", "a:x", "a:", "a b"])
    expect(readAllowedHost(text), text).toBeUndefined();
});

test("a host that the person named may be asked, at the port that they named, and no other", () => {
  const guard = makeHostGuard([{ host: "127.0.0.1", port: "80" }, { host: "[::1]" }]);
  const passes = (address: string): boolean => {
    try {
      guard.check(new URL(address));
      return true;
    } catch {
      return false;
    }
  };
  expect(["http://127.0.0.1/", "http://0x7f.1:80/", "http://[::1]:9/", "https://[0:0::1]/"].map(passes)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["https://127.0.0.1/", "http://127.0.0.1:81/", "http://127.0.0.2/", "http://10.0.0.1/"].map(passes)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(["ftp://e.org/", "file:///etc/passwd", "data:,x", "http://a:b@e.org/", "http://a@e.org/"].map(passes)).toEqual(
    [false, false, false, false, false],
  );
});

test("a name is refused for the address that it leads to, and nothing is sent there", async () => {
  let asked = 0;
  const at = new URL(
    await serve((_, response) => {
      asked += 1;
      response.end("x");
    }),
  );
  const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
  const fetcher = quickFetcher({ allowed: [], resolve });
  await expect(fetcher.fetch(`http://news.example.org:${at.port}/`, wanted)).rejects.toThrow(
    `news.example.org (127.0.0.1) is no address of the public Internet: it means this machine`,
  );
  expect(asked).toBe(0);
  const named = quickFetcher({ allowed: [{ host: "news.example.org" }], resolve });
  expect((await named.fetch(`http://news.example.org:${at.port}/`, wanted)).bytes.length).toBe(1);
});

test("a name that changes its address between two looks is refused at the second", async () => {
  const found = ["1.1.1.1", "127.0.0.1"];
  const guard = makeHostGuard([], async () => [{ address: found.shift() ?? "", family: 4 }]);
  const url = new URL("http://news.example.org/");
  const look = () =>
    new Promise((done) => guard.lookupFor(url)("news.example.org", {}, (error, address) => done(error ?? address)));
  guard.check(url);
  expect(await look()).toBe("1.1.1.1");
  expect(await look()).toMatchObject({ kind: "private" });
});

test("of several addresses only those of the public Internet are tried", async () => {
  const guard = makeHostGuard([], async () => [
    { address: "10.0.0.1", family: 4 },
    { address: "1.1.1.1", family: 4 },
    { address: "::ffff:127.0.0.1", family: 6 },
  ]);
  const look = (all: boolean) =>
    new Promise((done) => guard.lookupFor(new URL("http://e.org"))("e.org", { all }, (...told) => done(told)));
  expect(await look(true)).toEqual([null, [{ address: "1.1.1.1", family: 4 }]]);
  expect(await look(false)).toEqual([null, "1.1.1.1", 4]);
});
