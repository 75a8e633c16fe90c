/** What a command is: the words that explain it, the options that it takes, and what it does. */
import type { Terminal } from "../base/terminal/terminal.ts";

/** An option with a value where `value` names one (`--root DIR`), else a switch. */
export interface OptionSpec {
  readonly value?: string;
  readonly help: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A command line that was read. */
export interface Call {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly switches: ReadonlySet<string>;
  /** The folder that holds `content/`, an absolute path. */
  readonly root: string;
  /** The folder of the built site, an absolute path. */
  readonly out: string;
  /** The folder of what commands remember, an absolute path. */
  readonly cache: string;
  readonly terminal: Terminal;
}

/** What is known of a command before its module is loaded, with all that the module needs. */
export interface ListedCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export interface Command {
  /** What follows `afterlive <name>` in the usage line. */
  readonly usage: string;
  /** What a person types after the command's name, and what it does: the first thing that `--help` shows. */
  readonly examples: readonly (readonly [words: string, what: string])[];
  /** Paragraphs for `--help`, which breaks them into lines; a line that begins with blanks stays one. */
  readonly details: readonly string[];
  /** What exit code 1 means. */
  readonly fails: string;
  /** The words that its first positional can be, for completion; without them it completes names of files. */
  readonly choices?: readonly string[];
  /** The command's own options; one that has the name of a shared option explains it for this command. */
  readonly options: OptionSpecs;
  /** The shared options that it has no use for. */
  readonly without?: readonly string[];
  /** For a command that does nothing with the archive in ROOT. */
  readonly needsNoArchive?: true;
  /** Resolves to the exit code: 0 done, 1 a problem that the person must look at. Throws Refusal, Failure and UsageError. */
  run(call: Call): Promise<number>;
}

/** The command line itself is wrong: exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** Options of every command. */
export const sharedOptions: OptionSpecs = {
  root: { value: "DIR", help: "the folder that holds content/ (default: the current folder)" },
  out: { value: "DIR", help: "the folder of the built site (default: ROOT/_site)" },
  help: { help: "print this help and do nothing" },
};

/** Of the commands that build: with it, and with --out, nothing is written into the archive. */
export const cacheOption: OptionSpecs = {
  cache: { value: "DIR", help: "the folder of what builds remember (default: ROOT/.afterlive)" },
};

/** All options of a command, its own first. */
export const optionsOf = ({ options, without = [] }: Command): OptionSpecs =>
  Object.fromEntries(
    Object.entries({ ...options, ...sharedOptions, ...options }).filter(([name]) => !without.includes(name)),
  );

/** Throws a UsageError for words that a command has no use for. */
export function noPositionals(command: string, positionals: readonly string[]): void {
  const [first] = positionals;
  if (first !== undefined)
    throw new UsageError(
      `Cannot use "${first}": afterlive ${command} takes no file names`,
      "Name the archive's folder with --root DIR",
    );
}
