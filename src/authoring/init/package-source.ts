/** From where npm has put this program to what the archive's `package.json` asks for: this version, or the packed file that npm took it from. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { packageFolder, packageVersion } from "../../base/package-folder.ts";

/** `root`: the archive's folder, from which npm finds the file. A registry need not have a version that came as a file. */
export function packageSource(root: string, installed: string = packageFolder): string {
  const modules = path.dirname(installed);
  const file = packedFile(path.join(modules, ".package-lock.json"));
  const place = file === undefined ? undefined : path.resolve(modules, "..", file);
  if (place === undefined || !existsSync(place)) return packageVersion();
  return `file:${path.relative(root, place).replaceAll(path.sep, "/")}`;
}

/** What npm's own record of an installation says of a package that was no registry's, nor a folder. */
function packedFile(record: string): string | undefined {
  try {
    const { packages } = JSON.parse(readFileSync(record, "utf8")) as NpmRecord;
    return /^file:(.+\.tgz)$/.exec(packages?.["node_modules/afterlive"]?.resolved ?? "")?.[1];
  } catch {
    return undefined;
  }
}

interface NpmRecord {
  readonly packages?: Readonly<Record<string, { readonly resolved?: string } | undefined>>;
}
