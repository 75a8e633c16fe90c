/** Reads which version of afterlive this is from the manifest of its package. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "./package-folder.ts";

/** `1.2.3`. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8"));
  return (manifest as { version: string }).version;
}
