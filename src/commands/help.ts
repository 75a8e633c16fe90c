/** Commands -> the help that the command line prints. */
import { type Command, type ListedCommand, type OptionSpec, optionsOf } from "./command.ts";

/** All commands, a line each. */
export function overview(commands: readonly ListedCommand[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    "afterlive turns a live page into a permanent archive.",
    "",
    "usage: afterlive COMMAND [options]",
    "",
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    "",
    "afterlive COMMAND --help explains a command. Exit codes: 0 done, 1 a problem, 2 a wrong command line.",
  ].join("\n");
}

/** One command with its options. */
export function commandHelp(name: string, command: Command): string {
  const options = Object.entries(optionsOf(command));
  const left = ([name, spec]: [string, OptionSpec]) => `  --${name}${spec.value === undefined ? "" : ` ${spec.value}`}`;
  const width = Math.max(...options.map((option) => left(option).length));
  return [
    `usage: afterlive ${name} ${command.usage}`.trimEnd(),
    "",
    ...command.details.flatMap((paragraph) => [paragraph, ""]),
    ...options.map((option) => `${left(option).padEnd(width)}  ${option[1].help}`),
  ].join("\n");
}
