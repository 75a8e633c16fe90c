/** From an archive of an older format to the changes that make it one of the next format. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Change, commit, withLock } from "../base/transaction/transaction.ts";
import { Refusal } from "../model/problem.ts";
import { defaultSettings, printArchive } from "./archive-text.ts";
import { archiveFile, formatOf, refuseNewerFormat } from "./format.ts";
import { editFile } from "./front-matter/edit.ts";
import { readFrontMatter } from "./front-matter/front-matter.ts";
import { readText } from "./read/files.ts";
import { archiveSchema } from "./schema/schema.ts";

/** What changes from one format to the next; `archive.md` gets its number afterwards. */
export interface FormatStep {
  readonly from: number;
  /** For the report, such as "the summary has a file of its own". */
  readonly what: string;
  /** The changes in the archive; none of them is of `archive.md`. */
  readonly changes: (root: string) => readonly Change[];
}

/** Format 1 is the only one so far. */
const formatSteps: readonly FormatStep[] = [];

export interface UpgradeReport {
  readonly from: number;
  readonly to: number;
  /** What was changed, in order; empty where the archive had the newest format. */
  readonly done: readonly string[];
  /** Paths in the archive. */
  readonly written: readonly string[];
}

/** Takes all steps that the archive still needs, each in a transaction of its own. Throws a Refusal for a newer format. */
export async function upgradeArchive(root: string, steps = formatSteps): Promise<UpgradeReport> {
  if (steps === formatSteps) refuseNewerFormat(root);
  return await withLock(root, () => {
    const from = formatOf(root);
    const needed = steps.filter((step) => step.from >= from).sort((a, b) => a.from - b.from);
    const written = needed.flatMap(
      (step) => commit(root, [...step.changes(root), markOf(root, step.from + 1)]).written,
    );
    return { from, to: formatOf(root), done: needed.map(({ what }) => what), written: [...new Set(written)].sort() };
  });
}

/** `archive.md` with the number of its format, and otherwise as it was. */
function markOf(root: string, format: number): Change {
  const read = existsSync(join(root, archiveFile))
    ? readText(root, archiveFile)
    : { text: printArchive(defaultSettings) };
  if ("problem" in read) throw new Refusal([read.problem]);
  const edit = { values: new Map([["format", format]]), keys: Object.keys(archiveSchema) };
  const text = editFile(read.text, edit);
  if (text === undefined) throw new Refusal(readFrontMatter(read.text, archiveFile).problems);
  return { path: archiveFile, bytes: text };
}
