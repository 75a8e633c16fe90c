/** `completion`: a script that completes commands and options in a shell, made from the registry of commands. */
import { type Command, type ListedCommand, UsageError } from "../command.ts";
import { printBash } from "./bash.ts";
import { printFish } from "./fish.ts";
import { wordsOfCommands } from "./known-words.ts";
import { printZsh } from "./zsh.ts";

const shells = { bash: printBash, zsh: printZsh, fish: printFish };

/** `commands`: all that are completed, this one too. */
export const completionFor = (commands: readonly ListedCommand[]): Command => ({
  usage: "bash|zsh|fish",
  examples: [
    ["bash >> ~/.bashrc", "in bash"],
    ["zsh > ~/.zfunc/_afterlive", "in zsh, where ~/.zfunc is in $fpath"],
    ["fish > ~/.config/fish/completions/afterlive.fish", "in fish"],
  ],
  details: [
    "Prints a script for your shell: the tab key then completes the commands of afterlive, their options, and names of files and folders. It needs afterlive as a command of its own (npm install --global afterlive).",
  ],
  fails: "never",
  choices: Object.keys(shells),
  needsNoArchive: true,
  without: ["out"],
  options: {},
  async run({ positionals, terminal }) {
    const [shell, ...rest] = positionals;
    const print = Object.entries(shells).find(([name]) => name === shell)?.[1];
    if (print === undefined || rest.length > 0)
      throw new UsageError(
        `Cannot complete for ${shell === undefined ? "no shell" : `"${positionals.join(" ")}"`}: expected bash, zsh or fish`,
        "For example: afterlive completion bash",
      );
    terminal.out(print(await wordsOfCommands(commands)));
    return 0;
  },
});
