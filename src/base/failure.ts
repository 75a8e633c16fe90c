/** From what went wrong to words for a person: what could not be done, and what to do about it. */

/** Ends a command with `message` (action, what, why; no final period) and `hint` (a sentence that says what to do). */
export class Failure extends Error {
  readonly hint: string;
  constructor(message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.hint = hint;
  }
}

/** Another process is at work in the folder: the command can be run again later. */
export class Busy extends Failure {}

const reasons: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  ENOSPC: ["the disk is full", "Free some space on that disk"],
  EDQUOT: ["the disk quota is used up", "Free some space on that disk"],
  EACCES: ["no permission", "Give yourself the right to write there, or choose another folder"],
  EPERM: ["the system forbids it", "Give yourself the right to write there, or choose another folder"],
  EROFS: ["the disk is read-only", "Make the disk writable, or choose another folder"],
  ENOTDIR: ["a part of the path is a file, not a folder", "Move that file away, or choose another folder"],
  EEXIST: ["a file of that name is in the way", "Move that file away, or choose another folder"],
  EISDIR: ["it is a folder, not a file", "Move that folder away"],
  ENOTEMPTY: ["the folder is not empty", "Move away what is in it"],
  ENOENT: ["it does not exist", "Look whether the path is written as you meant it"],
  ENAMETOOLONG: ["the name is too long for this disk", "Shorten the name"],
  EBUSY: ["another program uses it", "Close the program that has it open"],
  EMFILE: ["too many open files", "Close some programs"],
  EIO: ["the disk does not answer as it should", "Look after the disk first"],
};

/** The operating system's code of an error (`ENOSPC`), "" for any other error. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && "syscall" in (error as object) ? code : "";
}

/**
 * From a system error to a Failure: `Cannot write to "/x": the disk is full`; `aftermath` ends the hint. A Failure, and an error that no
 * system call threw, come back unchanged.
 */
export function explain(action: string, error: unknown, aftermath: string): unknown {
  const code = codeOf(error);
  if (code === "") return error;
  const [why, hint] = reasons[code] ?? [`the system says ${code}`, "Look whether the folder can be written to"];
  return new Failure(`Cannot ${action}: ${why}`, `${hint}; ${aftermath}`, error);
}
