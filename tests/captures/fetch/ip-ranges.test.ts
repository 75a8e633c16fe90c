import fc from "fast-check";
import { expect, test } from "vitest";
import { makeHostGuard } from "../../../src/captures/fetch/host-guard.ts";
import { ipBytes, whyNotPublic } from "../../../src/captures/fetch/ip-ranges.ts";

const runs = process.env.AFTERLIVE_LONG ? 10_000 : 500;

/** Ranges that are never to be asked: first byte or first 16-bit groups, and how many bits of them count. */
const closed4 = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 168], 16],
  [[198, 18], 15],
  [[224], 4],
  [[240], 4],
] as const;
const closed6 = [
  [[0xfc00], 7],
  [[0xfe80], 10],
  [[0xfec0], 10],
  [[0xff00], 8],
  [[0x64, 0xff9b, 1], 48],
  [[0x2001, 0], 32],
  [[0x2001, 0xdb8], 32],
  [[0x2002], 16],
  [[0, 0, 0, 0, 0, 0], 96],
] as const;

/** A whole address whose first bits are those of a range. */
const within = (unit: number, length: number) => (range: readonly [readonly number[], number]) =>
  fc.array(fc.nat({ max: 2 ** unit - 1 }), { minLength: length, maxLength: length }).map((random) =>
    random.map((value, index) => {
      const bits = Math.min(unit, Math.max(0, range[1] - index * unit));
      const free = 2 ** (unit - bits);
      const fixed = range[0][index] ?? 0;
      return fixed - (fixed % free) + (value % free);
    }),
  );
const private4 = fc.constantFrom(...closed4).chain(within(8, 4));
const private6 = fc.constantFrom(...closed6).chain(within(16, 8));

/** `127.0.0.1`, `0x7f.1`, `0177.0.1`, `2130706433`: all that a URL takes for an IPv4 address. */
const spelled4 = fc
  .tuple(private4, fc.nat({ max: 3 }), fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: 4 }))
  .map(([bytes, joined, styles]) => {
    const parts = bytes.slice(0, 4 - joined);
    const rest = bytes.slice(4 - joined).reduce((sum, byte) => sum * 256 + byte, parts.pop() ?? 0);
    return [...parts, rest]
      .map((part, index) => [String(part), `0x${part.toString(16)}`, `0${part.toString(8)}`][styles[index]!])
      .join(".");
  });

/** Capitals, leading zeros, and an IPv4 address as the last two groups. */
const spelled6 = fc
  .tuple(private6, fc.boolean(), fc.boolean(), fc.boolean())
  .map(([groups, capitals, zeros, mixed]) => {
    const hex = groups.map((group) => group.toString(16).padStart(zeros ? 4 : 1, "0"));
    const [high = 0, low = 0] = groups.slice(6);
    const text = (mixed ? [...hex.slice(0, 6), `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`] : hex).join(":");
    return `[${capitals ? text.toUpperCase() : text}]`;
  });

/** An IPv6 address that leads to an IPv4 address. */
const carried4 = fc
  .tuple(private4, fc.constantFrom("::ffff:", "64:ff9b::", "0:0:0:0:0:FFFF:", "::", "::ffff:0:"))
  .map(([bytes, prefix]) => `[${prefix}${bytes.join(".")}]`);

test("no private address passes, however it is spelled in a URL", () => {
  const guard = makeHostGuard([]);
  fc.assert(
    fc.property(fc.oneof(spelled4, spelled6, carried4), fc.nat({ max: 65_535 }), (host, port) => {
      const url = URL.parse(`http://${host}:${port}/`);
      expect(url, host).not.toBeNull();
      expect(() => guard.check(url!), url!.hostname).toThrow(/is no address of the public Internet/);
      expect(whyNotPublic(url!.hostname), host).toBeTypeOf("string");
    }),
    { numRuns: runs },
  );
});

test.each([
  "127.0.0.1",
  "169.254.169.254",
  "100.100.100.200",
  "168.63.129.16",
  "255.255.255.255",
  "::",
  "::1",
  "::1%lo",
  "fd00:ec2::254",
  "fe80::1%eth0",
  "[fe80::1]",
  "::ffff:10.0.0.1",
  "::ffff:7f00:1",
  "64:ff9b::7f00:1",
  "64:ff9b::a9fe:a9fe",
  "2002:7f00:1::",
  "2001:0:7f00:1::",
  "ff02::1",
  "4000::1",
])("%s is refused", (address) => {
  expect(whyNotPublic(address)).toBeTypeOf("string");
});

test.each([
  "1.1.1.1",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.0.1.0",
  "192.167.255.255",
  "192.169.0.0",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2606:4700::1111",
  "2001:4860:4860::8888",
  "2a00:1450:4001::200e",
  "64:ff9b::101:101",
  "::ffff:1.1.1.1",
  "news.example.org",
])("%s is of the public Internet, or a name", (address) => {
  expect(whyNotPublic(address)).toBeUndefined();
});

test("ipBytes reads what is an IP address and nothing else", () => {
  expect(ipBytes("1.2.3.4")).toEqual([1, 2, 3, 4]);
  expect(ipBytes("[1:2::ffff:1.2.3.4]")).toEqual([0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 255, 255, 1, 2, 3, 4]);
  expect(ipBytes("::")).toEqual(Array.from({ length: 16 }, () => 0));
  for (const text of ["", "1.2.3", "1.2.3.4.5", ":::", "g::", "localhost"]) expect(ipBytes(text)).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      whyNotPublic(text);
    }),
  );
});
