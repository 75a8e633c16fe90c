/** Joins the parts of a site that several machines have built: what one machine would have built, byte for byte. */
import fs from "node:fs";
import path from "node:path";
import { readFront } from "../../archive/read/read.ts";
import { digestFile } from "../../base/digest-file.ts";
import { explain } from "../../base/failure.ts";
import { withLock } from "../../base/transaction/transaction.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import { lookAround } from "../build.ts";
import { keepValue, recallValue } from "../cache/disk-cache.ts";
import { remake } from "../incremental-build.ts";
import type { Found } from "../options.ts";
import { checkOut } from "../output/out-folder.ts";
import { isPagePath } from "../output/output-paths.ts";
import type { Supply } from "../page-source.ts";
import type { Job, MadePage, Task } from "../render/make-pages.ts";
import { difference } from "../render/page-result.ts";
import { holds } from "../render/up-to-date.ts";
import type { BuildReport } from "../report.ts";
import { type PageRecord, planFolderOf, readState, realpath } from "../state.ts";
import { type Basis, basisOf, type Part, type PartPage, partFormat, readPart } from "./part.ts";

export interface MergeOptions {
  /** The archive: `content/archive.md`, `content/about.md`, `templates/` and `public/` are read there, its live pages are not. */
  readonly root: string;
  readonly cache: string;
  readonly out: string;
  /** Absolute: the folders that the parts were built into, in any order. */
  readonly parts: readonly string[];
}

/** A part where it was found. */
interface FoundPart {
  readonly folder: string;
  readonly part: Part;
}

/**
 * Makes `out` hold exactly the site of the archive: all of it or, throwing, nothing of it. Throws Refusal where the parts
 * are not all parts of this one archive, or are not whole.
 */
export async function merge({ root, cache, out, parts: folders }: MergeOptions): Promise<BuildReport> {
  const parts = openParts(folders, root);
  const [first] = parts;
  if (first === undefined) throw new Refusal([problem(root, "Cannot merge: expected parts, got none", partHint)]);
  const { mode, slugs } = first.part;
  const options = { root, cache, out, mode };
  try {
    checkOut(root, cache, out);
    for (const { folder } of parts) checkApart(folder, out);
    return await withLock(out, async () => {
      const around = lookAround(options);
      // No live page is known by the times of its files: a build that comes after reads them all.
      const pages = new Map(slugs.map((slug) => [slug, { slug, mark: "", files: 0 }]));
      const found: Found = { ...around, scan: { ...around.scan, pages } };
      const plan = planFolderOf(options);
      const calm = !fs.existsSync(plan.pending);
      return await remake(options, found, readState(plan), calm, supplyOf(parts, slugs, root));
    });
  } catch (error) {
    throw explain(`merge into "${out}"`, error, "the site is as it was");
  }
}

/** Reads the parts, and refuses what are not all the parts of one archive: of the one in `root`. */
function openParts(folders: readonly string[], root: string): readonly FoundPart[] {
  const parts: FoundPart[] = [];
  const problems: Problem[] = [];
  for (const folder of folders) {
    const part = readPart(folder);
    if (part === undefined)
      problems.push(problem(folder, `Cannot merge "${folder}": it holds no part of a site`, partHint));
    else if (part.format !== partFormat) problems.push(problem(folder, otherVersion(folder), partHint));
    else parts.push({ folder, part });
  }
  if (problems.length > 0) throw new Refusal(problems);
  const [first, ...others] = parts;
  if (first === undefined) return [];
  const { shard, slugs, mode } = first.part;
  problems.push(...differences(basisOf(root, mode), first, `the archive in "${root}"`, sameHint));
  const seen = new Map([[shard.number, first.folder]]);
  for (const other of others) {
    const { number, of } = other.part.shard;
    const before = seen.get(number);
    if (of !== shard.of)
      problems.push(
        problem(
          other.folder,
          `Cannot merge "${other.folder}": it is one of ${of} parts, "${first.folder}" one of ${shard.of}`,
          sameHint,
        ),
      );
    else if (before !== undefined)
      problems.push(
        problem(
          other.folder,
          `Cannot merge "${other.folder}": "${before}" is part ${number} of ${of} as well`,
          "Give each part once",
        ),
      );
    seen.set(number, other.folder);
    problems.push(...differences(first.part.basis, other, `"${first.folder}"`, sameHint));
    if (JSON.stringify(other.part.slugs) !== JSON.stringify(slugs))
      problems.push(
        problem(
          other.folder,
          `Cannot merge "${other.folder}": its archive had other live pages than that of "${first.folder}"`,
          sameHint,
        ),
      );
  }
  if (problems.length > 0) throw new Refusal(problems);
  for (let number = 1; number <= shard.of; number += 1)
    if (!seen.has(number))
      problems.push(
        problem(
          root,
          `Cannot merge: part ${number} of ${shard.of} is missing`,
          `Build it with: afterlive build --shard ${number}/${shard.of} --out DIR`,
        ),
      );
  if (problems.length > 0) throw new Refusal(problems);
  const told = parts.flatMap(({ part }) => Object.keys(part.pages)).sort();
  if (JSON.stringify(told) !== JSON.stringify(slugs))
    throw new Refusal([problem(root, "Cannot merge: the parts do not hold each live page once", sameHint)]);
  return parts;
}

