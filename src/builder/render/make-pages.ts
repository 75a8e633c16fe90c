/** Makes live pages: reads them, finds their pictures, prints what has changed, and keeps a record of each for the next build. */
import path from "node:path";
import type { ArchivedPage, Original } from "../../archive/archive.ts";
import { picturesIn } from "../../archive/read/media.ts";
import { type ReadPage, readPage } from "../../archive/read/page.ts";
import { archivedPage } from "../../archive/read/read.ts";
import type { ArchiveSettings } from "../../model/live-page.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import { summarizePage } from "../../site/page-summary.ts";
import type { Pictures } from "../../site/pictures/images.ts";
import type { Picture } from "../../site/pictures/picture.ts";
import { livePageViewJson } from "../../site/presenters/live-page.ts";
import { pageSite } from "../../site/site.ts";
import type { PageSite } from "../../site/views/page-site.ts";
import { keepValue, recallValue } from "../cache/disk-cache.ts";
import { type Copy, cardFiles, namedCrops, originalFiles, variantFiles } from "../output/copies.ts";
import { longPaths } from "../output/output-paths.ts";
import { stagingIn } from "../output/staging.ts";
import { type Head, type Outputs, type PageRecord, planFolderOf } from "../state.ts";
import { type DrawCards, type SettledCards, settleCards } from "./cards.ts";
import { press } from "./dependencies.ts";
import { difference, type Made } from "./page-result.ts";
import { type Engine, printPlanned } from "./print.ts";
import type { LoadedTemplate } from "./templates.ts";
import { type Before, holds, planPages } from "./up-to-date.ts";

/** What all live pages of a build have in common. Plain data: it goes to other threads. */
export interface Job {
  readonly root: string;
  readonly cache: string;
  readonly out: string;
  readonly settings: ArchiveSettings;
  /** Stands for the program, the templates and the options. */
  readonly printing: string;
  readonly engine: Engine;
  /** As in `BuildOptions`. */
  readonly pagesFirst: boolean;
  /** Whether there are cards. */
  readonly cards: boolean;
  /** As in `Found`. */
  readonly ownFiles: ReadonlySet<string>;
  /** Absolute: the folder in which pages are staged. */
  readonly stage: string;
  /** Whether there is no file in the site yet. */
  readonly bare: boolean;
  /** Milliseconds since 1970, from before anything was read. */
  readonly now: number;
}

/** A live page to be made. */
export interface Task {
  readonly slug: string;
  /** The digest of its record; absent where there is none that may be used. */
  readonly record?: string;
  /** Whether the site is known to hold what the record says. */
  readonly trusted: boolean;
  /** Whether every file is to be opened, whatever its mark, and every picture looked for. */
  readonly reread: boolean;
}

/** What came of a live page. Plain data. */
export interface MadePage extends Made {
  readonly slug: string;
  readonly posts: number;
  readonly absent: number;
  readonly pictures: readonly string[];
  readonly problems: readonly Problem[];
  readonly head: Head;
  /** The digest of its record, which waits beside the one it replaces; or the record itself, which is not kept yet. */
  readonly record: string | PageRecord;
  /** Whether some of its files stay as they were until the next build. */
  readonly late: boolean;
}

export interface Workshop {
  readonly templates: readonly LoadedTemplate[];
  readonly pictures: (originals: readonly Pick<Original, "path" | "digest" | "bytes">[]) => Promise<Pictures>;
  readonly cards: DrawCards;
  /** Whether records are left to the caller: where they are few, what a reader waits for comes first. */
  readonly few?: boolean;
}

/** A live page as it was read, with its views. */
interface Opened extends Read {
  readonly archived: ArchivedPage;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly problems: readonly Problem[];
  readonly site: PageSite;
}

/** Makes some live pages, as many as fit into memory together. Throws Refusal with all that is wrong with them. */
export async function makePages(tasks: readonly Task[], job: Job, workshop: Workshop): Promise<readonly MadePage[]> {
  const read = tasks.map((task) => openPage(task, job));
  const originals = read.flatMap(({ archived, known }) =>
    archived === undefined || known !== undefined ? [] : [...archived.media.values()],
  );
  const found = originals.length === 0 ? none : fromRoot(await workshop.pictures(originals), job.root);
  const problems = [...read.flatMap((page) => page.read.problems), ...found.problems];
  if (problems.some(({ severity }) => severity === "error")) throw new Refusal(problems);
  const opened = read.flatMap((page) => viewPage(page, found, job));
  const templates = workshop.templates.filter(({ template }) => template.of === "live page");
  const planned = opened.map(({ site, before }) =>
    templates.flatMap((loaded) => planPages(loaded, site, job.printing, before)),
  );
  const site = { pages: opened.map((page) => page.site) };
  const { engine, pagesFirst } = job;
  const printed = await printPlanned(planned.flat(), stagingIn(job.stage), { site, templates, engine, pagesFirst });
  const cards = await settleCards(
    opened.flatMap(({ site: { card }, before }) => (card === undefined ? [] : [{ card, before }])),
    job.printing,
    workshop.cards,
  );
  return opened.map((page, index) => {
    const outputs: Record<string, readonly [string, string]> = {};
    const staged: string[] = [];
    let late = false;
    for (const { path } of planned[index] ?? []) {
      late ||= printed.late.has(path);
      const settled = printed.outputs[path];
      if (settled !== undefined) outputs[path] = settled;
      if (printed.staged.has(path)) staged.push(path);
    }
    return finish(page, { outputs, staged, late, card: cardOf(page, cards) }, job, workshop);
  });
}

