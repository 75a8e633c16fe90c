/** `import`: captures of a live page become Markdown posts in `content/`. */
import { setFlagsFromString } from "node:v8";
import { captureChanges, readCaptureOptions, webArchiveChanges } from "../archive/captures/captures.ts";
import { findLivePage } from "../archive/merge/find-page.ts";
import { pageAddress } from "../archive/merge/page-address.ts";
import { chooseSlug, type ImportPlan, type ImportRequest, planImport } from "../archive/merge/plan.ts";
import { picturesIn } from "../archive/read/media.ts";
import { zoneOfPage } from "../archive/read/page.ts";
import { openWorkspace } from "../archive/write/workspace.ts";
import { commit, withLock } from "../base/transaction/transaction.ts";
import type { FoundDocument } from "../captures/document.ts";
import { type PassedOver, passedOver } from "../import/gather/files.ts";
import { gatherSources } from "../import/gather/gather.ts";
import { onePage } from "../import/match/one-page.ts";
import { type ImportOptions, importOptions, storedImportOptions } from "../import/options.ts";
import { completenessChange, completenessOf } from "../import/plan/completeness.ts";
import { countAbsent, findPictures, pictureChanges } from "../import/plan/pictures.ts";
import { type Allowance, makeAllowance, TotalRefusal } from "../import/read/allowance.ts";
import { type CaptureReading, readCapture, weigh } from "../import/read/capture.ts";
import { inOneZone, usualZone, withKnownDay, zoneOf } from "../import/read/clocks.ts";
import { type Imported, tell } from "../import/report/report.ts";
import { ledger, unaccounted } from "../importers/account/account.ts";
import { evidences } from "../importers/contract.ts";
import { underTitle } from "../importers/other-titles.ts";
import { importers } from "../importers/registry.ts";
import { type Instant, instantInZone, parseInstant } from "../model/instant.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import type { Call, Command } from "./command.ts";
import { fetchOptions } from "./fetch-options.ts";

export const importCommand: Command = {
  usage: "FILE|ADDRESS... [--slug WORDS] [--title TEXT] [--url URL] [--captured TIME] [options]",
  details: [
    "Reads a live page as it was saved (HTML, JSON, text, MHTML, WARC, WACZ, ZIP, a folder) and writes content/<slug>/:\npage.md with the summary, one Markdown file a post, its pictures, and the capture itself, compressed. Several files are\nparts of one live page (page 1, 2, 3 ...); - is standard input.",
    "An address (https://...) is fetched: the page, the further pages that it names and its pictures, one request at a time,\nas robots.txt allows. What came is kept in captures/ as a web archive.",
    "Import again after the page has changed: posts you edited stay as they are, the others follow the capture, and a post\nthat changed on both sides is reported. Options are kept: importing the same capture, or with the same --slug, --url or\n--title, needs no others.",
    "What is missing is said, and kept in captures/completeness.json.\n\nExit code 1: a capture cannot be read or a character of it is unaccounted for (then nothing is written), or a post is\nin conflict (then everything else is written).",
  ],
  options: {
    slug: { value: "WORDS", help: "the folder's name in content/, in a-z, 0-9 and - (default: from the title)" },
    title: { value: "TEXT", help: "the live page's title (default: from the text)" },
    url: { value: "URL", help: "where the live page was published" },
    captured: { value: "TIME", help: "when the copy was made, such as 2024-05-17T06:00+01:00" },
    year: { value: "YYYY", help: "the year of times that name none" },
    zone: { value: "ZONE", help: "the zone of times that name none, such as Europe/London (the default)" },
    language: { value: "TAG", help: "the page's language, such as en-GB (the default)" },
    ...fetchOptions,
    "fetch-media": { help: "fetch pictures that are not in the capture from where they were published" },
    "dry-run": { help: "print what would be done, and do nothing" },
    json: { help: "print the report as JSON, for programs" },
  },
  async run(call) {
    // The tree of a large page is garbage as soon as it is read: with a small nursery less of it waits for its end, a third of
    // all memory, for some hundredths more of the time.
    setFlagsFromString("--semi-space-growth-factor=1");
    const asked = importOptions(call.values);
    // The network is waited for before the lock is taken.
    const { files, options, forget, passed } = await gatherSources(call, asked, (told, some) =>
      readAll(call.root, told, some),
    );
    if (files.length === 0) return 0;
    if (call.switches.has("dry-run")) return importAll(call, options, files, passed);
    return withLock(call.root, async () => {
      const exitCode = await importAll(call, options, files, passed);
      forget();
      return exitCode;
    });
  },
};

