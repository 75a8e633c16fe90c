/** What a command is: the words that explain it, the options it takes, and what it does. */
import type { Terminal } from "../base/terminal/terminal.ts";

/** An option: a value if `value` names one (`--root DIR`), else a switch. */
export interface OptionSpec {
  readonly value?: string;
  readonly help: string;
  readonly multiple?: boolean;
}

export interface Call {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly switches: ReadonlySet<string>;
  /** Absolute: the folder that holds `content/`. */
  readonly root: string;
  /** Absolute: where the site is built. */
  readonly out: string;
  readonly terminal: Terminal;
}

/** What is known of a command before its module, and all that this needs, is loaded. */
export interface ListedCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export interface Command {
  /** What stands behind `afterlive <name>` in the usage line. */
  readonly usage: string;
  /** Paragraphs for `--help`, wrapped by hand at 100 characters. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Resolves to the exit code: 0 done, 1 a problem that the person must look at. Throws Refusal and UsageError. */
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
export const sharedOptions: Readonly<Record<string, OptionSpec>> = {
  root: { value: "DIR", help: "the folder that holds content/ (default: the current folder)" },
  out: { value: "DIR", help: "where the site is built (default: ROOT/_site)" },
  help: { help: "print this and do nothing" },
};

/** Refuses words that a command has no use for. */
export function noPositionals(command: string, positionals: readonly string[]): void {
  const [first] = positionals;
  if (first !== undefined)
    throw new UsageError(
      `Cannot use "${first}": afterlive ${command} takes no file names`,
      "Name the archive's folder with --root DIR",
    );
}
