/**
 * Builds in a process of its own: a new one sees templates as they are now, which the modules of an old one never do.
 * It remembers what it saw, so that after a save it looks only at the live page that was touched. It ends when whoever
 * started it lets go of it or dies, after a build that is at work: a lock is never left behind.
 */
import { Failure } from "../base/failure.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import { build, lookAgain, lookAround } from "./build.ts";
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

let seen: Found | undefined;

process.on("message", async ({ options, touched }: BuildOrder) => {
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
    // Where nothing was to be done, what the next save needs is loaded before it comes.
    await import("./remake.ts");
  } catch (error) {
    seen = undefined;
    say({ kind: "refused", problems: error instanceof Refusal ? error.problems : [problemOf(error, options)] });
  }
});

function problemOf(error: unknown, { out }: BuildOptions): Problem {
  const place = { severity: "error", file: out, line: 0, column: 0 } as const;
  if (error instanceof Failure) return { ...place, message: error.message, hint: error.hint };
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...place, message: `Cannot build: ${said}`, hint: "This is a mistake in afterlive: please report it" };
}
