/** Makes the pages of the archive as a whole: its front page, its lists. Other live pages are known by their heads alone. */
import { archivedPage } from "../archive/read.ts";
import { readPage } from "../archive/read-page.ts";
import { recallHead } from "../site/live-page-view.ts";
import { archiveSite, factsOf, type PageFacts, pageSite } from "../site/site.ts";
import { recallValue } from "./kept.ts";
import type { Job } from "./make-pages.ts";
import { type Printed, printPlanned } from "./print.ts";
import { type Before, plan } from "./settle.ts";
import { stagingIn } from "./staging.ts";
import { type Heads, type PageRecord, planFolderOf } from "./state.ts";
import type { LoadedTemplate } from "./templates.ts";

/** `heads` has every live page; `records` says where the record of each lies. */
export async function makeArchivePages(
  job: Job,
  loaded: readonly LoadedTemplate[],
  heads: Heads,
  records: (slug: string) => string,
  before: Before,
): Promise<Printed> {
  const facts = Object.entries(heads).map(
    ([slug, { view, newest }]): PageFacts => ({
      slug,
      view: recallHead(view),
      newest,
      posts: (count) => recallPosts(job, slug, records(slug), count),
    }),
  );
  const archive = archiveSite(job.settings, facts);
  const templates = loaded.filter(({ template }) => template.of === "archive");
  const planned = templates.flatMap((one) =>
    one.template.pages(archive).map((page) => plan(one, page, job.printing, before)),
  );
  return printPlanned(planned, stagingIn(job.stage), { site: { archive, pages: [] }, templates, engine: job.engine });
}

/** The newest posts of a live page, from its record. */
function recallPosts(job: Job, slug: string, file: string, count: number): ReturnType<PageFacts["posts"]> {
  const kept = recallValue<PageRecord>(file)?.value;
  const archived = archivedPage(readPage(job.root, slug, { memory: kept?.memory, now: job.now }));
  if (archived === undefined) return [];
  const site = pageSite(archived, new Map(Object.entries(kept?.pictures ?? {})), job.settings);
  return factsOf(archived.page, site).posts(count);
}

/** Where the records of live pages lie while a build is at work: those just made wait beside those they replace. */
export function recordsOf(job: Job, made: ReadonlySet<string>): (slug: string) => string {
  const folder = planFolderOf(job);
  return (slug) => (made.has(slug) ? folder.coming(slug) : folder.record(slug));
}
