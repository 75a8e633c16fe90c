/** The world as a command sees it beyond its folders: the person who waits, standard input, the clock. */

/** Only `cli.ts` has the real one; tests pass their own. */
export interface Terminal {
  /** Prints a line of the result to standard output. */
  out(line: string): void;
  /** Prints a line about a problem to standard error. */
  err(line: string): void;
  /** Shows a line that the next line replaces; does nothing where standard error is not a terminal. */
  progress(line: string): void;
  /** Reads all of standard input; gives undefined where it has more than `limit` bytes. */
  input(limit: number): Promise<Uint8Array | undefined>;
  /** Asks a question and gives the answer without its line end; undefined where there is no terminal, or no answer. */
  ask(question: string): Promise<string | undefined>;
  /** Milliseconds since an arbitrary start. */
  elapsed(): number;
  /** The time of day in milliseconds since 1970: a fetched page records when it was fetched. */
  now(): number;
  /** Resolves when the person ends the command with Ctrl-C. */
  interrupted(): Promise<void>;
}
