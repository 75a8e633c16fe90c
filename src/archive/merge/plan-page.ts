/** From a capture to what happens to `page.md`: create, update, keep or conflict. A capture changes only what it says. */
import { parseInstant } from "../../model/instant.ts";
import type { FoundPage } from "../../model/live-page.ts";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { pageDigest, pageFields } from "../canonical.ts";
import type { CaptureRecord } from "../captures/captures.ts";
import { compact, normalisePage, type PageText } from "../normalise.ts";
import { readText } from "../read/files.ts";
import { pageFileOf, type ReadPage } from "../read/page.ts";
import { parsePage } from "../read/parse-page.ts";
import { editPage } from "../write/edit-post.ts";
import { printPage } from "../write/print-page.ts";
import { describeConflict } from "./conflict.ts";
import { pageAddress, samePage } from "./page-address.ts";
import type { ImportRequest } from "./request.ts";

export interface PagePlan {
  readonly page: "created" | "updated" | "kept" | "conflict";
  /** The new text of `page.md`; undefined where it stays. */
  readonly text?: string;
  readonly conflicts: readonly Problem[];
  /** The digest for the record of the capture; undefined in a conflict. */
  readonly digest?: string;
}

/** The page as a capture and its options describe it, normalised; values that they lack are undefined. */
export function incomingPage(request: ImportRequest, zone: string, title: string): Partial<PageText> {
  const { found } = request;
  const url = typeof request.options.url === "string" ? request.options.url : found.source;
  const source = url === undefined ? undefined : pageAddress(url);
  const language = request.language ?? found.language;
  const full = readBackPage({
    title,
    ...(source !== undefined && { source }),
    ...(request.captured && { captured: request.captured }),
    ...(found.publisher !== undefined && { publisher: found.publisher }),
    zone,
    language: language ?? "en",
    editors: found.editors,
    panel: found.panel,
    summary: found.summary ?? [],
  });
  return compact<Partial<PageText>>({
    ...full,
    language: language === undefined ? undefined : full.language,
    editors: full.editors.length === 0 ? undefined : full.editors,
    panel: full.panel.length === 0 ? undefined : full.panel,
    summary: full.summary.length === 0 ? undefined : full.summary,
  });
}

/** Prints a page and reads it again. Throws a Refusal where that is impossible. */
function readBackPage(page: PageText): PageText {
  const parsed = parsePage(printPage(page), "page.md", "");
  if (parsed.page === undefined) throw new Refusal(parsed.problems.filter(({ severity }) => severity === "error"));
  return parsed.page;
}

/** The importer's own result, read back, with the title of the capture. */
export function writtenPage(found: FoundPage, incoming: Partial<PageText>, title: string): FoundPage {
  const own = found.title === undefined ? title : readBackPage({ ...fill(incoming), title: found.title }).title;
  const { source, publisher, language, editors, panel, summary } = incoming;
  return compact<FoundPage>({
    title: own,
    source,
    publisher,
    language,
    editors: editors ?? [],
    panel: panel ?? [],
    summary: summary ?? (found.summary === undefined ? undefined : []),
  });
}

const fill = (page: Partial<PageText>): PageText => ({
  title: "",
  zone: "UTC",
  language: "en",
  editors: [],
  panel: [],
  summary: [],
  ...page,
});

/** Decides what happens to a page, which may not exist yet. `newest`: no newer capture was imported before. */
export function planPage(
  root: string,
  present: ReadPage | undefined,
  incoming: Partial<PageText>,
  records: readonly CaptureRecord[],
  newest: boolean,
): PagePlan {
  const digest = pageDigest(incoming);
  if (present?.page === undefined) {
    const page = normalisePage(fill(incoming));
    return { page: "created", text: printPage(page, pageDigest(page)), conflicts: [], digest };
  }
  const own = present.page;
  const file = pageFileOf(present.slug);
  const read = readText(root, file);
  if ("problem" in read) throw new Refusal([read.problem]);
  const captured = newestTime(own, incoming, records);
  const same = own.source !== undefined && incoming.source !== undefined && samePage(own.source, incoming.source);
  const said: Partial<PageText> = same && own.source !== undefined ? { ...incoming, source: own.source } : incoming;
  const merged = newest ? { ...own, ...said } : { ...own, ...absentIn(own, said) };
  const unedited = present.imported === pageDigest(own);
  const settled = present.imported === digest || records.some((record) => record.page === digest);
  const next = normalisePage(compact<PageText>({ ...(settled ? own : merged), captured }));
  const differs = pageDigest(next) !== pageDigest(own);
  if (differs && !unedited) {
    const asked = Object.fromEntries(Object.keys(said).map((key) => [key, pageFields(merged)[key]]));
    const mine = Object.fromEntries(Object.keys(asked).map((key) => [key, pageFields(own)[key]]));
    return { page: "conflict", conflicts: describeConflict(file, read.text, mine, asked, digest) };
  }
  const imported = differs ? pageDigest(next) : present.imported;
  const text = editPage(read.text, present, next, imported);
  if (text === undefined || parsePage(text, file, present.slug).page === undefined) {
    const message = "Cannot update page.md: its front matter cannot be changed in place";
    const hint = "Write the front matter as import does: one key a line, lists with one line a member";
    return { page: "conflict", conflicts: [fileProblem(file, message, hint)] };
  }
  if (text === read.text) return { page: "kept", conflicts: [], digest };
  return { page: differs ? "updated" : "kept", text, conflicts: [], digest };
}

/** The values that the page lacks; an older capture may add them. */
function absentIn(own: PageText, said: Partial<PageText>): Partial<PageText> {
  const empty = Object.entries(said).filter(([key]) => {
    const value = own[key as keyof PageText];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(empty) as Partial<PageText>;
}

/** The time of the newest capture, unless a person wrote another one. */
function newestTime(
  own: PageText,
  incoming: Partial<PageText>,
  records: readonly CaptureRecord[],
): PageText["captured"] {
  const now = own.captured?.epoch;
  const times = records.map(({ captured }) => parseInstant(captured ?? "", own.zone)?.epoch);
  const ours = now === undefined ? times.every((time) => time === undefined) : times.includes(now);
  const { captured } = incoming;
  if (!ours || captured === undefined) return own.captured;
  return own.captured === undefined || own.captured.epoch < captured.epoch ? captured : own.captured;
}
