/** What every deploy target does: from an edition to a plan in words, and from the plan to a published site. */
import type { Edition } from "./edition.ts";

/** An option of the command line: `--name` (true) or `--name VALUE`. */
export interface TargetOption {
  readonly name: string;
  /** The word that stands for the value in the help, such as `BRANCH`; absent for an option without one. */
  readonly value?: string;
  readonly summary: string;
}

/** Of the option that every target with something to take over has. */
export const adoptSummary = "take over a folder or a branch that no deploy made; nothing of it is lost";

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** Which files the target would gain, change, lose and keep; sorted paths. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

export interface DeployPlan {
  /** The target's name. */
  readonly target: string;
  readonly where: string;
  /** The same without a password, for messages. */
  readonly shown: string;
  readonly edition: Edition;
  readonly options: OptionValues;
  readonly difference: Difference;
  /** What will be done, in words, in order; none if there is nothing to do. */
  readonly steps: readonly string[];
  /** What the target holds when the plan is made, in the target's own terms. A target may refuse a plan that is out of date. */
  readonly present: string;
}

export interface DeployReport {
  /** False if the edition was there already. */
  readonly changed: boolean;
  readonly edition: string;
  readonly difference: Difference;
  /** One sentence, without a final period. */
  readonly message: string;
}

export interface Target {
  readonly name: string;
  /** What it is for, one line, for the help. */
  readonly summary: string;
  /** What `where` is, for the help: `FOLDER`. */
  readonly where: string;
  /** Whether that is a folder of this machine, in whose place the site comes. */
  readonly replacesFolder: boolean;
  readonly options: readonly TargetOption[];
  /** Changes nothing. Throws Failure if the target cannot take the edition. */
  readonly plan: (edition: Edition, where: string, options: OptionValues) => Promise<DeployPlan>;
  /** Publishes the edition whole or, throwing Failure, leaves what was published before. */
  readonly carryOut: (plan: DeployPlan) => Promise<DeployReport>;
}
