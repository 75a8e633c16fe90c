/** From a capture to the changes of `content/`: a three-way merge of each post, in which a person's edits win. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeviceName } from "../../base/portable-name.ts";
import type { Change } from "../../base/transaction/transaction.ts";
import { parseInstant, printInstant } from "../../model/instant.ts";
import { fileProblem, Refusal } from "../../model/problem.ts";
import {
  type CaptureRecord,
  type Captures,
  capturesFileOf,
  printCaptures,
  readCaptures,
  sameCaptures,
} from "../captures/captures.ts";
import { lineOf } from "../normalise.ts";
import { pageFileOf, type ReadPage, readPage } from "../read/page.ts";
import { isSlug, slugOf } from "../slug.ts";
import { findLivePage } from "./find-page.ts";
import { pageSentencesNotIn } from "./not-taken-over.ts";
import { samePage } from "./page-address.ts";
import { incomingPage, planPage, writtenPage } from "./plan-page.ts";
import { planPosts } from "./plan-posts.ts";
import type { ImportPlan, ImportRequest } from "./request.ts";

export type { ImportPlan, ImportRequest } from "./request.ts";

/**
 * Plans the import of one capture into `root/content/`; reads, writes nothing. Throws a Refusal for a bad slug, a page without a title, a
 * slug of another live page, and files with errors: a broken file must not count as deleted.
 */
export function planImport(root: string, request: ImportRequest): ImportPlan {
  const slug = chooseSlug(root, request);
  const present = presentPage(root, slug);
  const captures = readCaptures(root, slug);
  const title = lineOf(request.title) ?? lineOf(request.found.title) ?? present?.page?.title;
  if (title === undefined) {
    const message = "Cannot tell the live page's title: the capture has none";
    throw new Refusal([fileProblem(request.capture.name, message, 'Give one: --title "A state visit"')]);
  }
  const zone = present?.page?.zone ?? request.zone;
  const incoming = incomingPage(request, zone, title);
  refuseOtherPage(slug, present, incoming.source);
  const newer = newerRecords(captures.records, request);
  const names = new Set(present === undefined ? [] : readdirSync(join(root, "content", slug)));
  const posts = planPosts(
    {
      root,
      slug,
      zone,
      present: present?.posts ?? [],
      names,
      captures,
      newer: new Set(newer.flatMap((record) => record.posts)),
    },
    request,
  );
  const page = planPage(root, present, incoming, captures.records, newer.length === 0);
  const changes: Change[] = [];
  if (page.text !== undefined) changes.push({ path: pageFileOf(slug), bytes: page.text });
  for (const one of posts.changes) changes.push(one);
  const record = recordOf(
    request,
    page.digest,
    posts.posts.map(({ id }) => id),
  );
  const next: Captures = { records: withRecord(captures.records, record), known: posts.known, declined: posts.gone };
  if (!sameCaptures(captures, next)) changes.push({ path: capturesFileOf(slug), bytes: printCaptures(next) });
  const { created, updated, kept, declined, revisions } = posts;
  return {
    slug,
    changes,
    created,
    updated,
    kept,
    declined,
    notTakenOver: [
      ...(newer.length > 0 ? pageSentencesNotIn(present?.page ?? {}, incoming) : []),
      ...posts.notTakenOver,
    ],
    conflicts: [...page.conflicts, ...posts.conflicts],
    revisions,
    page: page.page,
    sources: [...(present?.posts.map(({ post }) => post) ?? []), ...request.posts].flatMap(
      ({ source }) => source ?? [],
    ),
    written: { page: writtenPage(request.found, incoming, title), posts: posts.posts },
  };
}

