/** `importCapture` of the package: captures of one live page become Markdown posts in `content/`. */

import { packageVersion } from "../base/package-folder.ts";
import { readAllowedHost } from "../captures/fetch/host-guard.ts";
import type { FetchChoices } from "../import/fetch/settings.ts";
import { importCaptures } from "../import/import.ts";
import { type ImportOptions, longestPause, parseImportOptions, userAgentOf } from "../import/options.ts";
import type { ImportReport } from "../import/report/report.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { whyUnusable } from "../site/pictures/why-unusable.ts";
import { archiveRoot, checkKinds } from "./arguments.ts";
import { orProblems } from "./problems-of.ts";

export interface ImportCaptureOptions extends ImportOptions {
  /** The folder that holds `content/`, or will hold it. */
  readonly root: string;
  /** Files, folders and addresses (https://...). Several are parts of one live page. */
  readonly sources: string | readonly string[];
  /** Fetches pictures that a capture does not hold from where they were published. False if absent. */
  readonly fetchMedia?: boolean;
  /** Seconds between two requests for a page; 1 if absent. */
  readonly pause?: number;
  /** Also fetches what robots.txt forbids: only for a site of one's own. False if absent. */
  readonly ignoreRobots?: boolean;
  /** Hosts that may be asked although they are not on the public Internet: "localhost:8080". */
  readonly allowHosts?: readonly string[];
  /** Plans and reports, and writes nothing. False if absent. */
  readonly dryRun?: boolean;
  /** Hears a line about the work that is being done. */
  readonly onProgress?: (line: string) => void;
}

export interface ImportCaptureResult {
  /** False where a capture cannot be read, where a character of it is unaccounted for, and in a dry run: nothing is written then. */
  readonly imported: boolean;
  /** The name of the live page's folder in `content/`; absent where nothing could be read. */
  readonly slug?: string;
  /** Ids of posts. `declined`: those whose files a person deleted, which are not made again. */
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly kept: readonly string[];
  readonly declined: readonly string[];
  /** One for each field that changed on both sides: the person's words stay. */
  readonly conflicts: readonly Problem[];
  /** The files that were written, from the archive's root; sorted. */
  readonly written: readonly string[];
  /** Errors and warnings of the captures, sorted. */
  readonly problems: readonly Problem[];
  /** The lines that the command `afterlive import` prints, with what was left out and what is missing. */
  readonly report: readonly string[];
}

/**
 * Imports all sources as one live page, as `afterlive import` does: all or nothing, and a person's edits win. Rejects with an Error for
 * arguments that it cannot use, for errors of the disk, and while another process writes to the archive; captures that cannot be
 * read are `problems`.
 */
export async function importCapture(given: ImportCaptureOptions): Promise<ImportCaptureResult> {
  const root = archiveRoot("importCapture", given);
  checkKinds("importCapture", given, {
    fetchMedia: "boolean",
    ignoreRobots: "boolean",
    dryRun: "boolean",
    onProgress: "function",
  });
  const sources = sourcesOf(given.sources);
  const options = optionsOf(given);
  const fetching = fetchingOf(given);
  const said: string[] = [];
  const say = (line: string) => {
    said.push(line);
  };
  const { fetchMedia = false, dryRun = false, onProgress } = given;
  const terminal = {
    out: say,
    err: say,
    progress: (line: string) => onProgress?.(line),
    input: async () => undefined,
    now: () => Date.now(),
  };
  return await orProblems<ImportCaptureResult>(
    async () => {
      const job = {
        root,
        sources,
        options,
        fetching,
        fetchMedia,
        dryRun,
        json: false,
        pictureFault: whyUnusable,
        terminal,
      };
      return resultOf(await importCaptures(job), dryRun, said);
    },
    (problems) => ({ ...nothing, problems, report: said }),
  );
}

const nothing = { imported: false, created: [], updated: [], kept: [], declined: [], conflicts: [], written: [] };

function resultOf(report: ImportReport, dryRun: boolean, said: readonly string[]): ImportCaptureResult {
  const plans = report.captures.map(({ plan }) => plan);
  const slug = plans[0]?.slug;
  // A capture keeps what the one before it created.
  const told = new Set<string>();
  const newly = (ids: readonly string[]) => ids.filter((id) => !told.has(id) && told.add(id));
  const created = newly(plans.flatMap((plan) => plan.created));
  const updated = newly(plans.flatMap((plan) => plan.updated));
  const files = report.captures.flatMap(({ changes }) => changes.map(({ path }) => path));
  return {
    imported: !dryRun && slug !== undefined,
    ...(slug !== undefined && { slug }),
    created,
    updated,
    kept: newly(plans.flatMap((plan) => plan.kept)),
    declined: newly(plans.flatMap((plan) => plan.declined)),
    conflicts: sortProblems(plans.flatMap((plan) => plan.conflicts)),
    written: dryRun ? [] : [...new Set(files)].sort(),
    problems: sortProblems(report.captures.flatMap(({ capture }) => capture.reading.problems)),
    report: [...said, ...report.lines.map(({ text }) => text)],
  };
}

function sourcesOf(given: unknown): readonly string[] {
  const sources: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (sources.length > 0 && sources.every(isSource)) return sources;
  throw new TypeError(
    'Cannot use "sources" of importCapture: expected the paths or addresses of captures, such as ["page.html"]',
  );
}

/** "-" is standard input for the command alone. */
const isSource = (one: unknown): one is string => typeof one === "string" && one !== "" && one !== "-";

function optionsOf({ slug, title, url, captured, year, zone, language }: ImportCaptureOptions): ImportOptions {
  const parsed = parseImportOptions({ slug, title, url, captured, year, zone, language });
  if ("options" in parsed) return parsed.options;
  const { option, text, expected, example } = parsed.wrong;
  throw new TypeError(
    `Cannot use "${option}" of importCapture: expected ${expected}, such as ${example}, got ${JSON.stringify(text)}`,
  );
}

function fetchingOf({ pause = 1, ignoreRobots = false, allowHosts = [] }: ImportCaptureOptions): FetchChoices {
  if (!(pause >= 0 && pause <= longestPause))
    throw new TypeError(`Cannot use "pause" of importCapture: expected seconds, at most ${longestPause}, got ${pause}`);
  if (!Array.isArray(allowHosts))
    throw new TypeError('Cannot use "allowHosts" of importCapture: expected a list, such as ["localhost:8080"]');
  return {
    userAgent: userAgentOf(packageVersion()),
    allowed: allowHosts.map((name) => {
      const host = readAllowedHost(name);
      if (host !== undefined) return host;
      throw new TypeError(
        `Cannot use "allowHosts" of importCapture: expected hosts, such as "localhost:8080", got ${JSON.stringify(name)}`,
      );
    }),
    pause: pause * 1000,
    ignoreRobots,
  };
}