const differences = (wanted: Basis, { folder, part }: FoundPart, other: string, hint: string): readonly Problem[] =>
  Object.entries(wanted)
    .filter(([what, digest]) => part.basis[what as keyof Basis] !== digest)
    .map(([what]) =>
      problem(
        folder,
        `Cannot merge "${folder}": it was built with other ${words[what as keyof Basis]} than ${other}`,
        hint,
      ),
    );

const words: Readonly<Record<keyof Basis, string>> = {
  afterlive: "sources of afterlive",
  machine: "versions of Node or kinds of processor",
  options: "options (--quick)",
  "archive.md": "lines in content/archive.md",
  "about.md": "lines in content/about.md",
  templates: "templates",
  "card.png": "cards (card.png) in public/",
};

/** A part is read while the site is written. */
function checkApart(folder: string, out: string): void {
  const [part, site] = [realpath(folder), realpath(out)];
  if (part === site || part.startsWith(path.join(site, path.sep)) || site.startsWith(path.join(part, path.sep)))
    throw new Refusal([
      problem(out, `Cannot merge into "${out}": the part "${folder}" lies there`, "Name another folder with --out"),
    ]);
}

function supplyOf(parts: readonly FoundPart[], slugs: readonly string[], root: string): Supply {
  const pages = new Map(
    parts.flatMap(({ folder, part }) =>
      Object.entries(part.pages).map(([slug, page]) => [slug, { folder, page }] as const),
    ),
  );
  return {
    front(known) {
      const { said } = readFront(root, known);
      return { said, slugs, problems: said.problems };
    },
    async make(tasks, job) {
      const problems: Problem[] = [];
      const made = tasks.flatMap((task) => {
        const own = pages.get(task.slug);
        return own === undefined ? [] : [takePage(task, job, own, problems)];
      });
      if (problems.length > 0) throw new Refusal(problems);
      return { pages: made, pictures: { made: 0, reused: 0 } };
    },
    newest: (slug) => pages.get(slug)?.page.newest,
    whole: true,
  };
}

/** Takes the files of a live page as they are, if they are what the part says of them. */
function takePage(
  { slug, record, trusted }: Task,
  job: Job,
  { folder, page }: { readonly folder: string; readonly page: PartPage },
  problems: Problem[],
): MadePage {
  const plan = planFolderOf(job);
  const kept = record === undefined ? undefined : recallValue<PageRecord>(plan.record(slug), record)?.value;
  const before = { outputs: kept?.outputs ?? {}, out: job.out, trusted };
  const files = Object.entries(page.files);
  for (const [file, digest] of files) {
    const fault = isPagePath(file) ? faultOf(path.join(folder, file), digest) : "it is no path of a site";
    if (fault === undefined) continue;
    problems.push(
      problem(
        folder,
        `Cannot merge "${folder}": ${fault}: "${file}"`,
        "Build this part again, and bring all of its folder",
      ),
    );
  }
  const outputs = Object.fromEntries(files.map(([file, digest]) => [file, [digest, digest] as const]));
  const memory = { zone: "", posts: {}, media: {} };
  const { posts, absent, pictures, head } = page;
  return {
    slug,
    posts,
    absent,
    pictures,
    problems: page.problems,
    head,
    staged: [],
    record: keepValue(plan.coming(slug), { memory, pictures: {}, outputs } satisfies PageRecord),
    lost: record !== undefined && kept === undefined,
    late: false,
    ...difference(before.outputs, outputs),
    copies: files
      .filter(([file, digest]) => !holds(file, digest, before))
      .map(([file]) => ({ path: file, copy: path.join(folder, file) })),
  };
}

/** Why a file of a part cannot be taken; undefined where it can. */
function faultOf(file: string, digest: string): string | undefined {
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return "a file is missing";
  return stats.isFile() && digestFile(file) === digest ? undefined : "a file is not what was built";
}

const otherVersion = (folder: string): string => `Cannot merge "${folder}": another version of afterlive built it`;

const partHint = "Name folders that were built with: afterlive build --shard 1/3 --out DIR";
const sameHint = "Build all parts from the same commit of the archive, with the same afterlive and the same options";

const problem = (file: string, message: string, hint: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message,
  hint,
});
