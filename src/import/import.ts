/** Captures of a live page -> Markdown posts in `content/`: the steps of an import, in their order. */
import { refuseNewerFormat } from "../archive/format.ts";
import { commit, withLock } from "../base/transaction/transaction.ts";
import { checkAccounts } from "./check.ts";
import { type GatheredSources, gatherDocuments } from "./gather/gather.ts";
import type { ImportJob } from "./job.ts";
import { matchLivePage } from "./match/match.ts";
import { planCaptures } from "./plan/plan.ts";
import { readDocuments } from "./read/read.ts";
import { type ImportReport, noReport, reportImport } from "./report/report.ts";

/**
 * Imports all sources as one live page. Throws a Refusal, before anything is written, for a source that cannot be read and for a
 * character that is unaccounted for. A post in conflict is reported, and everything else is written.
 */
export async function importCaptures(job: ImportJob): Promise<ImportReport> {
  refuseNewerFormat(job.root);
  // Fetching can take an hour: other commands do not wait for it.
  const gathered = await gatherDocuments(job);
  if (gathered.documents.length === 0) return noReport;
  const told = { ...job, options: gathered.options };
  if (job.dryRun) return importDocuments(told, gathered);
  return withLock(job.root, async () => {
    const report = await importDocuments(told, gathered);
    gathered.forget();
    return report;
  });
}

/** All documents are read before the first of them is written. */
async function importDocuments(job: ImportJob, gathered: GatheredSources): Promise<ImportReport> {
  const read = await readDocuments(job, gathered.documents);
  const { slug, captures } = matchLivePage(job, read.captures);
  const plan = await planCaptures(job, slug, captures);
  checkAccounts(plan.captures);
  if (!job.dryRun) commit(job.root, plan.changes);
  return reportImport(job, plan.captures, [...gathered.passedOver, ...read.passedOver]);
}