/** One live page for all files: all of them are read before the first is written. */
async function importAll(
  call: Call,
  asked: ImportOptions,
  files: readonly FoundDocument[],
  passedBefore: readonly PassedOver[],
): Promise<number> {
  const passed = [...passedBefore];
  const dryRun = call.switches.has("dry-run");
  const readings = onePage(
    await readAll(call.root, asked, files, call.terminal.err, (one) => void passed.push(one)),
    call.terminal,
  );
  const titled = readings.find(({ reading }) => reading.page.title !== undefined)?.reading.page.title;
  const title = asked.title ?? titled;
  const known =
    readings.find(({ options }) => options.slug !== undefined)?.options.slug ?? findByTitle(call.root, title);
  const named = (capture: Chosen, slug: string | undefined): Chosen => ({
    ...capture,
    reading: underTitle(capture.reading, capture.options.title ?? title),
    options: { ...(title !== undefined && { title }), ...capture.options, ...(slug !== undefined && { slug }) },
  });
  const [first] = readings;
  if (first === undefined) return 0;
  // The name that the first import finds is kept with its options: the second import has nothing to add.
  const slug = chooseSlug(call.root, requestOf(named(first, known)));
  const several = readings.length > 1 ? openWorkspace(call.root, slug, dryRun) : undefined;
  try {
    const root = several?.root ?? call.root;
    const imported: Imported[] = [];
    for (const [index, capture] of readings.entries()) {
      if (several !== undefined) call.terminal.progress(`importing ${index + 1} of ${readings.length}`);
      const one = await importOne(root, slug, named(capture, slug), readings, call.terminal.err);
      several?.lay(one.changes);
      imported.push(one);
    }
    if (!dryRun) commit(call.root, several?.changes() ?? imported.flatMap(({ changes }) => changes));
    call.terminal.progress("");
    return tell(call, imported, passed);
  } finally {
    several?.close();
  }
}

/** `root` is the archive as the captures before this one leave it; `readings` are all of this import. */
async function importOne(
  root: string,
  slug: string,
  chosen: Chosen,
  readings: readonly Chosen[],
  say: (line: string) => void,
): Promise<Imported> {
  const capture = withKnownDay(root, slug, chosen, capturedAt(chosen.options));
  const { digest, fetched } = capture.file;
  const packing = captureChanges(root, slug, { digest, bytes: await capture.file.bytes() });
  const plan = planOf(root, capture);
  const pictures = pictureChanges(root, slug, await findPictures(capture.reading, capture.file, say));
  // What is read in this run will be there, too.
  const known = [
    ...plan.sources,
    ...readings.flatMap(({ reading }) => reading.posts.flatMap((one) => one.source ?? [])),
  ];
  const completeness = completenessOf(capture, known);
  const { changes, gaps } = completenessChange(root, slug, completeness, known);
  const packed = await packing;
  const isNew = packed.length + pictures.length > 0;
  const archive = fetched !== undefined && isNew ? webArchiveChanges(root, slug, fetched) : [];
  const absent = countAbsent(root, slug, filesOf(capture), pictures);
  return {
    capture,
    plan,
    changes: [...plan.changes, ...packed, ...archive, ...pictures, ...changes],
    completeness,
    gaps,
    pictures: { came: pictures.length, absent },
  };
}

interface Chosen extends CaptureReading {
  readonly options: ImportOptions;
}

const findByTitle = (root: string, title: string | undefined): string | undefined =>
  title === undefined ? undefined : findLivePage(root, { title });

/** Told by the clocks of the live page, as its posts are: who saves a page often knows the time of Greenwich alone. */
function capturedAt(options: ImportOptions): Instant | undefined {
  const told = options.captured === undefined ? undefined : parseInstant(options.captured, zoneOf(options));
  return told && instantInZone(told.epoch, told.zone);
}

