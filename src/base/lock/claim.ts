/** From the name of a claim to its process, and to whether that process is alive. */
import { closeSync, fstatSync, openSync, readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { sha256 } from "../digest.ts";
import { codeOf } from "../failure.ts";
import { silence } from "./heartbeat.ts";
import { processIsAlive, processStart } from "./process.ts";

/** Two hosts, and two containers of one host, can have processes of the same number, and even the same name. */
export interface Claim {
  readonly pid: number;
  readonly start: string;
  /** Within it a number names one process: the run of a Linux kernel and the namespace; "" where there is none, and the host must do. */
  readonly realm: string | undefined;
  readonly host: string;
}

const form = /^(\d+)-([^-]*)(?:-([0-9a-f]*))?-([^-]+)$/;

/** undefined for a name that is none of a claim. */
export function parseClaim(name: string): Claim | undefined {
  const [, pid, start, realm, host] = form.exec(name) ?? [];
  return pid === undefined || start === undefined || host === undefined
    ? undefined
    : { pid: Number(pid), start, realm, host };
}

/** The name of this process's claims. */
export const ownClaim = (): string => `${process.pid}-${own().start}-${own().realm}-${own().host}`;

let known: Claim & { readonly realm: string };
function own(): typeof known {
  known ??= {
    pid: process.pid,
    start: processStart(process.pid),
    realm: realmOf(),
    host: hostname().replace(/[^A-Za-z0-9.]/g, "_") || "unknown",
  };
  return known;
}

function realmOf(): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
    return sha256(`${boot}${readlinkSync("/proc/self/ns/pid")}`).slice(0, 12);
  } catch {
    return "";
  }
}

/** Whether the system can be asked for the process of a claim. */
const isNear = ({ realm, host }: Claim): boolean =>
  realm === undefined || (realm === "" && own().realm === "") ? host === own().host : realm === own().realm;

/** Whether the process certainly has ended; false for one that cannot be asked for. */
export const hasEnded = (claim: Claim): boolean => isNear(claim) && !processIsAlive(claim.pid, claim.start);

export type Verdict = "alive" | "dead" | "unsure";

/** What was seen of the claims of processes elsewhere, by file. */
export type Sightings = Map<string, { readonly time: number; readonly since: number }>;

/**
 * Judges a claim. The process of one from elsewhere cannot be asked for: it is alive if the time of its file moves on, and dead
 * if it does not for a minute. `now` is the time of the disk, whose clock may differ from ours. `sightings` is kept between two calls.
 */
export function judge(file: string, claim: Claim, now: number, sightings: Sightings): Verdict {
  if (isNear(claim)) return hasEnded(claim) ? "dead" : "alive";
  const time = writtenAt(file);
  if (time === undefined) return "dead";
  // A time in the future tells nothing: then the minute begins at the first sight.
  const seen = sightings.get(file) ?? { time, since: Math.min(now, time) };
  sightings.set(file, seen);
  if (seen.time !== time) return "alive";
  return now - seen.since >= silence ? "dead" : "unsure";
}

/** When the file was written, in milliseconds; undefined if it is gone. It is opened, since a network disk may remember an older time. */
export function writtenAt(file: string): number | undefined {
  try {
    const opened = openSync(file, "r");
    try {
      return fstatSync(opened).mtimeMs;
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
