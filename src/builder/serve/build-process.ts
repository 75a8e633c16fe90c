/**
 * A process that turns orders into builds. A new one loads templates as they are now, which an old one cannot. It remembers
 * what it scanned, so that after a save it looks only at the live page that was touched; between two orders it finishes what the
 * last build deferred. It ends when the process that started it disconnects or dies, but not during a build: a lock is never
 * left behind.
 */
import { Failure } from "../../base/failure.ts";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { buildSite } from "../build.ts";
import { buildCacheOf } from "../cache/build-cache.ts";
import { diskCache } from "../cache/disk-cache.ts";
import { readState } from "../cache/state.ts";
import type { BuildOptions } from "../options.ts";
import type { BuildReport } from "../report.ts";
import { type InputSnapshot, rescanInputs, scanInputs } from "../steps/scan.ts";
import { newPause, type Pause } from "./pause.ts";

export interface BuildOrder {
  readonly options: BuildOptions;
  /** The live pages that were touched since the last order; absent if anything may have been. */
  readonly touched?: ReadonlySet<string>;
}

export type BuildAnswer =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "built"; readonly report: BuildReport }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  /** Not to an order: the HTML that was built last stands, but the deferred files could not be rendered. */
  | { readonly kind: "unfinished"; readonly problems: readonly Problem[] };

const send = (answer: BuildAnswer): void => {
  if (process.connected) process.send?.(answer);
};

// The terminal sends signals to every process of its group. This one ends when its parent does.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

diskCache.keepInMemory(24_000_000);

type ChangedFiles = Pick<BuildReport["outcome"], "written" | "removed">;
const noFiles: ChangedFiles = { written: [], removed: [] };

/** What this process knows between two orders. */
const memory: {
  /** The last snapshot; undefined if the next build must scan everything. */
  inputs: InputSnapshot | undefined;
  /** What was written between two orders: the next report names it, since the change that led to it is an order too. */
  unreported: ChangedFiles;
  /** The work between two orders, and the pause that the next order ends. */
  idle: Promise<void>;
  pause: Pause;
} = { inputs: undefined, unreported: noFiles, idle: Promise.resolve(), pause: newPause() };

process.on("disconnect", () => memory.pause.end());

process.on("message", async (order: BuildOrder) => {
  memory.pause.end();
  await memory.idle;
  send(await answerTo(order));
  // Without a parent there will be no order.
  if (!process.connected) return;
  memory.pause = newPause();
  memory.idle = betweenOrders(order.options, memory.pause).catch(() => {
    memory.inputs = undefined;
  });
});

async function answerTo({ options, touched }: BuildOrder): Promise<BuildAnswer> {
  const last = touched === undefined ? undefined : memory.inputs;
  const onProgress = (done: number, total: number): void => send({ kind: "progress", done, total });
  try {
    // A person who saved a post waits for the HTML. After a mistake everything is rendered, so that all mistakes are reported.
    let known = last;
    const report = await buildSite({ ...options, htmlFirst: last !== undefined, onProgress }, () => {
      memory.inputs = known && touched ? rescanInputs(options, known, touched) : scanInputs(options);
      // A second scan, after content moved, looks at everything.
      known = undefined;
      return memory.inputs;
    });
    const { written, removed } = memory.unreported;
    memory.unreported = noFiles;
    const outcome = {
      ...report.outcome,
      written: union(written, report.outcome.written),
      removed: union(removed, report.outcome.removed),
    };
    return { kind: "built", report: { ...report, outcome } };
  } catch (error) {
    memory.inputs = undefined;
    return { kind: "refused", problems: problemsOf(error, options) };
  }
}

/** Two sorted lists as one. */
const union = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.length === 0 ? other : [...new Set([...one, ...other])].sort();

/** Loads and renders what the next order needs; stops where the pause ends. */
async function betweenOrders(options: BuildOptions, pause: Pause): Promise<void> {
  await import("../incremental-build.ts");
  const last = readState(buildCacheOf(options));
  // Live pages without a mark have deferred files, or changed so recently that they may change again unseen.
  const isUnfinished = Object.values(last?.pages ?? {}).some(({ sourceMark }) => sourceMark === "");
  if (isUnfinished && memory.inputs !== undefined) {
    if (!(await pause.wait(settleTime))) return;
    if (!(await finishBuild(options, memory.inputs, pause))) return;
  }
  const { warmCache } = await import("./warm-cache.ts");
  if (memory.inputs !== undefined) await warmCache(options, memory.inputs, pause.wait);
}

/** Renders what the last build deferred. False if that failed; it is reported unless an order comes, which would report it. */
async function finishBuild(options: BuildOptions, inputs: InputSnapshot, pause: Pause): Promise<boolean> {
  try {
    let known: InputSnapshot | undefined = inputs;
    const { outcome } = await buildSite(options, () => {
      memory.inputs = known === undefined ? scanInputs(options) : rescanInputs(options, known, new Set());
      known = undefined;
      return memory.inputs;
    });
    memory.unreported = outcome;
    return true;
  } catch (error) {
    memory.inputs = undefined;
    // A file that is being written may be wrong for a moment only.
    if (await pause.wait(settleTime)) send({ kind: "unfinished", problems: problemsOf(error, options) });
    return false;
  }
}

/** Milliseconds after which a file that changed may be known again by its times, and a little more. */
const settleTime = 100;

const problemsOf = (error: unknown, options: BuildOptions): readonly Problem[] =>
  error instanceof Refusal ? error.problems : [problemOf(error, options)];

function problemOf(error: unknown, { out }: BuildOptions): Problem {
  if (error instanceof Failure) return fileProblem(out, error.message, error.hint);
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return fileProblem(out, `Cannot build: ${message}`, "This is a mistake in afterlive: please report it");
}
