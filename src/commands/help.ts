/** Commands -> the help that the command line prints: examples first, as wide as the terminal. */
import { wrapText } from "../base/terminal/wrap.ts";
import { type Command, type ListedCommand, optionsOf } from "./command.ts";

type Row = readonly [left: string, right: string];

/** All commands, a line each. */
export const overview = (commands: readonly ListedCommand[], width: number): string =>
  [
    ...wrapText("afterlive turns a live page into a permanent archive.", width),
    "",
    "usage: afterlive COMMAND [options]",
    "",
    "Examples:",
    ...table(
      [
        ["afterlive init my-archive", "begin an archive"],
        ["afterlive import page.html", "turn a saved live page into Markdown posts"],
        ["afterlive serve", "show the site while you edit"],
      ],
      width,
    ),
    "",
    "Commands:",
    ...table(
      commands.map(({ name, summary }) => [name, summary]),
      width,
    ),
    "",
    ...wrapText(
      "afterlive COMMAND --help explains a command, afterlive --version tells which afterlive this is.",
      width,
    ),
    ...wrapText("Exit codes: 0 done, 1 a problem, 2 a wrong command line.", width),
  ].join("\n");

/** One command: examples, what it does, its options, its exit codes. */
export function commandHelp(name: string, command: Command, width: number): string {
  const options = Object.entries(optionsOf(command)).map(
    ([option, { value, help }]): Row => [`--${option}${value === undefined ? "" : ` ${value}`}`, help],
  );
  return [
    ...wrapText(`usage: afterlive ${name} ${command.usage}`, width, 4),
    "",
    "Examples:",
    ...table(
      command.examples.map(([words, what]) => [`afterlive ${name} ${words}`.trimEnd(), what]),
      width,
    ),
    "",
    ...command.details.flatMap((paragraph) => [...wrapParagraph(paragraph, width), ""]),
    "Options:",
    ...table(options, width),
    "",
    "Exit codes:",
    ...table(exitCodesOf(command), width),
  ].join("\n");
}

/** What each exit code of a command means. */
export const exitCodesOf = ({ fails }: Command): readonly Row[] => [
  ["0", "done"],
  ["1", fails],
  ["2", "the command line is wrong, or this is a defect of afterlive"],
];

/** A line that begins with blanks stays a line of its own. */
const wrapParagraph = (paragraph: string, width: number): readonly string[] =>
  paragraph
    .replace(/\n(?! )/g, " ")
    .split("\n")
    .flatMap((line) => wrapText(line, width, /^ */.exec(line)?.[0].length ?? 0));

/** Two columns; where the left one is wide, the right one stands below it. */
function table(rows: readonly Row[], width: number): readonly string[] {
  const widest = Math.max(...rows.map(([left]) => left.length));
  const column = 2 + widest + 2;
  if (column > width / 2)
    return rows.flatMap(([left, right]) => [`  ${left}`, ...wrapText(`      ${right}`, width, 6)]);
  return rows.flatMap(([left, right]) => {
    const [first = "", ...rest] = wrapText(right, width - column);
    return [`  ${left.padEnd(widest)}  ${first}`, ...rest.map((line) => " ".repeat(column) + line)];
  });
}
