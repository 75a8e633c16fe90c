/** Reads a capture with every importer that knows a form in it: a saved page can hold markup, page data and JSON-LD at once. */
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
import type { Said } from "./times/time-agreement.ts";
import { undatedWords, untimedSaid, untimedWords } from "./times/time-posts.ts";
import { timeWarnings } from "./times/time-warnings.ts";

export interface FormsReading {
  /** Whose reading it is, for the greater part. */
  readonly importer: Importer;
  readonly reading: Reading;
  /** The importer only hoped to know the form. */
  readonly guessed?: boolean;
}

/** From this on an importer knows a form; below it only hopes. */
const known = 0.5;

/**
 * The reading of the fullest form, completed by the others; undefined where no importer takes the text for its own. Where nobody
 * named a zone and the page tells which it is, it is read as one of that zone.
 */
export function readForms(text: string, options: ReadOptions): FormsReading | undefined {
  const usual = readAll(text, options);
  if (usual === undefined || isBroken(usual.reading)) return usual;
  if (options.zoneTold === true || /^bbc/.test(usual.importer.name)) return usual;
  const { zone, keptZone, language, file } = options;
  const { reading } = usual;
  // One word about the zone is enough.
  const isSaid = reading.problems.some(({ hint }) => hint?.includes("--zone"));
  const doubted = (): FormsReading => withSaid(usual, isSaid ? [] : zoneDoubts(reading, zone, language), file);
  if (keptZone === zone) return doubted();
  const fitted = zoneOfMoments(reading, zone);
  const again = fitted && inZone(text, options, fitted.zone, [fitted.said]);
  if (again !== undefined) return again;
  const named = zoneOfTimes(reading, zone);
  if (named !== undefined) {
    const posts = reading.posts.map((post) => postIn(post, named.zone));
    return withSaid({ ...usual, reading: { ...reading, posts } }, isSaid ? [] : [named.said], file, named.zone);
  }
  const kept = keptZone !== undefined && isFixedZone(keptZone) ? inZone(text, options, keptZone, []) : undefined;
  return kept ?? doubted();
}

/** The page read once more, as one of another zone; undefined where that fails. */
function inZone(text: string, options: ReadOptions, zone: string, said: readonly Said[]): FormsReading | undefined {
  const read = readAll(text, { ...options, zone });
  return read === undefined || isBroken(read.reading) ? undefined : withSaid(read, said, options.file, zone);
}

const postIn = (post: FoundPost, zone: string): FoundPost => ({
  ...post,
  ...(post.published && { published: { ...post.published, zone } }),
  ...(post.updated && { updated: { ...post.updated, zone } }),
});

function withSaid(read: FormsReading, said: readonly Said[], file: string, zone?: string): FormsReading {
  if (said.length === 0 && zone === undefined) return read;
  const problems = said.map(([message, hint]): Problem => fileProblem(file, message, hint, "warning"));
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
  const sure = importers
    .map((importer) => ({ importer, sure: sureOf(importer, text, options) }))
    .filter((one) => one.sure > 0)
    .sort((a, b) => b.sure - a.sure);
  const [best, ...others] = sure;
  if (best === undefined) return undefined;
  let main: FormsReading = { importer: best.importer, reading: best.importer.read(text, options) };
  const rest: FormsReading[] = [];
  const unreadable: Problem[] = [];
  for (const { importer, sure: certainty } of others) {
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

/** What a form that gave no post could not read: another form has the posts, but words may be missing. */
const unreadableIn = ({ problems }: Reading): readonly Problem[] =>
  problems
    .filter(({ message }) => message.startsWith("Cannot read "))
    .map((problem) => ({ ...problem, severity: "warning", hint: "Nothing is to be done if all posts are there" }));

/** A live page can stand in a frame of the page that was saved. */
function sureOf(importer: Importer, text: string, { frames }: ReadOptions): number {
  const sure = importer.recognises(text);
  if (frames === undefined || importer.evidence !== "whole" || !text.trimStart().startsWith("<")) return sure;
  return Math.max(sure, ...Array.from(frames.values(), ({ html }) => importer.recognises(html)));
}

const isBroken = ({ posts, problems }: Reading): boolean =>
  posts.length === 0 || problems.some(({ severity }) => severity === "error");

const isFuller = (importer: Importer, than: FormsReading): boolean =>
  evidences.indexOf(importer.evidence) > evidences.indexOf(than.importer.evidence);

/**
 * A form that only hopes to be one is believed where it finds at least half of the posts that a sure one names, or nearly all
 * that it finds are among these: structured data can name more posts than a page shows.
 */
function agree(reading: Reading, sure: Reading): boolean {
  const shared = pairPosts(reading, sure).filter((pair) => pair !== undefined).length;
  return shared * 2 >= sure.posts.length || (shared >= 2 && shared * 5 >= reading.posts.length * 4);
}

function completed(main: FormsReading, other: FormsReading, file: string): FormsReading {
  const { reading, shared, added, timed, said: differ } = combine(main.reading, other.reading);
  const [from, to] = [other.importer.name, main.importer.name];
  const untimed = reading.posts.filter(({ published }) => published === undefined);
  const isDated = reading.posts.every(({ inferred }) => !inferred.includes("date"));
  const problems = reading.problems.flatMap((problem) => {
    if (problem.message.startsWith(undatedWords) && isDated) return [];
    if (!problem.message.startsWith(untimedWords)) return [problem];
    return untimed.length === 0 ? [] : [{ ...problem, message: untimedSaid(untimed)[0] }];
  });
  const said = [
    ...(added === 0 ? [] : [`${added} of its posts are only in its ${from}`]),
    ...(timed === 0 ? [] : [`the times of ${timed} are those of its ${from}`]),
    ...differ.map(([message]) => message),
  ];
  const doubtful = main.guessed === true ? main.reading.posts.length - shared : 0;
  if (doubtful > 0) said.push(`${doubtful} that were guessed are not in its ${from}`);
  if (said.length === 0) return { importer: main.importer, reading: { ...reading, problems } };
  return {
    importer: main.importer,
    reading: {
      ...reading,
      problems: [
        ...problems,
        fileProblem(
          file,
          `The capture holds the live page in two forms, ${to} and ${from}: ${said.join("; ")}`,
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
