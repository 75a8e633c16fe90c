/** Turns the summaries of all live pages into the archive's own pages: its front page, its lists, its feeds. */
import { readPage } from "../../archive/read/page.ts";
import { archivedPage } from "../../archive/read/read.ts";
import type { ArchiveSite } from "../../site/archive-site.ts";
import { type NewestPosts, newestPosts } from "../../site/newest-posts.ts";
import type { PageSummary } from "../../site/page-summary.ts";
import { lazyLivePageView } from "../../site/presenters/live-page.ts";
import { archiveSite } from "../../site/site.ts";
import type { PostView } from "../../site/views/post.ts";
import type { Outputs, PageRecord, PageSummaries } from "../cache/state.ts";
import { comparePaths, type OutputChanges } from "../output/output-changes.ts";
import { stagingIn } from "../output/staging.ts";
import { type DrawCards, renderCards } from "./cards.ts";
import { renderDependencies } from "./dependencies.ts";
import type { RenderJob } from "./render-job.ts";
import { renderOutdated } from "./render-outdated.ts";
import type { LoadedTemplate } from "./templates.ts";
import { type LastOutputs, planFiles } from "./up-to-date.ts";

export interface ArchivePages {
  readonly outputs: Outputs;
  readonly changes: OutputChanges;
}

/** What the archive's own pages are made of. */
export interface ArchiveSources {
  /** Of all live pages. */
  readonly summaries: PageSummaries;
  /** The view of a live page as JSON, and its newest posts that have a time: called only if a page that shows them is rendered. */
  readonly viewJson: (slug: string) => string;
  readonly newest: (slug: string, count: number) => readonly PostView[];
  readonly last: LastOutputs;
}

/** Throws Refusal if templates throw. */
export async function renderArchivePages(
  sources: ArchiveSources,
  job: RenderJob,
  tools: { readonly templates: readonly LoadedTemplate[]; readonly cards: DrawCards },
): Promise<ArchivePages> {
  const { last } = sources;
  const archive = viewArchive(sources, job);
  const templates = tools.templates.filter(({ template }) => template.of === "archive");
  const planned = templates.flatMap((loaded) => planFiles(loaded, archive, job.renderKey, last));
  const rendered = await renderOutdated(planned, stagingIn(job.stage), {
    engine: job.engine,
    htmlFirst: false,
  });
  const { card } = archive;
  const cards = await renderCards(card === undefined ? [] : [{ card, last }], job.renderKey, tools.cards);
  const outputs = { ...rendered.outputs, ...cards.outputs };
  const changes = { ...comparePaths(last.outputs, outputs), staged: [...rendered.staged], copies: cards.copies };
  return { outputs, changes };
}

function viewArchive(
  { summaries, viewJson, newest }: ArchiveSources,
  { settings, cards, ownFiles }: RenderJob,
): ArchiveSite {
  const facts = Object.entries(summaries).map(
    ([slug, { key, view: _, ...told }]): PageSummary => ({
      ...told,
      slug,
      view: lazyLivePageView(key, () => viewJson(slug)),
      posts: (count) => newest(slug, count),
    }),
  );
  return archiveSite(settings, facts, { ...renderDependencies, cards, ownFiles });
}

/** The newest posts of a live page, read with its record; undefined if its `page.md` cannot be read. */
export function readNewestPosts(
  { root, now }: Pick<RenderJob, "root" | "now">,
  slug: string,
  { memory, pictures }: PageRecord,
  count: number,
): NewestPosts | undefined {
  const archived = archivedPage(readPage(root, slug, { memory, now }));
  return archived && newestPosts(archived.page, (file) => pictures[archived.media.get(file)?.digest ?? ""], count);
}
