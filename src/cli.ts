/** argv -> a command that is run: the only file that prints, exits and reads the clock. */
import { fstatSync, writeSync } from "node:fs";
import { printable } from "./base/printable.ts";
import { coloured, wantsColour } from "./base/terminal/colour.ts";
import type { Terminal } from "./base/terminal/terminal.ts";
import { explainError } from "./commands/explain-error.ts";
import { commandHelp, overview } from "./commands/help.ts";
import { familyOf, findCommand } from "./commands/line/find-command.ts";
import { commands } from "./commands/registry.ts";
import { version } from "./commands/version.ts";

/** Runs `afterlive ...argv` and ends the process with the exit code: 0 done, 1 a problem, 2 a wrong command line. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await runLine(argv, terminal);
  const waiting = (isStreamed ? process.stdout.writableLength : 0) + (isErrOpen ? process.stderr.writableLength : 0);
  // Without this Node waits until V8 has optimised what it began: 9 ms of a short command.
  if (waiting === 0) process.exit();
}

/** Runs `afterlive ...argv`, which prints to the terminal it is given, and gives the exit code. The tests run many in one process. */
export async function runLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined) return print(terminal, overview(commands, columns()), 2);
  if (["--version", "-v", "version"].includes(name)) return print(terminal, version(), 0);
  const asked = name === "help" ? rest : argv.filter((word) => !word.startsWith("-"));
  const isHelp = name === "help" || argv.some((word) => word === "--help" || word === "-h");
  let running = name;
  try {
    if (isHelp) return await help(terminal, asked);
    const { listed, rest: words } = await findCommand(commands, argv);
    running = listed.name;
    const { runCommand } = await import("./commands/line/run-command.ts");
    return await runCommand(listed, words, terminal);
  } catch (error) {
    const { lines, exitCode } = explainError(error, running);
    for (const line of lines) terminal.err(line);
    if (exitCode > 2 && error instanceof Error) terminal.err(error.stack ?? "");
    return Math.min(exitCode, 2);
  }
}

async function help(terminal: Terminal, words: readonly string[]): Promise<number> {
  const [first = ""] = words;
  const family = familyOf(commands, first);
  if (first === "") return print(terminal, overview(commands, columns()), 0);
  if (family.length > 0 && words.length === 1) return print(terminal, overview(family, columns()), 0);
  const { listed } = await findCommand(commands, words);
  return print(terminal, commandHelp(listed.name, await listed.load(), columns()), 0);
}

/** The width of the terminal; a pipe and a file get lines of 80. */
const columns = (): number => Math.min(120, Math.max(40, (isPlain(1) ? undefined : process.stdout.columns) || 80));

function print(terminal: Terminal, text: string, exitCode: number): number {
  terminal[exitCode === 0 ? "out" : "err"](text);
  return exitCode;
}

/** True once standard error is open: Node opens it at its first use, which takes 4 ms of a short command. */
let isErrOpen = false;
/** True once standard output is a stream of Node's, which takes 3 ms: where it is a console, or a pipe that is full. */
let isStreamed = false;
/** True while a progress line is shown. */
let hasProgress = false;

function wipeProgress(): void {
  if (hasProgress) process.stderr.write("\r\u001b[K");
  hasProgress = false;
}

/** Writes to standard output; ends the process without an error where the reader of a pipe is gone. */
function writeOut(text: string): void {
  const gone = (error: NodeJS.ErrnoException): void => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  };
  const rest = isStreamed || !isPlain(1) ? Buffer.from(text) : writeNow(1, Buffer.from(text), gone);
  if (rest.length === 0) return;
  if (!isStreamed) process.stdout.on("error", gone);
  isStreamed = true;
  process.stdout.write(rest);
}

/** Writes without a stream as much as the reader takes now; gives the bytes that are left. */
function writeNow(handle: number, bytes: Buffer, gone: (error: NodeJS.ErrnoException) => void): Buffer {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(handle, bytes, done);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") gone(error as NodeJS.ErrnoException);
  }
  return bytes.subarray(done);
}

/** True for what takes bytes without a stream: not a console, and not a pipe on Windows. */
function isPlain(handle: number): boolean {
  const stats = fstatSync(handle);
  return stats.isFile() || (process.platform !== "win32" && !stats.isCharacterDevice());
}

/** Asks on the terminal; one reader for all questions, since a person may type ahead. */
let answers: ((question: string) => Promise<string | undefined>) | undefined;

function openAnswers(open: typeof import("node:readline").createInterface): NonNullable<typeof answers> {
  const lines = open({ input: process.stdin, output: process.stderr });
  const early: string[] = [];
  let isClosed = false;
  let waiting: ((line: string | undefined) => void) | undefined;
  const give = (line: string | undefined): void => {
    const taker = waiting;
    waiting = undefined;
    if (taker !== undefined) taker(line);
    else if (line !== undefined) early.push(line);
  };
  lines.on("line", give);
  // Ctrl-D is no answer; Ctrl-C ends the command, as it does elsewhere.
  lines.on("close", () => {
    isClosed = true;
    process.stderr.write("\n");
    give(undefined);
  });
  lines.on("SIGINT", () => {
    process.stderr.write("\n");
    process.exit(130);
  });
  return async (question) => {
    if (isClosed) return early.shift();
    lines.setPrompt(question);
    lines.prompt();
    const answer = early.shift() ?? (await new Promise<string | undefined>((resolve) => (waiting = resolve)));
    if (!isClosed) lines.pause();
    return answer;
  };
}

/** What may be printed of a line, with colours where a person sees them. */
function shown(line: string, handle: 1 | 2): string {
  const text = printable(line);
  if (isPlain(handle) || !wantsColour(process.env)) return text;
  return (handle === 1 ? process.stdout : process.stderr).isTTY ? coloured(text) : text;
}

const terminal: Terminal = {
  out(line) {
    wipeProgress();
    writeOut(`${shown(line, 1)}\n`);
  },
  err(line) {
    isErrOpen = true;
    wipeProgress();
    process.stderr.write(`${shown(line, 2)}\n`);
  },
  progress(line) {
    isErrOpen = true;
    if (!process.stderr.isTTY) return;
    wipeProgress();
    const shown = printable(line).replaceAll("\n", " ");
    process.stderr.write(shown.slice(0, Math.max(10, (process.stderr.columns || 80) - 1)));
    hasProgress = true;
  },
  async input(limit) {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of process.stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) return undefined;
    }
    return Buffer.concat(chunks);
  },
  async ask(question) {
    isErrOpen = true;
    if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
    wipeProgress();
    answers ??= openAnswers((await import("node:readline")).createInterface);
    return await answers(printable(question));
  },
  // Not `performance`: its first use loads modules.
  elapsed: () => Number(process.hrtime.bigint()) / 1e6,
  now: () => Date.now(),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
};
