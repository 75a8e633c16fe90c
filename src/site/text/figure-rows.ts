/** Finds the pictures of a text that follow one another without words between them: many of them stand in two columns. */
import type { Block } from "../../model/block.ts";

/** From this number on, pictures in a row stand in two columns. */
const many = 4;

/** Some blocks of a text, in its order. `isRow`: all of them are figures, to be set in two columns. */
export interface BlockRun {
  readonly isRow: boolean;
  readonly blocks: readonly Block[];
}

export function figureRows(blocks: readonly Block[]): readonly BlockRun[] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run !== undefined && (run[0]?.kind === "figure") === (block.kind === "figure")) run.push(block);
    else runs.push([block]);
  }
  return runs.map((run) => ({ isRow: run[0]?.kind === "figure" && run.length >= many, blocks: run }));
}
