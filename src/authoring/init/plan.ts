/** The shape of what `init` does with one file of an archive, and the plans that files of several kinds share. */

/** `text` is what is written; a file without it stays as it is. */
export interface FilePlan {
  /** In the archive, POSIX. */
  readonly path: string;
  readonly text?: string;
  /** What the person reads of it: `written`, `added: _site`, `kept: ...`. */
  readonly report: string;
}

/** A file that is written where there is none. `missing`: what a file that is there already may lack, for the person. */
export function onlyIfAbsent(path: string, text: string, present: string | undefined, missing = ""): FilePlan {
  if (present === undefined) return { path, text, report: "written" };
  return { path, report: present === text ? "kept, it is the same" : `kept${missing}` };
}

/** JSON as npm and editors print it. */
export const printJson = (value: unknown, indent: string | number = 2): string =>
  `${JSON.stringify(value, undefined, indent)}\n`;
