/** Which afterlive this is. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "../base/package-folder.ts";

/** `afterlive 1.2.3`. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8"));
  return `afterlive ${(manifest as { version: string }).version}`;
}
