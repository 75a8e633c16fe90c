/** What a build says of itself. */
import type { Problem } from "../model/problem.ts";
import type { State } from "./state.ts";

export interface BuildReport {
  readonly livePages: number;
  readonly posts: number;
  /** Pictures encoded, pictures found in the cache, figures and posters without a picture. */
  readonly pictures: { readonly made: number; readonly reused: number; readonly absent: number };
  readonly outcome: {
    /** Paths, sorted. */
    readonly written: readonly string[];
    readonly removed: readonly string[];
    /** How many files were left as they were. */
    readonly unchanged: number;
  };
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/** What was done in a build. */
export interface Done {
  readonly made: number;
  readonly reused: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

export function reportOf(state: State, { made, reused, written, removed }: Done): BuildReport {
  const pages = Object.values(state.pages);
  return {
    livePages: pages.length,
    posts: pages.reduce((sum, { posts }) => sum + posts, 0),
    pictures: { made, reused, absent: pages.reduce((sum, { absent }) => sum + absent, 0) },
    outcome: { written, removed, unchanged: state.files - written.length },
    problems: [...state.problems, ...pages.flatMap(({ problems }) => problems)],
  };
}
