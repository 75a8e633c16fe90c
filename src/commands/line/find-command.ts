/** The first words of a command line -> the command that they name, of one word or two, or what to write instead. */
import { type ListedCommand, UsageError } from "../command.ts";

export interface FoundCommand {
  readonly listed: ListedCommand;
  /** The words after the command's name. */
  readonly rest: readonly string[];
}

/** Throws a UsageError where no command has the name. */
export async function findCommand(commands: readonly ListedCommand[], argv: readonly string[]): Promise<FoundCommand> {
  const [first = "", second = ""] = argv;
  for (const length of [2, 1]) {
    const listed = commands.find(({ name }) => name === argv.slice(0, length).join(" "));
    if (listed !== undefined) return { listed, rest: argv.slice(length) };
  }
  const { nearest } = await import("../../archive/schema/nearest.ts");
  const family = familyOf(commands, first).map(({ name }) => name);
  if (family.length > 0 && (second === "" || second.startsWith("-")))
    throw new UsageError(`Cannot use "${first}" alone: expected ${list(family)}`, `Write: afterlive ${family[0]}`);
  const names = family.length > 0 ? family : commands.map(({ name }) => name);
  const given = family.length > 0 ? `${first} ${second}` : first;
  const meant = nearest(given, names) ?? nearest(given, [...new Set(names.map((name) => name.split(" ", 1)[0] ?? ""))]);
  const hint = "afterlive help lists the commands";
  throw new UsageError(
    `Cannot find the command "${given}": expected ${list(names)}`,
    meant === undefined ? hint : `Did you mean ${meant}? ${hint}`,
  );
}

/** The commands whose names begin with this word and have another. */
export const familyOf = (commands: readonly ListedCommand[], first: string): readonly ListedCommand[] =>
  commands.filter(({ name }) => name.startsWith(`${first} `));

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
