/** From a capture to one reading by all importers that know a form in it: a saved page can hold markup, page data and JSON-LD. */
import { isFixedZone } from "../model/fixed-zone.ts";
import type { FoundPost } from "../model/live-page.ts";
import { fileProblem, type Problem } from "../model/problem.ts";
import { combine } from "./combine.ts";
import { evidences, type Importer, type Reading, type ReadOptions } from "./contract.ts";
import { withHeadTitles } from "./head-titles.ts";
import { isMarkup } from "./html/html.ts";
import { pairPosts } from "./pair-posts.ts";
import { importers } from "./registry.ts";
import { zoneDoubts, zoneOfMoments, zoneOfTimes } from "./times/fitted-zone.ts";
import type { TimeWarning } from "./times/time-agreement.ts";
import { undatedWords, untimedWarning, untimedWords } from "./times/time-posts.ts";
import { timeWarnings } from "./times/time-warnings.ts";

export interface FormsReading {
  /** The importer of the largest part of the reading. */
  readonly importer: Importer;
  readonly reading: Reading;
  /** The importer was not certain of the form. */
  readonly guessed?: boolean;
}

/** From this certainty on, an importer knows a form; below, it guesses. */
const known = 0.5;

/**
 * The reading of the fullest form, with additions from the others; undefined if no importer knows the text. If no person named a zone
 * and the page shows which one it has, the page is read in that zone.
 */
export function readForms(text: string, options: ReadOptions): FormsReading | undefined {
  const usual = readAll(text, options);
  if (usual === undefined || isBroken(usual.reading)) return usual;
  if (options.zoneTold === true || /^bbc/.test(usual.importer.name)) return usual;
  const { zone, keptZone, language, file } = options;
  const { reading } = usual;
  // One message about the zone is enough.
  const hasMessage = reading.problems.some(({ hint }) => hint?.includes("--zone"));
  const doubted = (): FormsReading => withMessages(usual, hasMessage ? [] : zoneDoubts(reading, zone, language), file);
  if (keptZone === zone) return doubted();
  const fitted = zoneOfMoments(reading, zone);
  const again = fitted && inZone(text, options, fitted.zone, [fitted.warning]);
  if (again !== undefined) return again;
  const named = zoneOfTimes(reading, zone);
  if (named !== undefined) {
    const posts = reading.posts.map((post) => postIn(post, named.zone));
    return withMessages(
      { ...usual, reading: { ...reading, posts } },
      hasMessage ? [] : [named.warning],
      file,
      named.zone,
    );
  }
  const kept = keptZone !== undefined && isFixedZone(keptZone) ? inZone(text, options, keptZone, []) : undefined;
  return kept ?? doubted();
}

/** Reads the page again, in another zone; undefined if that fails. */
function inZone(
  text: string,
  options: ReadOptions,
  zone: string,
  messages: readonly TimeWarning[],
): FormsReading | undefined {
  const read = readAll(text, { ...options, zone });
  return read === undefined || isBroken(read.reading) ? undefined : withMessages(read, messages, options.file, zone);
}

const postIn = (post: FoundPost, zone: string): FoundPost => ({
  ...post,
  ...(post.published && { published: { ...post.published, zone } }),
  ...(post.updated && { updated: { ...post.updated, zone } }),
});

function withMessages(read: FormsReading, messages: readonly TimeWarning[], file: string, zone?: string): FormsReading {
  if (messages.length === 0 && zone === undefined) return read;
  const problems = messages.map(([message, hint]): Problem => fileProblem(file, message, hint, "warning"));
  return {
    ...read,
    reading: {
      ...read.reading,
      ...(zone !== undefined && { zone }),
      problems: [...read.reading.problems, ...problems],
    },
  };
}

