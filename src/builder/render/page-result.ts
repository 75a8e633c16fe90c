/** Turns a live page whose files are staged into the result of its rendering, and stores its new record and view. */
import type { ArchivedPage } from "../../archive/archive.ts";
import { picturesIn } from "../../archive/read/media.ts";
import type { Problem } from "../../model/problem.ts";
import { summarizePage } from "../../site/page-summary.ts";
import type { Picture } from "../../site/pictures/picture.ts";
import { livePageViewJson } from "../../site/presenters/live-page.ts";
import { pageFiles } from "../cache/build-cache.ts";
import { diskCache } from "../cache/disk-cache.ts";
import type { Outputs, PageRecord, StoredSummary } from "../cache/state.ts";
import { type Copy, cardFiles, namedCrops, originalFiles, uncleanedOriginals, variantFiles } from "../output/copies.ts";
import { comparePaths, type OutputChanges } from "../output/output-changes.ts";
import { longPaths } from "../output/output-paths.ts";
import type { CardOutputs } from "./cards.ts";
import type { LivePageViews } from "./read-live-page.ts";
import type { RenderJob } from "./render-job.ts";
import type { RenderedOutputs } from "./render-outdated.ts";
import { type PlannedFile, siteHolds } from "./up-to-date.ts";

/** What came of a live page. Plain data: it comes from other threads. */
export interface PageResult extends OutputChanges {
  readonly slug: string;
  /** As in `PageState`. */
  readonly posts: number;
  readonly drafts: number;
  readonly absent: number;
  readonly pictures: readonly string[];
  readonly problems: readonly Problem[];
  readonly summary: StoredSummary;
  /** The digest of its new record. */
  readonly record: string;
  /** Whether there was a record that could not be read: files of the last build may be left. */
  readonly recordLost: boolean;
  /** Whether some of its files stay as they are until the next build. */
  readonly hasDeferred: boolean;
}

/** The files that were planned of a live page, and what came of all planned files and cards of its batch. */
export interface RenderedFiles {
  readonly planned: readonly PlannedFile[];
  readonly rendered: RenderedOutputs;
  readonly cards: CardOutputs;
  /** Of its content and its pictures. */
  readonly problems: readonly Problem[];
}

export function pageResult(page: LivePageViews, files: RenderedFiles, job: RenderJob): PageResult {
  const { task, archived, site, last, recordLost } = page;
  const { planned, rendered } = files;
  const { slug } = task;
  const pictures = ownPictures(page);
  const shown = [...variantFiles(pictures.values()), ...cardFiles(pictures.values(), namedCrops(site, job.settings))];
  const copies: readonly Copy[] = [...shown, ...originalFiles(archived, pictures, job.settings)];
  const card = ownCard(page, files.cards);
  const outputs: Outputs = {
    ...Object.fromEntries(planned.flatMap(({ path }) => pick(rendered.outputs, path))),
    ...card.outputs,
    ...Object.fromEntries(copies.map(({ path, digest }) => [path, [digest, digest] as const])),
  };
  const record = { memory: page.read.memory(), pictures: Object.fromEntries(pictures), outputs } satisfies PageRecord;
  const changed = comparePaths(last.outputs, outputs);
  return {
    slug,
    posts: archived.page.posts.length,
    drafts: page.read.posts.length - archived.page.posts.length,
    absent: countAbsent(archived, pictures),
    pictures: [...new Set(shown.map(({ path }) => path.replace(/-\d+\.\w+$/, "")))],
    problems: [...files.problems, ...uncleanedOriginals(archived, pictures, job.settings), ...longPaths(changed.paths)],
    summary: storeView(page, job),
    record: diskCache.put(pageFiles(job.buildCache, slug).newRecord, record),
    recordLost,
    hasDeferred: planned.some(({ path }) => rendered.deferred.has(path)),
    ...changed,
    staged: planned.flatMap(({ path }) => (rendered.staged.has(path) ? [path] : [])),
    copies: [...card.copies, ...copies.filter(({ path, digest }) => !siteHolds(path, digest, last))],
  };
}

/** The pictures of a live page that can be shown, by the digest of the original. */
const ownPictures = ({ archived, pictures }: LivePageViews): ReadonlyMap<string, Picture> =>
  new Map(
    [...archived.media.values()].flatMap(({ digest }) => {
      const picture = pictures.get(digest);
      return picture === undefined ? [] : [[digest, picture] as const];
    }),
  );

/** The drawn card of one live page among those of its batch. */
const ownCard = ({ site: { card } }: LivePageViews, { outputs, copies }: CardOutputs): CardOutputs =>
  card === undefined
    ? { outputs: {}, copies: [] }
    : {
        outputs: Object.fromEntries(pick(outputs, card.path)),
        copies: copies.filter(({ path }) => path === card.path),
      };

function pick(outputs: Outputs, path: string): readonly (readonly [string, Outputs[string]])[] {
  const output = outputs[path];
  return output === undefined ? [] : [[path, output]];
}

/** Stores the view of a live page; gives its summary. */
function storeView({ task, archived, site }: LivePageViews, { buildCache }: RenderJob): StoredSummary {
  const { view: whole, origin, picture, urls, cited, newest } = summarizePage(archived, site);
  const { key, json } = livePageViewJson(whole);
  const view = diskCache.put(pageFiles(buildCache, task.slug).newView, json);
  return {
    key,
    view,
    origin,
    ...(picture !== undefined && { picture }),
    urls,
    ...(cited !== undefined && { cited }),
    newest,
  };
}

/** The number of figures and posters that are shown without a picture. */
function countAbsent({ page, media }: ArchivedPage, pictures: ReadonlyMap<string, Picture>): number {
  const shown = picturesIn([...page.summary, ...page.posts.flatMap(({ blocks }) => blocks)]);
  return shown.filter((file) => !pictures.has(media.get(file)?.digest ?? "")).length;
}
