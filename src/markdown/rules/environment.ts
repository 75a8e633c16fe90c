/** What the rules share while they read one text: its addresses, which of them links used, and the findings. */
import type { Env } from "markdown-it";
import type { Finding } from "../problems.ts";

export interface Environment extends Env {
  /** Labels of the definitions that a link used. */
  readonly used: Set<string>;
  /** Takes a finding at an offset of the inline text that is being read, or at a line of the body (from 0). */
  found: (finding: Finding, offset: number) => void;
  foundAtLine: (finding: Finding, line: number) => void;
  /** Comments as they are written. */
  readonly comments: string[];
  /** For each stretch of blocks, up to which line a comment that begins there has no end. */
  readonly unclosed: Map<string, number>;
  lastOf: { src: string; places: Map<string, number> };
  /** For each mark, up to where no closing mark was found. */
  openOnly: { src: string; ends: Set<string> };
}

const ignore = () => {};

export const newEnvironment = (): Environment => ({
  used: new Set(),
  found: ignore,
  foundAtLine: ignore,
  comments: [],
  unclosed: new Map(),
  lastOf: { src: "", places: new Map() },
  openOnly: { src: "", ends: new Set() },
});

/** markdown-it gives the object back with a wider type. */
export const environment = (env: Env): Environment => env as Environment;
