/** Turns what a build did, and the state it left, into the report for its caller. */
import type { Problem } from "../model/problem.ts";
import type { BuildState } from "./cache/state.ts";

export interface BuildReport {
  readonly livePages: number;
  readonly posts: number;
  /** The number of live pages and of posts that were left out as drafts. */
  readonly drafts: number;
  /** The numbers of pictures encoded, of pictures found in the cache, and of figures and posters without a picture. */
  readonly pictures: { readonly made: number; readonly reused: number; readonly absent: number };
  readonly outcome: {
    /** Paths, sorted. */
    readonly written: readonly string[];
    readonly removed: readonly string[];
    /** The number of files that were left as they were. */
    readonly unchanged: number;
  };
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/** What was done in a build. */
export interface BuildWork {
  readonly made: number;
  readonly reused: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

export function reportOf(state: BuildState, { made, reused, written, removed }: BuildWork): BuildReport {
  const pages = Object.values(state.pages);
  return {
    livePages: pages.length,
    posts: pages.reduce((sum, { posts }) => sum + posts, 0),
    drafts: pages.reduce((sum, { drafts }) => sum + drafts, Object.keys(state.drafts).length),
    pictures: { made, reused, absent: pages.reduce((sum, { absent }) => sum + absent, 0) },
    outcome: { written, removed, unchanged: state.files - written.length },
    problems: [...state.problems, ...pages.flatMap(({ problems }) => problems)],
  };
}
