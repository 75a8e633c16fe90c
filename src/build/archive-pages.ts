/** Makes the pages of the archive as a whole: its front page, its lists. Other live pages are known by their heads alone. */
import { archivedPage } from "../archive/read.ts";
import { readPage } from "../archive/read-page.ts";
import { recallHead } from "../site/live-page-view.ts";
import { archiveSite, factsOf, type PageFacts, pageSite } from "../site/site.ts";
import type { Job } from "./make-pages.ts";
import { type Printed, printPlanned } from "./print.ts";
import { type Before, planPages } from "./settle.ts";
import { stagingIn } from "./staging.ts";
import type { Heads, PageRecord } from "./state.ts";
import type { LoadedTemplate } from "./templates.ts";

/** `heads` has every live page; `records` finds the record of each. Undefined where one that was needed is lost. */
export async function makeArchivePages(
  job: Job,
  loaded: readonly LoadedTemplate[],
  heads: Heads,
  records: (slug: string) => PageRecord | undefined,
  before: Before,
): Promise<Printed | undefined> {
  let lost = false;
  const facts = Object.entries(heads).map(
    ([slug, { view, newest }]): PageFacts => ({
      slug,
      view: recallHead(view),
      newest,
      posts: (count) => {
        const record = records(slug);
        lost ||= record === undefined;
        return record === undefined ? [] : recallPosts(job, slug, record, count);
      },
    }),
  );
  const archive = archiveSite(job.settings, facts);
  const templates = loaded.filter(({ template }) => template.of === "archive");
  const print = (): Promise<Printed> => {
    const planned = templates.flatMap((one) => planPages(one, archive, job.printing, before));
    const site = { archive, pages: [] };
    return printPlanned(planned, stagingIn(job.stage), { site, templates, engine: job.engine });
  };
  try {
    const printed = await print();
    return lost ? undefined : printed;
  } catch (error) {
    // A template may stumble over what is missing.
    if (lost) return undefined;
    throw error;
  }
}

/** The newest posts of a live page, from its record. */
function recallPosts(
  job: Job,
  slug: string,
  { memory, pictures }: PageRecord,
  count: number,
): ReturnType<PageFacts["posts"]> {
  const archived = archivedPage(readPage(job.root, slug, { memory, now: job.now }));
  if (archived === undefined) return [];
  const site = pageSite(archived, new Map(Object.entries(pictures)), job.settings);
  return factsOf(archived.page, site).posts(count);
}
