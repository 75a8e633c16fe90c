/** From a host to whether it may be asked. The IP address to which its name resolves decides, not the name. */
import { type LookupAddress, type LookupOptions, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { FetchFault } from "./fetch-fault.ts";
import { ipBytes, whyNotPublic } from "./ip-ranges.ts";

/** A host that the person allowed although it is not public: `localhost`, `127.0.0.1:8080`. */
export interface AllowedHost {
  /** As a URL spells it. */
  readonly host: string;
  /** Absent: any port. */
  readonly port?: string;
}

/** Reads `HOST` or `HOST:PORT`; undefined where it is neither. */
export function readAllowedHost(text: string): AllowedHost | undefined {
  // An IPv6 address may lack its brackets.
  const named = ipBytes(text)?.length === 16 && !text.startsWith("[") ? `[${text}]` : text;
  const port = /:(\d{1,5})$/.exec(named)?.[1];
  const url = /^[^/?#@\\\s]+$/.test(named) ? URL.parse(`http://${named}`) : null;
  if (url === null || url.hostname === "" || (port === undefined && /:$/.test(named))) return undefined;
  return { host: url.hostname, ...(port !== undefined && { port: String(Number(port)) }) };
}

/** Resolves a name to all its addresses, as the system does. */
export type Resolve = (name: string, options: LookupOptions) => Promise<readonly LookupAddress[]>;

const resolveBySystem: Resolve = (name, options) =>
  new Promise((resolve, reject) => {
    systemLookup(name, { ...options, all: true }, (error, found) => (error === null ? resolve(found) : reject(error)));
  });

export interface HostGuard {
  /** Throws a FetchFault for an address that is not http or https, and for an IP address that may not be asked. */
  check(url: URL): void;
  /** The `lookup` of a connection to `url`: gives only addresses that may be asked. */
  lookupFor(url: URL): LookupFunction;
}

export function makeHostGuard(allowed: readonly AllowedHost[], resolve: Resolve = resolveBySystem): HostGuard {
  const isNamed = (url: URL): boolean =>
    allowed.some(({ host, port }) => host === url.hostname && (port === undefined || port === portOf(url)));
  return {
    check(url) {
      if (url.protocol !== "http:" && url.protocol !== "https:")
        throw new FetchFault("scheme", `expected an http or https address, got "${url.protocol.slice(0, 20)}"`);
      if (url.username !== "" || url.password !== "")
        throw new FetchFault("scheme", "the address holds a name or a password");
      const why = isNamed(url) ? undefined : whyNotPublic(url.hostname);
      if (why !== undefined) throw privateFault(url, url.hostname, why);
    },
    lookupFor: (url) => (name, options, callback) => {
      resolve(name, options).then(
        (found) => {
          const open = isNamed(url) ? found : found.filter(({ address }) => whyNotPublic(address) === undefined);
          const [first] = open;
          if (first !== undefined) {
            if (options.all === true) callback(null, [...open]);
            else callback(null, first.address, first.family);
            return;
          }
          const [closed] = found;
          const why = closed && whyNotPublic(closed.address);
          callback(
            closed === undefined || why === undefined
              ? new FetchFault("name", `no host has the name "${name}"`)
              : privateFault(url, closed.address, why),
            [],
          );
        },
        (error: NodeJS.ErrnoException) => callback(error, []),
      );
    },
  };
}

const portOf = (url: URL): string => url.port || (url.protocol === "https:" ? "443" : "80");

function privateFault(url: URL, address: string, why: string): FetchFault {
  const host = url.hostname === address ? address : `${url.hostname} (${address})`;
  return new FetchFault(
    "private",
    `${host} is no address of the public Internet: ${why}`,
    `If you mean it, add --allow-host ${url.host}`,
  );
}
