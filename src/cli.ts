/** argv -> a command that is run: the only file that prints, exits and reads the clock. */
import { fstatSync, writeSync } from "node:fs";
import { printable } from "./base/printable.ts";
import type { Terminal } from "./base/terminal/terminal.ts";
import { explainError } from "./commands/explain-error.ts";
import { commandHelp, overview } from "./commands/help.ts";
import { parseCall } from "./commands/parse-call.ts";
import { commands } from "./commands/registry.ts";
import { version } from "./commands/version.ts";

/** Runs `afterlive ...argv` and ends the process with the exit code: 0 done, 1 a problem, 2 a wrong command line. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv);
  const waiting = (isStreamed ? process.stdout.writableLength : 0) + (isErrOpen ? process.stderr.writableLength : 0);
  // Without this Node waits until V8 has optimised what it began: 9 ms of a short command.
  if (waiting === 0) process.exit();
}

async function run(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined) return print(overview(commands), 2);
  if (name === "help" || name === "--help" || name === "-h") return help(rest[0]);
  if (name === "--version" || name === "version") return print(version(), 0);
  const listed = commands.find((known) => known.name === name);
  if (listed === undefined) {
    terminal.err(`afterlive: Cannot find the command "${name}": expected ${list(commands.map((known) => known.name))}`);
    return 2;
  }
  try {
    const command = await listed.load();
    if (rest.includes("--help") || rest.includes("-h")) return print(commandHelp(name, command), 0);
    return await command.run({ ...(await parseCall(name, command, rest)), terminal });
  } catch (error) {
    const { lines, exitCode } = explainError(error, name);
    for (const line of lines) terminal.err(line);
    if (exitCode > 2 && error instanceof Error) terminal.err(error.stack ?? "");
    return Math.min(exitCode, 2);
  }
}

async function help(name: string | undefined): Promise<number> {
  const listed = commands.find((known) => known.name === name);
  return print(listed === undefined ? overview(commands) : commandHelp(listed.name, await listed.load()), 0);
}

function print(text: string, exitCode: number): number {
  terminal[exitCode === 0 ? "out" : "err"](text);
  return exitCode;
}

const list = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

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

const terminal: Terminal = {
  out(line) {
    wipeProgress();
    writeOut(`${printable(line)}\n`);
  },
  err(line) {
    isErrOpen = true;
    wipeProgress();
    process.stderr.write(`${printable(line)}\n`);
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
  // Not `performance`: its first use loads modules.
  elapsed: () => Number(process.hrtime.bigint()) / 1e6,
  now: () => Date.now(),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
};
