/** Checks what another program hands to a function of the package: a wrong argument is a mistake in that program. */
import path from "node:path";

export interface ArchiveLocation {
  /** The folder that holds `content/`. */
  readonly root: string;
}

/** The absolute path of `options.root`. Throws TypeError where it is no text. */
export function archiveRoot(of: string, options: ArchiveLocation): string {
  if (typeof options !== "object" || options === null)
    throw new TypeError(`Cannot use what ${of} was given: expected an object such as { root: "my-archive" }`);
  return absoluteFolder(of, "root", options.root);
}

/** An absolute path. Throws TypeError where `value` is no text. */
export function absoluteFolder(of: string, name: string, value: unknown): string {
  if (typeof value === "string" && value !== "") return path.resolve(value);
  throw new TypeError(
    `Cannot use "${name}" of ${of}: expected the path of a folder, got ${JSON.stringify(value) ?? String(value)}`,
  );
}

const expectations = { boolean: "true or false", function: "a function" } as const;

/** Throws TypeError where one of these options is given and is of another kind: "no" would count as true. */
export function checkKinds<Options extends object>(
  of: string,
  options: Options,
  kinds: { readonly [Name in keyof Options]?: keyof typeof expectations },
): void {
  for (const [name, kind] of Object.entries(kinds) as [keyof Options & string, keyof typeof expectations][]) {
    const value: unknown = options[name];
    if (value === undefined || typeof value === kind) continue;
    throw new TypeError(
      `Cannot use "${name}" of ${of}: expected ${expectations[kind]}, got ${JSON.stringify(value) ?? String(value)}`,
    );
  }
}
