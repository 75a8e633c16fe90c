/** From argv to a command: the only file that prints, exits and reads the clock. */
import { fstatSync, writeSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { printable } from "./base/printable.ts";
import type { Terminal } from "./base/terminal/terminal.ts";
import { type Call, type Command, type OptionSpec, sharedOptions, UsageError } from "./commands/command.ts";
import { explain } from "./commands/explain.ts";
import { commandHelp, overview } from "./commands/help.ts";
import { commands } from "./commands/registry.ts";
import { version } from "./commands/version.ts";

/** Runs `afterlive ...argv` and ends the process with the exit code: 0 done, 1 a problem, 2 a wrong command line. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv);
  const waiting =
    (isStreamed ? process.stdout.writableLength : 0) + (hasComplained ? process.stderr.writableLength : 0);
  // Else Node waits for what V8 has begun to optimise: 9 ms of a short command.
  if (waiting === 0) process.exit();
}

async function run(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined) return tell(overview(commands), 2);
  if (name === "help" || name === "--help" || name === "-h") return help(rest[0]);
  if (name === "--version" || name === "version") return tell(version(), 0);
  const listed = commands.find((known) => known.name === name);
  if (listed === undefined) {
    terminal.err(`afterlive: Cannot find the command "${name}": expected ${list(commands.map((known) => known.name))}`);
    return 2;
  }
  try {
    const command = await listed.load();
    if (rest.includes("--help") || rest.includes("-h")) return tell(commandHelp(name, command), 0);
    return await command.run(callOf(name, command, rest));
  } catch (error) {
    const { lines, exitCode } = explain(error, name);
    for (const line of lines) terminal.err(line);
    if (exitCode > 2 && error instanceof Error) terminal.err(error.stack ?? "");
    return Math.min(exitCode, 2);
  }
}

async function help(name: string | undefined): Promise<number> {
  const listed = commands.find((known) => known.name === name);
  return tell(listed === undefined ? overview(commands) : commandHelp(listed.name, await listed.load()), 0);
}

function tell(text: string, exitCode: number): number {
  (exitCode === 0 ? terminal.out : terminal.err)(text);
  return exitCode;
}

function callOf(name: string, command: Command, argv: readonly string[]): Call {
  const specs = { ...sharedOptions, ...command.options };
  const options = Object.fromEntries(
    Object.entries(specs).map(([option, spec]) => [
      option,
      { type: spec.value === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: joinValues(argv, specs), options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(optionFault(error, name), `afterlive ${name} --help lists the options`);
  }
  const values: Record<string, string> = {};
  const switches = new Set<string>();
  for (const [option, value] of Object.entries(parsed.values)) {
    if (typeof value === "string") values[option] = value;
    else if (value === true) switches.add(option);
  }
  for (const option of ["root", "out"])
    if (values[option] === "") throw new UsageError(`Cannot use --${option}: expected a folder, got ""`);
  const root = path.resolve(values.root ?? ".");
  const out = path.resolve(values.out ?? path.join(root, "_site"));
  return { positionals: parsed.positionals, values, switches, root, out, terminal };
}

/** `--year -5` and `--title "- a dash"`: a value may begin with a dash, so it is tied to its option here. */
function joinValues(argv: readonly string[], specs: Readonly<Record<string, OptionSpec>>): string[] {
  const out: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? "";
    if (argument === "--") return [...out, ...argv.slice(index)];
    const next = argv[index + 1];
    const takesValue = argument.startsWith("--") && specs[argument.slice(2)]?.value !== undefined;
    const nextIsOption = next?.startsWith("--") === true && specs[next.slice(2).split("=")[0] ?? ""] !== undefined;
    if (takesValue && next !== undefined && !nextIsOption) {
      out.push(`${argument}=${next}`);
      index += 1;
    } else out.push(argument);
  }
  return out;
}

/** Node's own words for a wrong option, in the form of our messages. */
function optionFault(error: unknown, command: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(-[^']*)'/.exec(message);
  if (unknown !== null) return `Cannot use "${unknown[1]}": ${command} has no such option`;
  const missing = /^Option '(?:-\w, )?(--[^ ']+)(?: [^']*)?' argument missing/.exec(message);
  if (missing !== null) return `Cannot use "${missing[1]}" without a value`;
  const given = /^Option '(?:-\w, )?(--[^ ']+)' does not take an argument/.exec(message);
  return given === null ? message : `Cannot use "${given[1]}" with a value: it is a switch`;
}

const list = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

/** Standard error is opened when it is first asked for: 4 ms of a short command. */
let hasComplained = false;
/** Standard output is opened where it is a console, or a pipe that is full: 3 ms. */
let isStreamed = false;
let transient = false;

function wipe(): void {
  if (transient) process.stderr.write("\r\u001b[K");
  transient = false;
}

/** Ends the process quietly where its output is no longer read. */
function print(text: string): void {
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

/** Writes without a stream as much as the reader takes now; gives what is left. */
function writeNow(handle: number, bytes: Buffer, gone: (error: NodeJS.ErrnoException) => void): Buffer {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(handle, bytes, done);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") gone(error as NodeJS.ErrnoException);
  }
  return bytes.subarray(done);
}

/** A console has rules of its own; so has a pipe on Windows. */
function isPlain(handle: number): boolean {
  const stats = fstatSync(handle);
  return stats.isFile() || (process.platform !== "win32" && !stats.isCharacterDevice());
}

const terminal: Terminal = {
  out(line) {
    wipe();
    print(`${printable(line)}\n`);
  },
  err(line) {
    hasComplained = true;
    wipe();
    process.stderr.write(`${printable(line)}\n`);
  },
  progress(line) {
    hasComplained = true;
    if (!process.stderr.isTTY) return;
    wipe();
    const shown = printable(line).replaceAll("\n", " ");
    process.stderr.write(shown.slice(0, Math.max(10, (process.stderr.columns ?? 80) - 1)));
    transient = true;
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
  // Not `performance`: Node loads what it needs when it is first named.
  elapsed: () => Number(process.hrtime.bigint()) / 1e6,
  now: () => Date.now(),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
};
