/** The deploy targets there are. */
import type { Target } from "./contract.ts";
import { directory } from "./directory.ts";
import { gitBranch } from "./git-branch.ts";

export const targets: readonly Target[] = [directory, gitBranch];
