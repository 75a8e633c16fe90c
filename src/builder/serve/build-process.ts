/**
 * Builds in a process of its own: a new one sees templates as they are now, which the modules of an old one never do.
 * It remembers what it saw, so that after a save it looks only at the live page that was touched. It ends when the
 * process that started it lets go of it or dies, after a build that is at work: a lock is never left behind.
 */
import { Failure } from "../../base/failure.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import { build, lookAgain, lookAround } from "../build.ts";
import { rememberUpTo } from "../cache/disk-cache.ts";
import type { BuildOptions, Found } from "../options.ts";
import type { BuildReport } from "../report.ts";
import { planFolderOf, readState } from "../state.ts";
import { newWait, type Wait } from "./wait.ts";

/** What the process is asked. */
export interface BuildOrder {
  readonly options: BuildOptions;
  /** The live pages that were touched since the last order; absent where anything may have been. */
  readonly touched?: ReadonlySet<string>;
}

/** What the process answers. */
export type Answer =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "built"; readonly report: BuildReport }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  /** To no order: the pages that were built last stand, but what should have followed them could not be printed. */
  | { readonly kind: "unfinished"; readonly problems: readonly Problem[] };

const say = (answer: Answer): void => {
  if (process.connected) process.send?.(answer);
};

// The terminal sends them to every process; when this one ends, the one that started it decides.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

/** Of texts that were kept; in memory they take some three times as much. */
rememberUpTo(24_000_000);

let seen: Found | undefined;
/** What is done between two orders, and what it waits with until one comes. */
let resting: Promise<void> = Promise.resolve();
let rests = newWait();
/** What was written meanwhile. The change that it came from is noticed too, and then it is told. */
let untold: Pick<BuildReport["outcome"], "written" | "removed"> = { written: [], removed: [] };

process.on("message", async ({ options, touched }: BuildOrder) => {
  rests.wake();
  await resting;
  const last = touched === undefined ? undefined : seen;
  const look = (): Found => {
    seen = last === undefined || touched === undefined ? lookAround(options) : lookAgain(options, last, touched);
    return seen;
  };
  try {
    const { outcome, ...report } = await build(
      {
        ...options,
        // Who saved a post waits for the pages. After a mistake, one between two orders too, all is printed, and it is told.
        pagesFirst: last !== undefined,
        onProgress: (done, total) => say({ kind: "progress", done, total }),
      },
      look,
    );
    const written = both(untold.written, outcome.written);
    const removed = both(untold.removed, outcome.removed);
    untold = { written: [], removed: [] };
    say({ kind: "built", report: { ...report, outcome: { ...outcome, written, removed } } });
  } catch (error) {
    seen = undefined;
    say({ kind: "refused", problems: problemsOf(error, options) });
  }
  // No process is left that could give an order.
  if (!process.connected) return;
  rests = newWait();
  resting = rest(options, rests.wait).catch(() => {
    seen = undefined;
  });
});

/** Two sorted lists as one; mostly the first is empty, and the second may be very long. */
const both = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.length === 0 ? other : [...new Set([...one, ...other])].sort();

/** Until the next order comes, what it will need is loaded and read. */
async function rest(options: BuildOptions, wait: Wait): Promise<void> {
  await import("../incremental-build.ts");
  const found = seen;
  const left = readState(planFolderOf(options));
  if (found !== undefined && left !== undefined && Object.values(left.pages).some(({ mark }) => mark === "")) {
    // What changed a moment ago may not be known again, and only its pages were printed. Soon it is read once more.
    if (!(await wait(soon)) || !(await finish(options, found, wait))) return;
  }
  const { getReady } = await import("./warm-cache.ts");
  if (seen !== undefined) await getReady(options, seen, wait);
}

/** Prints what the last build left for later. False where that failed: it is told if no build is asked for, which would tell it. */
async function finish(options: BuildOptions, found: Found, wait: Wait): Promise<boolean> {
  try {
    const { outcome } = await build(options, () => {
      seen = lookAgain(options, found, new Set());
      return seen;
    });
    untold = outcome;
    return true;
  } catch (error) {
    seen = undefined;
    // A file that is being written may be wrong for a moment only.
    if (await wait(soon)) say({ kind: "unfinished", problems: problemsOf(error, options) });
    return false;
  }
}

/** In milliseconds: longer than files take to settle. */
const soon = 100;

process.on("disconnect", () => rests.wake());

const problemsOf = (error: unknown, options: BuildOptions): readonly Problem[] =>
  error instanceof Refusal ? error.problems : [problemOf(error, options)];

function problemOf(error: unknown, { out }: BuildOptions): Problem {
  const place = { severity: "error", file: out, line: 0, column: 0 } as const;
  if (error instanceof Failure) return { ...place, message: error.message, hint: error.hint };
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...place, message: `Cannot build: ${said}`, hint: "This is a mistake in afterlive: please report it" };
}
