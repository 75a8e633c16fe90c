/**
 * Builds in a thread of its own: a new thread sees templates as they are now, which the modules of an old one never do.
 * It remembers what it saw, so that after a save it looks only at the live page that was touched.
 */
import { parentPort } from "node:worker_threads";
import { Failure } from "../base/failure.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import { build, lookAgain, lookAround } from "./build.ts";
import type { BuildOptions, Found } from "./options.ts";
import type { BuildReport } from "./report.ts";

/** What the thread is asked. */
export interface BuildOrder {
  readonly options: BuildOptions;
  /** The live pages that were touched since the last order; absent where anything may have been. */
  readonly touched?: ReadonlySet<string>;
}

/** What the thread answers. */
export type Answer =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "built"; readonly report: BuildReport }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

const say = (answer: Answer): void => parentPort?.postMessage(answer);

let seen: Found | undefined;

parentPort?.on("message", async ({ options, touched }: BuildOrder) => {
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
});

function problemOf(error: unknown, { out }: BuildOptions): Problem {
  const place = { severity: "error", file: out, line: 0, column: 0 } as const;
  if (error instanceof Failure) return { ...place, message: error.message, hint: error.hint };
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...place, message: `Cannot build: ${said}`, hint: "This is a mistake in afterlive: please report it" };
}
