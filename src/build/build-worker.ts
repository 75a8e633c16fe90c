/**
 * Builds in a process of its own: a new one sees templates as they are now, which the modules of an old one never do.
 * It remembers what it saw, so that after a save it looks only at the live page that was touched. It ends when whoever
 * started it lets go of it or dies, after a build that is at work: a lock is never left behind.
 */
import { Failure } from "../base/failure.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import { build, lookAgain, lookAround } from "./build.ts";
import { rememberUpTo } from "./kept.ts";
import type { BuildOptions, Found } from "./options.ts";
import type { BuildReport } from "./report.ts";

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
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

const say = (answer: Answer): void => {
  if (process.connected) process.send?.(answer);
};

// The terminal sends them to every process; when this one ends, the one that started it decides.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

/** Of texts that were kept; in memory they take some three times as much. */
rememberUpTo(24_000_000);

let seen: Found | undefined;
/** How many orders have come. */
let orders = 0;
/** What is done between them. */
let resting: Promise<void> = Promise.resolve();
/** What was written meanwhile. The change that it came from is noticed too, and then it is told. */
let untold: Pick<BuildReport["outcome"], "written" | "removed"> = { written: [], removed: [] };

process.on("message", async ({ options, touched }: BuildOrder) => {
  orders += 1;
  await resting;
  const last = touched === undefined ? undefined : seen;
  const look = (): Found => {
    seen = last === undefined || touched === undefined ? lookAround(options) : lookAgain(options, last, touched);
    return seen;
  };
  try {
    const { outcome, ...report } = await build(
      { ...options, onProgress: (done, total) => say({ kind: "progress", done, total }) },
      look,
    );
    const written = [...new Set([...untold.written, ...outcome.written])].sort();
    const removed = [...new Set([...untold.removed, ...outcome.removed])].sort();
    untold = { written: [], removed: [] };
    say({ kind: "built", report: { ...report, outcome: { ...outcome, written, removed } } });
  } catch (error) {
    seen = undefined;
    say({ kind: "refused", problems: error instanceof Refusal ? error.problems : [problemOf(error, options)] });
  }
  // What is wrong now, the next build tells.
  resting = rest(options).catch(() => {
    seen = undefined;
  });
});

/** Until the next order comes, what it will need is loaded and read. */
async function rest(options: BuildOptions): Promise<void> {
  const before = orders;
  const idle = (): boolean => process.connected && orders === before;
  await import("./remake.ts");
  const found = seen;
  if (found !== undefined && [...found.scan.pages.values()].some(({ mark }) => mark === "")) {
    // What changed a moment ago may not be known again. Soon it may: then it is read once more, and not with the next save.
    await new Promise((resolve) => setTimeout(resolve, soon));
    if (!idle()) return;
    const { outcome } = await build(options, () => {
      seen = lookAgain(options, found, new Set());
      return seen;
    });
    untold = outcome;
  }
  const { getReady } = await import("./ready.ts");
  if (seen !== undefined) await getReady(options, seen, idle);
}

/** In milliseconds: longer than files take to settle. */
const soon = 100;

function problemOf(error: unknown, { out }: BuildOptions): Problem {
  const place = { severity: "error", file: out, line: 0, column: 0 } as const;
  if (error instanceof Failure) return { ...place, message: error.message, hint: error.hint };
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...place, message: `Cannot build: ${said}`, hint: "This is a mistake in afterlive: please report it" };
}
