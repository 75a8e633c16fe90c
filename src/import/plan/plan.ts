/** Matched captures -> what their import changes in the archive: nothing is written. */
import { captureChanges, webArchiveChanges } from "../../archive/captures/captures.ts";
import type { KnownGaps } from "../../archive/captures/gaps.ts";
import { type ImportPlan, planImport } from "../../archive/merge/plan.ts";
import { picturesIn } from "../../archive/read/media.ts";
import { openWorkspace } from "../../archive/write/workspace.ts";
import type { Change } from "../../base/transaction/transaction.ts";
import type { ImportJob } from "../job.ts";
import { capturedAt } from "../options.ts";
import { findPictures } from "../read/pictures.ts";
import type { ReadCapture } from "../read/read.ts";
import { requestOf } from "../request.ts";
import { type Completeness, completenessChange, completenessOf } from "./completeness.ts";
import { withKnownDay } from "./known-day.ts";
import { countAbsent, pictureChanges, warnOfFaults } from "./pictures.ts";

/** What the import of one capture does, and what the report tells of it. */
export interface PlannedCapture {
  readonly capture: ReadCapture;
  readonly plan: ImportPlan;
  /** All files that this capture changes, those of `plan` included. */
  readonly changes: readonly Change[];
  readonly completeness: Completeness;
  readonly gaps: KnownGaps;
  /** How many pictures are new in `media/`, and how many figures have none. */
  readonly pictures: { readonly came: number; readonly absent: number };
}

interface PlannedCaptures {
  readonly captures: readonly PlannedCapture[];
  /** Each file once, for one transaction. */
  readonly changes: readonly Change[];
}

/** Plans one capture after the other, each on what the captures before it leave. */
export async function planCaptures(
  job: ImportJob,
  slug: string,
  captures: readonly ReadCapture[],
): Promise<PlannedCaptures> {
  const { root, dryRun, terminal } = job;
  const ids = captures.flatMap(({ reading }) => reading.posts.flatMap(({ source }) => source ?? []));
  const workspace = captures.length > 1 ? openWorkspace(root, slug, dryRun) : undefined;
  try {
    const planned: PlannedCapture[] = [];
    for (const [index, capture] of captures.entries()) {
      if (workspace !== undefined) terminal.progress(`importing ${index + 1} of ${captures.length}`);
      const one = await planCapture(workspace?.root ?? root, slug, capture, ids, job);
      workspace?.apply(one.changes);
      planned.push(one);
    }
    return { captures: planned, changes: workspace?.changes() ?? planned.flatMap(({ changes }) => changes) };
  } finally {
    workspace?.close();
  }
}

/** `root` is the archive as the captures before this one leave it; `ids` are the publisher's ids of all posts of this import. */
async function planCapture(
  root: string,
  slug: string,
  read: ReadCapture,
  ids: readonly string[],
  { terminal, pictureFault }: ImportJob,
): Promise<PlannedCapture> {
  const capture = withKnownDay(root, slug, read, capturedAt(read.options));
  const { digest, fetched } = capture.file;
  // A thread compresses while the posts are planned.
  const packing = captureChanges(root, slug, { digest, bytes: await capture.file.bytes() });
  const plan = planImport(root, requestOf(capture));
  const pictures = pictureChanges(root, slug, await findPictures(capture.reading, capture.file, terminal.err));
  await warnOfFaults(pictures, pictureFault, terminal.err);
  const known = [...plan.sources, ...ids];
  const completeness = completenessOf(capture, known);
  const { changes, gaps } = completenessChange(root, slug, completeness, known);
  const packed = await packing;
  const isNew = packed.length + pictures.length > 0;
  const archive = fetched !== undefined && isNew ? webArchiveChanges(root, slug, fetched) : [];
  return {
    capture,
    plan,
    changes: [...plan.changes, ...packed, ...archive, ...pictures, ...changes],
    completeness,
    gaps,
    pictures: { came: pictures.length, absent: countAbsent(root, slug, figuresOf(capture), pictures) },
  };
}

/** The names of the files that the figures of a capture name. */
const figuresOf = ({ reading: { posts, page } }: ReadCapture): ReadonlySet<string> =>
  new Set([...posts.flatMap(({ blocks }) => picturesIn(blocks)), ...picturesIn(page.summary ?? [])]);
