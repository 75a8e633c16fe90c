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

process.on("message", async ({ options, touched }: BuildOrder) => {
  orders += 1;
  const last = touched === undefined ? undefined : seen;
  const look = (): Found => {
    seen = last === undefined || touched === undefined ? lookAround(options) : lookAgain(options, last, touched);
    return seen;
  };
  try {
    const report = await build(
      { ...options, onProgress: (done, total) => say({ kind: "progress", done, total }) },
      look,
    );
    say({ kind: "built", report });
  } catch (error) {
    seen = undefined;
    say({ kind: "refused", problems: error instanceof Refusal ? error.problems : [problemOf(error, options)] });
  }
  if (seen !== undefined) await rest(options, seen);
});

/** Until the next order comes, what it will need is loaded and read. What is wrong then, the next build tells. */
async function rest(options: BuildOptions, found: Found): Promise<void> {
  const before = orders;
  await import("./remake.ts");
  const { getReady } = await import("./ready.ts");
  await getReady(options, found, () => process.connected && orders === before).catch(() => undefined);
}

function problemOf(error: unknown, { out }: BuildOptions): Problem {
  const place = { severity: "error", file: out, line: 0, column: 0 } as const;
  if (error instanceof Failure) return { ...place, message: error.message, hint: error.hint };
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...place, message: `Cannot build: ${said}`, hint: "This is a mistake in afterlive: please report it" };
}
