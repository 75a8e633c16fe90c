/** What the rules share while one text is read: the addresses it defines, those it uses, and what they find wrong. */
import type { Env } from "markdown-it";
import type { Finding } from "../problems.ts";

export interface Environment extends Env {
  /** Labels of the definitions that a link used. */
  readonly used: Set<string>;
  /** Takes a finding at an offset of the inline text that is being read, or at a line of the body (from 0). */
  found: (finding: Finding, offset: number) => void;
  foundAtLine: (finding: Finding, line: number) => void;
  lastOf: { src: string; places: Map<string, number> };
  /** For each mark, the end of the stretch in which none closes. */
  openOnly: { src: string; ends: Set<string> };
}

const ignore = () => {};

export const newEnvironment = (): Environment => ({
  used: new Set(),
  found: ignore,
  foundAtLine: ignore,
  lastOf: { src: "", places: new Map() },
  openOnly: { src: "", ends: new Set() },
});

/** markdown-it hands the object back with a wider type. */
export const environment = (env: Env): Environment => env as Environment;
