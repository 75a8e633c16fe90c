/** Makes the pages of the archive as a whole: its front page, its lists. Other live pages are known by their heads alone. */
import { archivedPage } from "../archive/read.ts";
import { readPage } from "../archive/read-page.ts";
import { recallHead } from "../site/live-page-view.ts";
import { type NewestPosts, newestPosts } from "../site/newest.ts";
import type { PageFacts } from "../site/page-facts.ts";
import { archiveSite } from "../site/site.ts";
import type { PostView } from "../site/view.ts";
import type { Job } from "./make-pages.ts";
import { press } from "./press.ts";
import { type Printed, printPlanned } from "./print.ts";
import { type Before, planPages } from "./settle.ts";
import { type DrawCards, type SettledCards, settleCards } from "./settle-cards.ts";
import { stagingIn } from "./staging.ts";
import type { Heads, PageRecord } from "./state.ts";
import type { LoadedTemplate } from "./templates.ts";

/** `heads` has every live page; `postsOf` finds the newest posts of each. Undefined where some that were needed are lost. */
export async function makeArchivePages(
  job: Job,
  loaded: readonly LoadedTemplate[],
  heads: Heads,
  postsOf: (slug: string, count: number) => readonly PostView[] | undefined,
  before: Before,
  draw: DrawCards,
): Promise<(Printed & Pick<SettledCards, "copies">) | undefined> {
  let lost = false;
  const facts = Object.entries(heads).map(
    ([slug, { view, ...told }]): PageFacts => ({
      ...told,
      slug,
      view: recallHead(view),
      posts: (count) => {
        const posts = postsOf(slug, count);
        lost ||= posts === undefined;
        return posts ?? [];
      },
    }),
  );
  const archive = archiveSite(job.settings, facts, { ...press, cards: job.cards, ownFiles: job.ownFiles });
  const templates = loaded.filter(({ template }) => template.of === "archive");
  const print = (): Promise<Printed> => {
    const planned = templates.flatMap((one) => planPages(one, archive, job.printing, before));
    const site = { archive, pages: [] };
    return printPlanned(planned, stagingIn(job.stage), { site, templates, engine: job.engine });
  };
  try {
    const printed = await print();
    if (lost) return undefined;
    const { card } = archive;
    const cards = await settleCards(card === undefined ? [] : [{ card, before }], job.printing, draw);
    return { ...printed, outputs: { ...printed.outputs, ...cards.outputs }, copies: cards.copies };
  } catch (error) {
    // A template may stumble over what is missing.
    if (lost) return undefined;
    throw error;
  }
}

/** The newest posts of a live page, from its record. */
export function recallPosts(
  job: Pick<Job, "root" | "now">,
  slug: string,
  { memory, pictures }: PageRecord,
  count: number,
): NewestPosts | undefined {
  const archived = archivedPage(readPage(job.root, slug, { memory, now: job.now }));
  return archived && newestPosts(archived.page, (file) => pictures[archived.media.get(file)?.digest ?? ""], count);
}
