/** What can be completed -> a script for fish. */
import { type CommandWords, commandBeginnings, type ValueKind } from "./known-words.ts";

const actions: Readonly<Record<ValueKind, string>> = {
  none: "",
  word: " -x",
  folder: " -x -a '(__fish_complete_directories)'",
  file: " -r -F",
};

export function printFish(commands: readonly CommandWords[]): string {
  const first = commandBeginnings(commands);
  const begins = first.map(
    ({ word, summary }) => `complete -c afterlive -n __fish_use_subcommand -f -a ${word} -d ${text(summary)}`,
  );
  const seconds = first.flatMap(({ word, seconds: known }) => {
    const others = known.map((one) => one.word).join(" ");
    return known.map(
      (one) =>
        `complete -c afterlive -n ${text(`__fish_seen_subcommand_from ${word}; and not __fish_seen_subcommand_from ${others}`)} -f -a ${one.word} -d ${text(one.summary)}`,
    );
  });
  return [
    "# Completes afterlive in fish: afterlive completion fish > ~/.config/fish/completions/afterlive.fish",
    "complete -c afterlive -n __fish_use_subcommand -f -a help -d 'explain a command'",
    "complete -c afterlive -n __fish_use_subcommand -l version -d 'which afterlive this is'",
    ...begins,
    ...seconds,
    ...commands.flatMap(linesOf),
  ].join("\n");
}

function linesOf({ name, choices, options }: CommandWords): readonly string[] {
  const seen = name
    .split(" ")
    .map((word) => `__fish_seen_subcommand_from ${word}`)
    .join("; and ");
  const unchosen = `${seen}; and not __fish_seen_subcommand_from ${choices.join(" ")}`;
  return [
    ...(choices.length === 0 ? [] : [`complete -c afterlive -n ${text(unchosen)} -f -a ${text(choices.join(" "))}`]),
    ...options.map(
      ({ name: option, help, kind }) =>
        `complete -c afterlive -n ${text(seen)} -l ${option} -d ${text(help)}${actions[kind]}`,
    ),
  ];
}

/** fish escapes a quotation mark inside of two by a backslash. */
const text = (words: string): string => `'${words.replace(/['\\]/g, "\\$&")}'`;