/** One after another: of many captures, the text of one is in memory. */
async function readAll(
  root: string,
  asked: ImportOptions,
  files: readonly FoundDocument[],
  say: (line: string) => void = () => {},
  note: (passed: PassedOver) => void = () => {},
): Promise<readonly Chosen[]> {
  const problems: Problem[] = [];
  const others: { readonly file: FoundDocument; readonly among: string; readonly refusal: Refusal }[] = [];
  const readings: Chosen[] = [];
  const allowance = makeAllowance();
  const slug = asked.slug ?? findAny(root, asked, files);
  // A page that was imported keeps its zone.
  const kept = slug === undefined ? undefined : zoneOfPage(root, slug);
  if (files.length > 1) await weigh(files);
  for (const file of files) {
    const own = file.captured === undefined ? {} : { captured: file.captured };
    const options = { ...own, ...rememberedOptions(root, slug, file.digest), ...asked };
    try {
      readings.push(await readOne(file, options, allowance, kept));
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof TotalRefusal) throw error;
      if (file.among === undefined) for (const problem of error.problems) problems.push(problem);
      else others.push({ file, among: file.among, refusal: error });
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
  if (readings.length === 0) throw new Refusal(others.slice(0, 3).flatMap(({ refusal }) => refusal.problems));
  for (const [among, group] of Map.groupBy(others, (one) => one.among)) {
    say(passedOver(among, "document", "live page", namesOf(group)));
    note({ in: among, files: namesOf(group).map((file) => file.replace(`${among}, `, "")) });
  }
  if (kept !== undefined) return readings;
  return inOneZone(readings, ({ file, options }, zone) => readOne(file, options, makeAllowance(), zone));
}

async function readOne(
  file: FoundDocument,
  options: ImportOptions,
  allowance: Allowance,
  keptZone: string | undefined,
): Promise<Chosen> {
  const { year, title, language } = options;
  const captured = capturedAt(options);
  const address = options.url ?? file.source;
  const reading = await readCapture(file, await file.bytes(), allowance, {
    zone: zoneOf(options),
    zoneTold: options.zone !== undefined,
    ...(keptZone !== undefined && { keptZone }),
    ...(language !== undefined && { language }),
    ...(year !== undefined && { year }),
    ...(title !== undefined && { title }),
    ...(captured !== undefined && { captured }),
    ...(address !== undefined && { address }),
  });
  return { ...reading, options };
}

const namesOf = (group: readonly { readonly file: FoundDocument }[]): readonly string[] =>
  group.map(({ file }) => file.file);

const filesOf = ({ reading }: Chosen): ReadonlySet<string> =>
  new Set([...reading.posts.flatMap(({ blocks }) => picturesIn(blocks)), ...picturesIn(reading.page.summary ?? [])]);

/**
 * What earlier imports of the live page were told. Of another capture than this one the time it was made is not its own:
 * only its year is taken over.
 */
function rememberedOptions(root: string, slug: string | undefined, digest: string): ImportOptions {
  if (slug === undefined) return {};
  const own = readCaptureOptions(root, slug, digest);
  if (own !== undefined) return { ...storedImportOptions(own), slug };
  const { captured, ...others } = storedImportOptions(readCaptureOptions(root, slug) ?? {});
  return { ...(captured !== undefined && { year: Number(captured.slice(0, 4)) }), ...others, slug };
}

function findAny(root: string, { url, title }: ImportOptions, files: readonly FoundDocument[]): string | undefined {
  for (const clue of [...files, ...(url === undefined ? [] : [{ url }]), ...(title === undefined ? [] : [{ title }])]) {
    const found = findLivePage(root, clue);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The plan of one capture; throws a Refusal, before anything is written, where a character of it went missing. */
function planOf(root: string, capture: Chosen): ImportPlan {
  const { file, text, reading } = capture;
  const plan = planImport(root, requestOf(capture));
  const missing = unaccounted(reading.words ?? text, reading.account, plan.written, file.file);
  if (missing.length > 0) throw new Refusal(missing);
  return plan;
}

function requestOf({ file, text, importer, reading, options }: Chosen): ImportRequest {
  const captured = capturedAt(options);
  const source =
    options.url ?? reading.page.source ?? (file.source === undefined ? undefined : pageAddress(file.source));
  return {
    found: { ...reading.page, ...(source !== undefined && { source }) },
    posts: reading.posts,
    order: reading.order,
    capture: { name: file.name, digest: file.digest },
    importer: importer.name,
    options: { ...options },
    ledger: ledger(reading.account, reading.words ?? text).map(({ kind, count, lines }) => ({ kind, count, lines })),
    ranks: Object.fromEntries(importers.map(({ name, evidence }) => [name, evidences.indexOf(evidence)])),
    zone: options.zone ?? reading.zone ?? usualZone,
    ...(options.slug !== undefined && { slug: options.slug }),
    ...(options.title !== undefined && { title: options.title }),
    language: options.language ?? reading.page.language ?? "en-GB",
    ...(captured !== undefined && { captured }),
  };
}
