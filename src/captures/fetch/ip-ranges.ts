/** From an IP address to the reason why nothing is fetched from it; undefined for the public Internet. */
import { isIPv4, isIPv6 } from "node:net";

/** The 4 or 16 bytes of an address; undefined for text that is no IP address. A zone (`%eth0`) and brackets are left out. */
export function ipBytes(text: string): readonly number[] | undefined {
  const plain = text.replace(/^\[([^\]]*)\]$/, "$1").replace(/%.*/s, "");
  if (isIPv4(plain)) return plain.split(".").map(Number);
  return isIPv6(plain) ? ipv6Bytes(plain) : undefined;
}

function ipv6Bytes(text: string): readonly number[] {
  const [head = "", tail] = text.split("::");
  const before = groupBytes(head);
  const after = tail === undefined ? [] : groupBytes(tail);
  const gap = Array.from({ length: 16 - before.length - after.length }, () => 0);
  return [...before, ...gap, ...after];
}

/** `fe80:1` and `ffff:127.0.0.1`: the last group can be an IPv4 address. */
const groupBytes = (groups: string): readonly number[] =>
  groups === ""
    ? []
    : groups.split(":").flatMap((group) => {
        if (group.includes(".")) return group.split(".").map(Number);
        const value = Number.parseInt(group, 16);
        return [value >> 8, value & 0xff];
      });

type Range = readonly [prefix: string, bits: number, reason: string];

const cloud = "it serves the secrets of cloud machines";

/** The registries of special-purpose addresses (RFC 6890), and the service addresses of clouds in public ranges; the narrowest first. */
const ranges4: readonly Range[] = [
  ["169.254.169.254", 32, cloud],
  ["169.254.170.2", 32, cloud],
  ["100.100.100.200", 32, cloud],
  ["192.0.0.192", 32, cloud],
  ["168.63.129.16", 32, cloud],
  ["0.0.0.0", 8, "it means this machine"],
  ["10.0.0.0", 8, "it is in a private network"],
  ["100.64.0.0", 10, "it is in the network of a provider"],
  ["127.0.0.0", 8, "it means this machine"],
  ["169.254.0.0", 16, "it is link-local"],
  ["172.16.0.0", 12, "it is in a private network"],
  ["192.0.0.0", 24, "it is reserved"],
  ["192.0.2.0", 24, "it is for examples"],
  ["192.88.99.0", 24, "it is a relay to IPv6"],
  ["192.168.0.0", 16, "it is in a private network"],
  ["198.18.0.0", 15, "it is for tests of networks"],
  ["198.51.100.0", 24, "it is for examples"],
  ["203.0.113.0", 24, "it is for examples"],
  ["224.0.0.0", 4, "it is multicast"],
  ["240.0.0.0", 4, "it is reserved"],
];

const ranges6: readonly Range[] = [
  ["fd00:ec2::254", 128, cloud],
  ["fd20:ce::254", 128, cloud],
  ["::", 128, "it means this machine"],
  ["::1", 128, "it means this machine"],
  ["fc00::", 7, "it is in a private network"],
  ["fe80::", 10, "it is link-local"],
  ["fec0::", 10, "it is in a private network"],
  ["ff00::", 8, "it is multicast"],
  ["64:ff9b:1::", 48, "it leads into a local network"],
  ["2001::", 32, "it is a tunnel"],
  ["2001:db8::", 32, "it is for examples"],
  ["2002::", 16, "it is a tunnel"],
  ["3fff::", 20, "it is for examples"],
  ["2001::", 23, "it is reserved"],
];

/** IPv6 addresses that contain an IPv4 address, to which a connection leads: IPv4-mapped ones, and those of a translator (NAT64). */
const carriers = ["::ffff:0:0", "64:ff9b::"];

function isIn(bytes: readonly number[], prefix: string, bits: number): boolean {
  const start = ipBytes(prefix) ?? [];
  return bytes.every((byte, index) => {
    const shift = 8 - Math.min(8, Math.max(0, bits - index * 8));
    return byte >> shift === (start[index] ?? 0) >> shift;
  });
}

/** Why nothing is fetched from an IP address; undefined where it is one of the public Internet, or no IP address. */
export function whyNotPublic(address: string): string | undefined {
  const bytes = ipBytes(address);
  return bytes && whyNot(bytes);
}

function whyNot(bytes: readonly number[]): string | undefined {
  const found = (bytes.length === 4 ? ranges4 : ranges6).find(([prefix, bits]) => isIn(bytes, prefix, bits));
  if (found !== undefined) return found[2];
  if (bytes.length === 4) return undefined;
  if (carriers.some((prefix) => isIn(bytes, prefix, 96))) return whyNot(bytes.slice(12));
  // All public addresses lie in 2000::/3.
  return isIn(bytes, "2000::", 3) ? undefined : "it is reserved";
}
