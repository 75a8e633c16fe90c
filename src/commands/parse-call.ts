/** The words after a command's name -> its positionals, values and switches. */
import path from "node:path";
import { parseArgs } from "node:util";
import { type Call, type Command, type OptionSpecs, optionsOf, UsageError } from "./command.ts";

/** Throws a UsageError for an unknown option, a value that is missing, and a value that an option does not take. */
export async function parseCall(
  name: string,
  command: Command,
  argv: readonly string[],
): Promise<Omit<Call, "terminal">> {
  const specs = optionsOf(command);
  const { positionals, values: given } = await parseWords(name, specs, joinValues(argv, specs));
  const values: Record<string, string> = {};
  const switches = new Set<string>();
  for (const [option, value] of Object.entries(given)) {
    if (typeof value === "string") values[option] = value;
    else if (value === true) switches.add(option);
  }
  for (const option of ["root", "out", "cache"])
    if (values[option] === "") throw new UsageError(`Cannot use --${option}: expected a folder, got ""`);
  const root = path.resolve(values.root ?? ".");
  const out = path.resolve(values.out ?? path.join(root, "_site"));
  const cache = path.resolve(values.cache ?? path.join(root, ".afterlive"));
  return { positionals, values, switches, root, out, cache };
}

async function parseWords(
  name: string,
  specs: OptionSpecs,
  args: readonly string[],
): Promise<ReturnType<typeof parseArgs>> {
  const options = Object.fromEntries(
    Object.entries(specs).map(([option, { value }]) => [
      option,
      { type: value === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw await usageErrorOf(error, name, specs);
  }
}

/** Ties a value to its option, since it may begin with a dash: `--year -5` becomes `--year=-5`. */
function joinValues(argv: readonly string[], specs: OptionSpecs): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? "";
    if (argument === "--") return [...joined, ...argv.slice(index)];
    const next = argv[index + 1];
    const takesValue = argument.startsWith("--") && specs[argument.slice(2)]?.value !== undefined;
    const nextIsOption = next?.startsWith("--") === true && specs[next.slice(2).split("=")[0] ?? ""] !== undefined;
    if (takesValue && next !== undefined && !nextIsOption) {
      joined.push(`${argument}=${next}`);
      index += 1;
    } else joined.push(argument);
  }
  return joined;
}

/** Node's error about an option, as a message of ours that says what to write instead. */
async function usageErrorOf(error: unknown, command: string, specs: OptionSpecs): Promise<UsageError> {
  const message = error instanceof Error ? error.message : String(error);
  const [, unknown] = /^Unknown option '(-[^']*)'/.exec(message) ?? [];
  if (unknown !== undefined) {
    const { nearest } = await import("../archive/schema/nearest.ts");
    const meant = nearest(unknown.replace(/^-+/, ""), Object.keys(specs));
    const list = `afterlive ${command} --help lists the options`;
    return new UsageError(
      `Cannot use "${unknown}": ${command} has no such option`,
      meant === undefined ? list : `Did you mean --${meant}? ${list}`,
    );
  }
  const [, missing] = /^Option '(?:-\w, )?--([^ ']+)(?: [^']*)?' argument (?:missing|is ambiguous)/.exec(message) ?? [];
  if (missing !== undefined)
    return new UsageError(
      `Cannot use "--${missing}" without a value`,
      `Write --${missing} ${specs[missing]?.value ?? ""}`,
    );
  const [, given] = /^Option '(?:-\w, )?--([^ ']+)' does not take an argument/.exec(message) ?? [];
  if (given !== undefined)
    return new UsageError(`Cannot use "--${given}" with a value: it is a switch`, `Write --${given} alone`);
  return new UsageError(message, `afterlive ${command} --help lists the options`);
}
