/** From a purpose to a folder for temporary files that outlives no process for long: the next one removes what a killed one left. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasEnded, ownClaim, parseClaim } from "./lock/claim.ts";

/** `afterlive-git-4711-83920184-5f0c2a91b37d-host-Xy12Zw`: the process that made it is named as in a lock. */
const form = /^afterlive-[a-z]+-(\d.*)-[^-]{6}$/;

/** Makes a folder in the system's folder for temporary files; the caller removes it. `purpose`: a word of small letters. */
export function makeTemporaryFolder(purpose: string): string {
  removeAbandoned();
  return mkdtempSync(join(tmpdir(), `afterlive-${purpose}-${ownClaim()}-`));
}

function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const claim = parseClaim(form.exec(name)?.[1] ?? "");
    if (claim === undefined || !hasEnded(claim)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // It belongs to another person.
    }
  }
}
