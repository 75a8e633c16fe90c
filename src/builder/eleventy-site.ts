/**
 * Turns an archive with an Eleventy configuration of its own into the files of its site: Eleventy prints the whole site, in a
 * process of its own, into a folder of the cache. A build then takes these files as it takes those of `public/`.
 */
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { readFront } from "../archive/read/read.ts";
import { modulePath } from "../base/package-folder.ts";
import { fileProblem, type Problem, Refusal } from "../model/problem.ts";
import { buildCacheOf } from "./cache/build-cache.ts";
import type { StaticFile } from "./inputs/static-files.ts";
import type { BuildOptions } from "./options.ts";
import { filesBelow, isLitter } from "./output/files-below.ts";
import { checkPaths } from "./output/output-paths.ts";
import type { LivePageSource } from "./page-source.ts";
import type { InputSnapshot } from "./steps/scan.ts";
import { startProcess } from "./workers/spawn.ts";

/** What the process is asked, as JSON in its argument. Its current folder is the archive's root. */
export interface PrintOrder {
  /** The file of the configuration, and the folder to print into: from the root. */
  readonly config: string;
  readonly folder: string;
  /** The folder of the site, from the root, which holds no templates. */
  readonly site: string;
}

/** What it answers, once. */
export type PrintAnswer =
  | {
      readonly kind: "printed";
      readonly livePages: number;
      readonly posts: number;
      readonly warnings: readonly Problem[];
    }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** A build whose files Eleventy has printed. */
export interface PrintedSite {
  /** Absolute; the caller removes it. */
  readonly folder: string;
  readonly inputs: InputSnapshot;
  readonly source: LivePageSource;
  readonly livePages: number;
  readonly posts: number;
}

/** Throws Refusal with what Eleventy, the archive and the paths of the site refuse. */
export async function printOwnSite(options: BuildOptions, inputs: InputSnapshot, config: string): Promise<PrintedSite> {
  const { root, out } = options;
  if (options.shard !== undefined) throw new Refusal([noShards(config)]);
  const folder = path.join(buildCacheOf(options).folder, "printed");
  fs.rmSync(folder, { recursive: true, force: true });
  const answer = await askProcess(options, {
    config,
    folder: path.relative(root, folder),
    site: path.relative(root, out),
  });
  if (answer.kind === "refused") throw new Refusal(answer.problems);
  const files = filesBelow(folder).filter((file) => !isLitter(file));
  const wrong = checkPaths(files.map((file) => ({ path: file, byHand: true })));
  if (wrong.length > 0) throw new Refusal(wrong.map((problem) => ({ ...problem, file: config, hint: pathHint })));
  return {
    folder,
    // What another build may know again by its times is not here: Eleventy prints in each.
    inputs: {
      ...inputs,
      staticFiles: files.map((file): StaticFile => ({ path: file, copy: path.join(folder, file), mark: "" })),
      scan: { ...inputs.scan, pages: new Map() },
    },
    source: {
      front: (known) => ({ ...readFront(root, known), slugs: [], problems: answer.warnings }),
      render: async () => [],
      whole: true,
      archivePages: false,
    },
    livePages: answer.livePages,
    posts: answer.posts,
  };
}

async function askProcess({ root, cache, mode }: BuildOptions, order: PrintOrder): Promise<PrintAnswer> {
  const child = startProcess(modulePath("src/eleventy/print-site.ts"), [JSON.stringify(order)], {
    cwd: root,
    // What the configuration prints belongs beside what a build says of itself.
    stdio: ["ignore", 2, 2, "ipc"],
    env: { AFTERLIVE_CACHE: cache, ...(mode === "quick" && { AFTERLIVE_PICTURES: "quick" }) },
  });
  let answer: PrintAnswer | undefined;
  child.on("message", (said) => {
    answer = said as PrintAnswer;
  });
  const [code, signal] = await once(child, "exit");
  if (answer === undefined) throw new Refusal([endedEarly(order.config, signal ?? `exit code ${code}`)]);
  return answer;
}

const endedEarly = (config: string, how: string): Problem =>
  fileProblem(
    config,
    `Eleventy cannot print this site: its process ended before that (${how})`,
    "Look for what ends the process in the configuration and in what it imports, or give the machine more memory",
  );

const pathHint = "Give the page another permalink, or the file another name: a host may refuse this one";

const noShards = (config: string): Problem =>
  fileProblem(
    config,
    "Cannot build a part of an archive that has an Eleventy configuration of its own",
    "Build the whole archive, without --shard",
  );
