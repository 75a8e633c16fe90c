/** Turns this machine into what is needed to show a site to its local network: its addresses there, and a new token. */
import { randomBytes } from "node:crypto";
import { networkInterfaces } from "node:os";
import { Failure } from "../../base/failure.ts";

/** How the site is shown to the local network. */
export interface Network {
  /** Of this machine there, without brackets: `192.168.1.20`. */
  readonly addresses: readonly string[];
  /** The secret in the address that is printed. */
  readonly token: string;
}

/** A new token, and the addresses of this machine in its networks (IPv4, as a person can type them). Throws Failure where it has none. */
export function openToNetwork(): Network {
  const cards = Object.values(networkInterfaces()).flatMap((card) => card ?? []);
  const addresses = cards
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
  if (addresses.length === 0)
    throw new Failure(
      "Cannot serve to a network: this machine has no address in one",
      "Leave --host out, or connect it",
    );
  return { addresses, token: randomBytes(16).toString("base64url") };
}
