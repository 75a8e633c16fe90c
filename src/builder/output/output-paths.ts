/** Which paths a site may have: such as any host, any disk and any browser take as they are. */
import type { Problem } from "../../model/problem.ts";

export interface OutputPath {
  readonly path: string;
  /** Laid into `public/` by a person, who may need capitals and leading dots (`CNAME`, `.well-known/`). */
  readonly byHand: boolean;
}

/** True for a path that a page may have: `a-z0-9._-` and "/", no step up. */
export const isPagePath = (path: string): boolean => plainLower.test(path) && !dotted.test(path);

/** Problems of the paths of a site: names that a host may refuse, two files at one place. */
export function checkPaths(outputs: readonly OutputPath[]): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, OutputPath>();
  for (const output of outputs) {
    const { path, byHand } = output;
    if (!isPagePath(path) && !(byHand && plain.test(path) && !dotted.test(path)))
      problems.push(
        problem(
          "error",
          fileOf(output),
          `Cannot write "${path}": expected a path of a-z, 0-9, "-", "_" and "."`,
          "Rename it",
        ),
      );
    const other = seen.get(path.toLowerCase());
    if (other !== undefined)
      problems.push(
        problem(
          "error",
          fileOf(byHand ? output : other),
          `Cannot write "${path}" twice: ${other.path === path ? "two files of the site have" : `"${other.path}" and this are one file on many disks and have`} this path`,
          byHand || other.byHand ? "Rename the file in public/" : "Rename one of them",
        ),
      );
    seen.set(path.toLowerCase(), output);
  }
  return problems;
}

/** A warning where paths are longer than every disk takes. */
export function longPaths(paths: readonly string[]): readonly Problem[] {
  const long = paths.filter((path) => path.length > longest);
  if (long[0] === undefined) return [];
  const many = long.length === 1 ? "A path has" : `${long.length} paths have`;
  const message = `${many} more than ${longest} characters, such as "${long[0]}"`;
  const hint = "Some disks and archives cut or refuse them: give the live page a shorter slug";
  return [problem("warning", long[0], message, hint)];
}

const plain = /^[A-Za-z0-9._~-]+(\/[A-Za-z0-9._~-]+)*$/;
const plainLower = /^[a-z0-9._-]+(\/[a-z0-9._-]+)*$/;
const dotted = /(^|\/)\.{1,2}(\/|$)|^\.afterlive(\/|$)/i;
/** A slug of 80, an id of 60 and `index.html` come to 152. */
const longest = 160;

const fileOf = ({ path, byHand }: OutputPath): string => (byHand ? `public/${path}` : path);

const problem = (severity: "error" | "warning", file: string, message: string, hint: string): Problem => ({
  severity,
  file,
  line: 0,
  column: 0,
  message,
  hint,
});
