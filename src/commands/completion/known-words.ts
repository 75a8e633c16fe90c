/** The registry of commands -> what a shell can complete. */
import { type ListedCommand, optionsOf } from "../command.ts";

/** What stands behind an option: names of folders, names of files, other words, or nothing. */
export type ValueKind = "folder" | "file" | "word" | "none";

export interface CommandWords {
  /** One word or two. */
  readonly name: string;
  readonly summary: string;
  /** Of its first positional; without them names of files are completed. */
  readonly choices: readonly string[];
  readonly options: readonly { readonly name: string; readonly help: string; readonly kind: ValueKind }[];
}

export const wordsOfCommands = (commands: readonly ListedCommand[]): Promise<readonly CommandWords[]> =>
  Promise.all(
    commands.map(async ({ name, summary, load }) => {
      const command = await load();
      const options = Object.entries(optionsOf(command)).map(([option, { value, help }]) => ({
        name: option,
        help,
        kind: kindOf(value),
      }));
      return { name, summary, choices: command.choices ?? [], options };
    }),
  );

function kindOf(value: string | undefined): ValueKind {
  if (value === undefined) return "none";
  return value === "DIR" ? "folder" : value === "FILE" ? "file" : "word";
}

export interface CommandBeginning {
  readonly word: string;
  readonly summary: string;
  /** The second words; empty where the command has one word. */
  readonly seconds: readonly { readonly word: string; readonly summary: string }[];
}

/** The words with which command lines begin. */
export const commandBeginnings = (commands: readonly CommandWords[]): readonly CommandBeginning[] =>
  [...Map.groupBy(commands, ({ name }) => name.split(" ", 1)[0] ?? "")].map(([word, family]) => ({
    word,
    summary: family[0]?.name === word ? family[0].summary : family.map(({ name }) => name).join(", "),
    seconds: family.flatMap(({ name, summary }) =>
      name === word ? [] : [{ word: name.slice(word.length + 1), summary }],
    ),
  }));

/** A word in single quotation marks, as bash and zsh read it. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
