/** Lines that are safe to print -> the same lines with colours: places of problems and headings stand out, warnings are yellow. */

const bold = (text: string): string => (text === "" ? "" : `\u001b[1m${text}\u001b[22m`);
const yellow = (text: string): string => `\u001b[33m${text}\u001b[39m`;
const red = (text: string): string => `\u001b[31m${text}\u001b[39m`;

const heading = /^(?:usage:|Examples:|Options:|Commands:|Exit codes:|What to do next:)/;
const place = /^([^\s:][^:]*:\d+:\d+) {2}(warning: )?(.*)$/;
/** A problem of a whole file: only a warning can be told from other lines. */
const file = /^(\S+) {2}(warning: )(.*)$/;

export const coloured = (text: string): string => text.split("\n").map(colouredLine).join("\n");

function colouredLine(line: string): string {
  const [head = ""] = heading.exec(line) ?? [];
  if (head !== "") return bold(head) + line.slice(head.length);
  const [, where, warning, message = ""] = place.exec(line) ?? file.exec(line) ?? [];
  if (where === undefined) return line;
  return `${bold(where)}  ${warning === undefined ? red(message) : yellow(warning) + message}`;
}

/** Whether a person may want colours: https://no-color.org, and terminals that can show none. */
export const wantsColour = (env: Readonly<Record<string, string | undefined>>): boolean =>
  (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";
