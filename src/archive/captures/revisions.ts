/** From `captures/revisions/` to the older wordings of posts. A site can be made without them, so that their mistakes are warnings. */
import { join } from "node:path";
import { parseInstant } from "../../model/instant.ts";
import type { Post, Wording } from "../../model/live-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import { listFolder, readText } from "../read/files.ts";
import { parsePost } from "../read/parse-post.ts";
import { type Cached, readCached } from "../read/stat-signature.ts";
import { revisionFileOf } from "./captures.ts";
import type { PostCaptures } from "./post-captures.ts";
import { type RevisionText, revisionsIn } from "./revision-text.ts";

/** A wording that another replaced. Plain JSON. */
export interface Revision extends Pick<RevisionText, "until"> {
  readonly post: Post;
}

/** The older wordings of one post, oldest first. Plain JSON. */
export interface ReadRevisions {
  readonly found: readonly Revision[];
  readonly problems: readonly Problem[];
}

/** By the post's id. */
export type Revisions = Readonly<Record<string, ReadRevisions>>;
export type CachedRevisions = Readonly<Record<string, Cached<ReadRevisions>>>;

/** A page shows at most this many wordings of a post, the newest. */
export const mostRevisions = 50;
/** The largest file that import may have written. */
const largest = 64 * 1024 * 1024;

/** `zone`: of the live page. `before` and `now` as in `readCached`. */
export interface RevisionsReading {
  readonly zone: string;
  readonly before?: CachedRevisions | undefined;
  readonly now?: number | undefined;
}

/** Reads the older wordings of the posts with these ids; a post without any stands in neither result. */
export function readRevisions(
  root: string,
  slug: string,
  ids: readonly string[],
  { zone, before, now }: RevisionsReading,
): { readonly revisions: Revisions; readonly cached: CachedRevisions } {
  const names = new Set(ids.length === 0 ? [] : namesIn(root, slug));
  const read = ids
    .filter((id) => names.has(`${id}.md`))
    .map((id) => {
      const file = revisionFileOf(slug, id);
      return { id, ...readCached(join(root, file), own(before, id), now, () => readFile(root, file, zone)) };
    });
  return {
    revisions: Object.fromEntries(read.map(({ id, value }) => [id, value])),
    cached: Object.fromEntries(read.flatMap(({ id, cached }) => (cached === undefined ? [] : [[id, cached]]))),
  };
}

function namesIn(root: string, slug: string): readonly string[] {
  let folder = `content/${slug}`;
  for (const name of ["captures", "revisions"]) {
    if (!listFolder(root, folder).found.some((one) => one.isFolder && one.name === name)) return [];
    folder = `${folder}/${name}`;
  }
  return listFolder(root, folder).found.flatMap(({ name, isFolder }) => (isFolder ? [] : [name]));
}

function readFile(root: string, file: string, zone: string): ReadRevisions {
  const read = readText(root, file, largest);
  if ("problem" in read) return { found: [], problems: [asWarning(read.problem)] };
  const texts = revisionsIn(read.text);
  const problems: Problem[] = [];
  if (texts.length === 0)
    problems.push(fileProblem(file, "Cannot read older wordings: none begins in this file", markHint, "warning"));
  if (texts.length > mostRevisions) {
    const message = `Cannot show all older wordings: expected at most ${mostRevisions}, got ${texts.length}`;
    problems.push(fileProblem(file, message, "The newest are shown; nothing needs to be done", "warning"));
  }
  const found = texts.slice(-mostRevisions).flatMap(({ until, text, line }) => {
    const parsed = parsePost(text, file, zone);
    if (parsed.post !== undefined) return [{ until, post: parsed.post }];
    const lines = line - 1;
    for (const problem of parsed.problems.map((one) =>
      asWarning({ ...one, line: one.line === 0 ? 0 : one.line + lines }),
    ))
      problems.push(problem);
    return [];
  });
  return { found, problems };
}

/** A lookup that is safe for ids such as "constructor". */
const own = <T>(values: Readonly<Record<string, T>> | undefined, id: string): T | undefined =>
  values !== undefined && Object.hasOwn(values, id) ? values[id] : undefined;

const asWarning = (problem: Problem): Problem => ({ ...problem, severity: "warning" });

const markHint =
  'Each begins with a line "<!-- until the capture 3f9c1a5207d4e8b1 -->" and the post as it was, as import writes it';

/** By post id, oldest first. The captures tell from when to when a wording was published. */
export function wordingsByPost(
  revisions: Revisions,
  { captures, of, first }: PostCaptures,
  zone: string,
): ReadonlyMap<string, readonly Wording[]> {
  const times = captures.map(({ captured }) => (captured === undefined ? undefined : parseInstant(captured, zone)));
  const placeOf = (digits: string): number => captures.findIndex(({ digest }) => digest.startsWith(digits));
  return new Map(
    Object.entries(revisions).flatMap(([id, { found }]) => {
      let holder = own(first, id) ?? own(of, id) ?? -1;
      const wordings = found.flatMap(({ until, post }): readonly Wording[] => {
        const [held, next] = [holder, placeOf(until)];
        holder = next;
        const [captured, replaced] = [times[held], times[next]];
        // One capture that was read twice is no other wording, nor is one form of a page where another was, and a fuller
        // capture may be older than the one it replaces.
        if (held !== -1 && held === next) return [];
        const [form, nextForm] = [captures[held]?.importer, captures[next]?.importer];
        if (form !== undefined && nextForm !== undefined && form !== nextForm) return [];
        if (captured !== undefined && replaced !== undefined && captured.epoch > replaced.epoch) return [];
        return [{ post, ...(captured !== undefined && { captured }) }];
      });
      return wordings.length === 0 ? [] : [[id, wordings] as const];
    }),
  );
}
