/** Makes the pages of the archive as a whole: its front page, its lists. Other live pages are known by their heads alone. */

import { readPage } from "../../archive/read/page.ts";
import { archivedPage } from "../../archive/read/read.ts";
import { type NewestPosts, newestPosts } from "../../site/newest-posts.ts";
import type { PageSummary } from "../../site/page-summary.ts";
import { lazyLivePageView } from "../../site/presenters/live-page.ts";
import { archiveSite } from "../../site/site.ts";
import type { PostView } from "../../site/views/post.ts";
import type { Heads } from "../cache/page-summaries.ts";
import { stagingIn } from "../output/staging.ts";
import type { PageRecord } from "../state.ts";
import { type DrawCards, type SettledCards, settleCards } from "./cards.ts";
import { press } from "./dependencies.ts";
import type { Job } from "./make-pages.ts";
import { type Printed, printPlanned } from "./print.ts";
import type { LoadedTemplate } from "./templates.ts";
import { type Before, planPages } from "./up-to-date.ts";

/** What was kept of live pages, read when it is asked for; undefined where it is lost. */
interface Kept {
  /** The newest posts of a live page. */
  readonly postsOf: (slug: string, count: number) => readonly PostView[] | undefined;
  /** The view of its head. */
  readonly jsonOf: (slug: string) => string | undefined;
}

/** `heads` has every live page. Undefined where something that was needed is lost. */
export async function makeArchivePages(
  job: Job,
  loaded: readonly LoadedTemplate[],
  heads: Heads,
  { postsOf, jsonOf }: Kept,
  before: Before,
  draw: DrawCards,
): Promise<(Printed & Pick<SettledCards, "copies">) | undefined> {
  let lost = false;
  const facts = Object.entries(heads).map(
    ([slug, { view, ...told }]): PageSummary => ({
      ...told,
      slug,
      view: lazyLivePageView(view, () => {
        const json = jsonOf(slug);
        lost ||= json === undefined;
        return json ?? "{}";
      }),
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
