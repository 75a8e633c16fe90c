/** What a command is: the words that explain it, the options it takes, and what it does. */

/** An option: a value if `value` names one (`--root DIR`), else a switch. */
export interface OptionSpec {
  readonly value?: string;
  readonly help: string;
  readonly multiple?: boolean;
}

/** The only ways in which a command touches the world outside its folders. */
export interface Terminal {
  /** A line for the person, to standard output. */
  say(line: string): void;
  /** A line about what is wrong, to standard error. */
  complain(line: string): void;
  /** A line that the next one replaces; nothing where standard error is not a terminal. */
  progress(line: string): void;
  /** All of standard input; undefined where it has more than `limit` bytes. */
  input(limit: number): Promise<Uint8Array | undefined>;
  /** Milliseconds, from an arbitrary start. */
  elapsed(): number;
  /** The time of day, in milliseconds since 1970: what is fetched says when. */
  now(): number;
  /** Resolves when the person ends the command with Ctrl-C. */
  interrupted(): Promise<void>;
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
