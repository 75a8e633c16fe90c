/** From a path to what the system says of what it leads to. */
import { type Stats, statSync } from "node:fs";
import { codeOf } from "./failure.ts";

/** Links are followed. Undefined where the path leads nowhere: nothing is there, a link leads back to itself, or no name can be so long. */
export function statsAt(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (["ELOOP", "ENAMETOOLONG"].includes(codeOf(error))) return undefined;
    throw error;
  }
}