function readAll(text: string, options: ReadOptions): FormsReading | undefined {
  const candidates = importers
    .map((importer) => ({ importer, certainty: certaintyOf(importer, text, options) }))
    .filter((one) => one.certainty > 0)
    .sort((a, b) => b.certainty - a.certainty);
  const [best, ...others] = candidates;
  if (best === undefined) return undefined;
  let main: FormsReading = { importer: best.importer, reading: best.importer.read(text, options) };
  const rest: FormsReading[] = [];
  const unreadable: Problem[] = [];
  for (const { importer, certainty } of others) {
    const hopeless = certainty < known && !isBroken(main.reading) && !isFuller(importer, main);
    if (importer.evidence === "text" || hopeless) continue;
    const reading = importer.read(text, options);
    if (isBroken(reading)) {
      unreadable.push(...unreadableIn(reading));
      continue;
    }
    const guessed = certainty < known;
    if (isBroken(main.reading)) {
      unreadable.push(...unreadableIn(main.reading));
      main = { importer, reading };
    } else if (
      certainty < known ? isFuller(importer, main) && agree(reading, main.reading) : isFuller(importer, main)
    ) {
      rest.push(main);
      main = { importer, reading, guessed };
    } else if (certainty >= known) rest.push({ importer, reading });
  }
  const forms = rest.reduce((all, other) => completed(all, other, options.file), main);
  const isDataAlone =
    isMarkup(text) && !isBroken(main.reading) && ![main, ...rest].some(({ importer }) => importer.readsHead);
  const whole = isDataAlone ? { ...forms, reading: withHeadTitles(forms.reading, text, options.title) } : forms;
  const warnings = [...unreadable, ...timeWarnings(whole.reading, options)];
  if (warnings.length === 0) return whole;
  return { ...whole, reading: { ...whole.reading, problems: [...whole.reading.problems, ...warnings] } };
}

/** The faults of a form without posts, as warnings: another form has the posts, but words may be missing. */
const unreadableIn = ({ problems }: Reading): readonly Problem[] =>
  problems
    .filter(({ message }) => message.startsWith("Cannot read "))
    .map((problem) => ({ ...problem, severity: "warning", hint: "Nothing is to be done if all posts are there" }));

/** The certainty of an importer, also for the frames of the page: a live page can stand in one. */
function certaintyOf(importer: Importer, text: string, { frames }: ReadOptions): number {
  const certainty = importer.recognises(text);
  if (frames === undefined || importer.evidence !== "whole" || !text.trimStart().startsWith("<")) return certainty;
  return Math.max(certainty, ...Array.from(frames.values(), ({ html }) => importer.recognises(html)));
}

const isBroken = ({ posts, problems }: Reading): boolean =>
  posts.length === 0 || problems.some(({ severity }) => severity === "error");

const isFuller = (importer: Importer, than: FormsReading): boolean =>
  evidences.indexOf(importer.evidence) > evidences.indexOf(than.importer.evidence);

/**
 * True if a guessed form is credible: it has at least half of the posts of a known form, or nearly all its posts are among those.
 * Structured data can have more posts than a page shows.
 */
function agree(reading: Reading, certain: Reading): boolean {
  const shared = pairPosts(reading, certain).filter((pair) => pair !== undefined).length;
  return shared * 2 >= certain.posts.length || (shared >= 2 && shared * 5 >= reading.posts.length * 4);
}

function completed(main: FormsReading, other: FormsReading, file: string): FormsReading {
  const { reading, shared, added, timed, messages: differ } = combine(main.reading, other.reading);
  const [from, to] = [other.importer.name, main.importer.name];
  const untimed = reading.posts.filter(({ published }) => published === undefined);
  const isDated = reading.posts.every(({ inferred }) => !inferred.includes("date"));
  const problems = reading.problems.flatMap((problem) => {
    if (problem.message.startsWith(undatedWords) && isDated) return [];
    if (!problem.message.startsWith(untimedWords)) return [problem];
    return untimed.length === 0 ? [] : [{ ...problem, message: untimedWarning(untimed)[0] }];
  });
  const messages = [
    ...(added === 0 ? [] : [`${added} of its posts are only in its ${from}`]),
    ...(timed === 0 ? [] : [`the times of ${timed} are those of its ${from}`]),
    ...differ.map(([message]) => message),
  ];
  const doubtful = main.guessed === true ? main.reading.posts.length - shared : 0;
  if (doubtful > 0) messages.push(`${doubtful} that were guessed are not in its ${from}`);
  if (messages.length === 0) return { importer: main.importer, reading: { ...reading, problems } };
  return {
    importer: main.importer,
    reading: {
      ...reading,
      problems: [
        ...problems,
        fileProblem(
          file,
          `The capture holds the live page in two forms, ${to} and ${from}: ${messages.join("; ")}`,
          doubtful > 0
            ? `Look at the posts that are not in its ${from}: they may be other things on the page`
            : differ[0] !== undefined
              ? differ[0][1]
              : added === 0
                ? "Nothing is to be done"
                : `Posts that are only in its ${from} may lack links, lists and pictures`,
          "warning",
        ),
      ],
    },
  };
}