/** The slug of the live page of a capture, known or new; throws a Refusal where it cannot be told. */
export function chooseSlug(
  root: string,
  request: Pick<ImportRequest, "slug" | "options" | "found" | "title" | "capture">,
): string {
  if (request.slug !== undefined) {
    // An existing folder with such a name stays usable.
    const isUsable = !isDeviceName(request.slug) || existsSync(join(root, "content", request.slug));
    if (isSlug(request.slug) && isUsable) return request.slug;
    const example = slugOf(request.slug) ?? "state-visit";
    const message = isDeviceName(request.slug)
      ? `Cannot use the slug "${request.slug}": Windows can have no folder of that name`
      : `Cannot use the slug "${request.slug}": expected 1 to 80 of a-z, 0-9 and "-"`;
    throw new Refusal([fileProblem("--slug", message, `For example --slug ${example}`)]);
  }
  const url = typeof request.options.url === "string" ? request.options.url : request.found.source;
  const title = lineOf(request.title) ?? lineOf(request.found.title);
  const { digest } = request.capture;
  const known = findLivePage(root, {
    digest,
    ...(url !== undefined && { url }),
    ...(title !== undefined && { title }),
  });
  if (known !== undefined) return known;
  if (title === undefined) {
    const message = "Cannot tell the live page's title: the capture has none";
    throw new Refusal([fileProblem(request.capture.name, message, 'Give one: --title "A state visit"')]);
  }
  const slug = slugOf(title);
  if (slug !== undefined) return slug;
  const message = `Cannot make a slug of the title "${title}": it has no Latin letters`;
  throw new Refusal([fileProblem("--slug", message, "Give one: --slug state-visit")]);
}

/** The present live page; undefined where the folder holds none, or only pictures that somebody put there first. */
function presentPage(root: string, slug: string): ReadPage | undefined {
  const folder = join(root, "content", slug);
  if (!existsSync(folder)) return undefined;
  const texts = readdirSync(folder).some((name) => name.endsWith(".md"));
  if (!texts && !existsSync(join(root, capturesFileOf(slug)))) return undefined;
  const page = readPage(root, slug);
  const errors = page.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Refusal(errors);
  return page;
}

function refuseOtherPage(slug: string, present: ReadPage | undefined, source: string | undefined): void {
  const own = present?.page?.source;
  if (own === undefined || source === undefined || samePage(own, source)) return;
  const message = `Cannot import into "${slug}": it holds ${own}, and the capture is of ${source}`;
  throw new Refusal([fileProblem(pageFileOf(slug), message, "Give another --slug, or the same --url")]);
}

/**
 * The captures whose words count more: those that were made later or, where that cannot be told, imported later. A capture of a fuller
 * form counts more than one of a poorer form, regardless of their times.
 */
function newerRecords(records: readonly CaptureRecord[], request: ImportRequest): readonly CaptureRecord[] {
  const own = records.findIndex((record) => record.digest === request.capture.digest);
  const place = own === -1 ? records.length : own;
  const stored = records[own]?.captured;
  const captured = request.captured?.epoch ?? (stored === undefined ? undefined : parseInstant(stored, "UTC")?.epoch);
  const rankOf = (importer: string): number => request.ranks?.[importer] ?? Number.POSITIVE_INFINITY;
  return records.filter((record, index) => {
    if (index === own) return false;
    const [rank, mine] = [rankOf(record.importer), rankOf(request.importer)];
    if (rank !== mine) return rank > mine;
    const other = record.captured === undefined ? undefined : parseInstant(record.captured, "UTC")?.epoch;
    return captured === undefined || other === undefined || captured === other ? index > place : other > captured;
  });
}

function recordOf(request: ImportRequest, page: string | undefined, posts: readonly string[]): CaptureRecord {
  return {
    digest: request.capture.digest,
    name: lineOf(request.capture.name) ?? "capture",
    ...(request.captured && { captured: printInstant(request.captured) }),
    importer: request.importer,
    options: request.options,
    ...(page !== undefined && { page }),
    ledger: request.ledger,
    posts,
  };
}

/** A capture that is imported again keeps its place and its name. */
function withRecord(records: readonly CaptureRecord[], record: CaptureRecord): readonly CaptureRecord[] {
  const old = records.find(({ digest }) => digest === record.digest);
  if (old === undefined) return [...records, record];
  const { captured } = old;
  const next = {
    ...record,
    name: old.name,
    ...(record.captured === undefined && captured !== undefined && { captured }),
  };
  return records.map((other) => (other === old ? next : other));
}
