/** The position in the tokens and what is open there, while blocks are read. */
import type { Token } from "markdown-it";
import type { Inline } from "../../model/inline.ts";
import type { Environment } from "../rules/environment.ts";
import { type Passage, reportIn, type Source } from "../source.ts";
import { readInline } from "./inline.ts";

export interface Reader {
  readonly source: Source;
  readonly env: Environment;
  readonly tokens: readonly Token[];
  index: number;
  /** How many `:::` blocks are open, and whether one is in the list item or quotation that is being read. */
  media: number;
  isMediaOpen: boolean;
  /** `:::` blocks that are read as text and whose ends are still to come. */
  surplus: number;
  /** The speaker of the quotation that is being read. */
  names: { person?: readonly Inline[]; role?: readonly Inline[] };
}

export const newReader = (source: Source, env: Environment, tokens: readonly Token[]): Reader => ({
  source,
  env,
  tokens,
  index: 0,
  media: 0,
  isMediaOpen: false,
  surplus: 0,
  names: {},
});

export const next = (reader: Reader): Token | undefined => reader.tokens[reader.index];
export const advance = (reader: Reader): number => reader.index++;

export const inlineOf = (reader: Reader, passage: Passage): readonly Inline[] =>
  readInline(passage.text, reader.env, (finding, offset) => reportIn(reader.source, passage, finding, offset));
