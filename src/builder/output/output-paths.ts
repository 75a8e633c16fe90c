/** Decides which paths a site may have: those that every host, disk and browser takes as they are. */
import { fileProblem, type Problem } from "../../model/problem.ts";

export interface OutputPath {
  readonly path: string;
  /** Whether a person named the file, in `public/`: it may have capitals and leading dots (`CNAME`, `.well-known/`). */
  readonly byHand: boolean;
}

/** True for a path that a page may have: `a-z0-9._-` and "/", no step up. */
export const isPagePath = (path: string): boolean => plainLower.test(path) && !dotted.test(path);

/** Problems of the paths of a site: names that a host may refuse, two files with one path. */
export function checkPaths(outputs: readonly OutputPath[]): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, OutputPath>();
  for (const output of outputs) {
    const { path, byHand } = output;
    if (!isPagePath(path) && !(byHand && plain.test(path) && !dotted.test(path)))
      problems.push(
        fileProblem(
          fileOf(output),
          `Cannot write "${path}": expected a path of a-z, 0-9, "-", "_" and "."`,
          "Rename it",
        ),
      );
    const other = seen.get(path.toLowerCase());
    if (other !== undefined)
      problems.push(
        fileProblem(
          fileOf(byHand ? output : other),
          `Cannot write "${path}" twice: ${other.path === path ? "two files of the site have" : `"${other.path}" and this are one file on many disks and have`} this path`,
          byHand || other.byHand ? "Rename the file in public/" : "Rename one of them",
        ),
      );
    seen.set(path.toLowerCase(), output);
  }
  return problems;
}

/** A warning if there are paths that some disks do not take for their length. */
export function longPaths(paths: readonly string[]): readonly Problem[] {
  const long = paths.filter((path) => path.length > longest);
  if (long[0] === undefined) return [];
  const many = long.length === 1 ? "A path has" : `${long.length} paths have`;
  const message = `${many} more than ${longest} characters, such as "${long[0]}"`;
  const hint = "Some disks and archives cut or refuse them: give the live page a shorter slug";
  return [fileProblem(long[0], message, hint, "warning")];
}

const plain = /^[A-Za-z0-9._~-]+(\/[A-Za-z0-9._~-]+)*$/;
const plainLower = /^[a-z0-9._-]+(\/[a-z0-9._-]+)*$/;
const dotted = /(^|\/)\.{1,2}(\/|$)|^\.afterlive(\/|$)/i;
/** Characters. A slug of 80, an id of 60 and `index.html` are 152. */
const longest = 160;

const fileOf = ({ path, byHand }: OutputPath): string => (byHand ? `public/${path}` : path);