/** What a live page can be read with. */
export type Desk = Pick<Job, "root" | "cache" | "out" | "settings" | "cards" | "ownFiles" | "bare" | "now">;

/** Reads a live page and makes its views, as a build would if it were touched: then most of it is known already. */
export function readyPage(task: Task, desk: Desk): void {
  const read = openPage(task, desk);
  if (read.known === undefined) return;
  for (const { site } of viewPage(read, none, desk))
    for (const { posts } of site.newest.days) for (const { post } of posts) post.bodyHtml();
}

/** Problems name files as everywhere else: from the archive's root. */
const fromRoot = ({ pictures, problems }: Pick<Pictures, "pictures" | "problems">, root: string) => ({
  pictures,
  problems: problems.map((one) => ({ ...one, file: path.relative(root, one.file).split(path.sep).join("/") })),
});

const none: Pick<Pictures, "pictures" | "problems"> = { pictures: new Map(), problems: [] };

interface Read {
  readonly task: Task;
  readonly read: ReadPage;
  /** Undefined where its `page.md` cannot be read. */
  readonly archived: ArchivedPage | undefined;
  /** Undefined where a picture must be made, or looked for in the cache. */
  readonly known: ReadonlyMap<string, Picture> | undefined;
  readonly before: Before;
  readonly lost: boolean;
}

/** Reads a live page, as far as possible from its record. */
function openPage(task: Task, job: Desk): Read {
  const { slug, trusted } = task;
  const kept =
    task.record === undefined ? undefined : recallValue<PageRecord>(planFolderOf(job).record(slug), task.record)?.value;
  const recall = { memory: task.reread ? undefined : kept?.memory, now: job.now };
  const read = readPage(job.root, slug, recall, job.settings.revisions);
  const archived = archivedPage(read);
  const known = new Map<string, Picture>();
  for (const { digest } of archived?.media.values() ?? []) {
    const picture = kept?.pictures[digest];
    if (picture !== undefined) known.set(digest, picture);
  }
  const complete = [...(archived?.media.values() ?? [])].every(({ digest }) => known.has(digest));
  return {
    task,
    read,
    archived,
    known: trusted && complete && !task.reread ? known : undefined,
    // Where there is no site, nothing needs to be looked for.
    before: job.bare
      ? { outputs: {}, out: job.out, trusted: true }
      : { outputs: kept?.outputs ?? {}, out: job.out, trusted },
    lost: task.record !== undefined && kept === undefined,
  };
}

/** The views of a live page that could be read. */
function viewPage(page: Read, found: Pick<Pictures, "pictures" | "problems">, job: Desk): readonly Opened[] {
  const { archived, known } = page;
  if (archived === undefined) return [];
  const pictures = known ?? found.pictures;
  const folder = `content/${page.task.slug}/`;
  const problems = [...page.read.problems, ...found.problems.filter(({ file }) => file.startsWith(folder))];
  return [
    {
      ...page,
      archived,
      pictures,
      problems,
      site: pageSite(archived, pictures, job.settings, { ...press, cards: job.cards, ownFiles: job.ownFiles }),
    },
  ];
}

/** The drawn card of one of the pages. */
function cardOf({ site: { card } }: Opened, { outputs, copies }: SettledCards): SettledCards {
  const settled = card && outputs[card.path];
  if (card === undefined || settled === undefined) return { outputs: {}, copies: [] };
  return { outputs: { [card.path]: settled }, copies: copies.filter((copy) => copy.path === card.path) };
}

/** What came of a page whose files are staged; keeps its record. */
function finish(
  { task, read, archived, pictures, problems, site, before, lost }: Opened,
  made: Pick<MadePage, "staged" | "late"> & { readonly outputs: Outputs; readonly card: SettledCards },
  job: Job,
  { few = false }: Workshop,
): MadePage {
  const { slug } = task;
  const own = new Map(
    [...archived.media.values()].flatMap(({ digest }) => {
      const picture = pictures.get(digest);
      return picture === undefined ? [] : [[digest, picture] as const];
    }),
  );
  const shown = [...variantFiles(own.values()), ...cardFiles(own.values(), namedCrops(site, job.settings))];
  const copies: readonly Copy[] = [...shown, ...originalFiles(archived, own)];
  const outputs: Record<string, readonly [string, string]> = { ...made.outputs, ...made.card.outputs };
  for (const { path, digest } of copies) outputs[path] = [digest, digest];
  const record = { memory: read.memory(), pictures: Object.fromEntries(own), outputs } satisfies PageRecord;
  const { view, origin, urls, cited, newest } = summarizePage(archived, site);
  const changed = difference(before.outputs, outputs);
  return {
    slug,
    posts: archived.page.posts.length,
    absent: countAbsent(archived, own),
    pictures: [...new Set(shown.map(({ path }) => path.replace(/-\d+\.\w+$/, "")))],
    problems: [...problems, ...longPaths(changed.paths)],
    head: { view: livePageViewJson(view), origin, urls, ...(cited !== undefined && { cited }), newest },
    record: few ? record : keepValue(planFolderOf(job).coming(slug), record),
    lost,
    ...changed,
    staged: made.staged,
    late: made.late,
    copies: [...made.card.copies, ...copies.filter(({ path, digest }) => !holds(path, digest, before))],
  };
}

/** How many figures and posters print as a card. */
function countAbsent({ page, media }: ArchivedPage, pictures: ReadonlyMap<string, Picture>): number {
  const shown = picturesIn([...page.summary, ...page.posts.flatMap(({ blocks }) => blocks)]);
  return shown.filter((file) => !pictures.has(media.get(file)?.digest ?? "")).length;
}
