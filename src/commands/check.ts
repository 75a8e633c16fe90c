/** `check`: lists every problem of an archive, for a person, for a program or for a pull request. */
import path from "node:path";
import { picturesIn } from "../archive/read/media.ts";
import { count } from "../base/terminal/amounts.ts";
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { type Examination, examineArchive } from "../checks/examine.ts";
import { formatProblem, type Problem } from "../model/problem.ts";
import { type Command, noPositionals, UsageError } from "./command.ts";

export const checkCommand: Command = {
  usage: "[options]",
  examples: [
    ["", "look at the archive in this folder"],
    ["--root ../my-archive", "look at another archive"],
    ["--strict", "fail for warnings too, before you publish"],
    ["--format github", "annotate a pull request, in a workflow of GitHub"],
  ],
  details: [
    "Reads the whole archive and prints each problem: file:line:column, what is wrong, and what to write instead. It finds what\n`build` would refuse, and what would mislead readers: dead links, offsets that a zone did not have, lost addresses.",
    "Pictures are decoded, once: what was found is kept in ROOT/.afterlive/.",
  ],
  fails: "there is at least one error, or with --strict a warning; warnings alone give 0",
  options: {
    strict: { help: "warnings give the exit code 1 too" },
    json: { help: "print the problems as JSON, for programs" },
    format: { value: "FORM", help: "text, json, or github: annotations of a workflow of GitHub (default: text)" },
  },
  without: ["out"],
  async run({ root, positionals, values, switches, terminal }) {
    noPositionals("check", positionals);
    const form = formOf(values.format, switches.has("json"));
    await finishInterrupted(root);
    const found = await examineArchive(root);
    for (const line of form(found)) terminal.out(line);
    const { errors, warnings } = countProblems(found.problems);
    return errors > 0 || (switches.has("strict") && warnings > 0) ? 1 : 0;
  },
};

type Form = (found: Examination) => readonly string[];

function formOf(name: string | undefined, json: boolean): Form {
  const form = name ?? (json ? "json" : "text");
  const known: Form | undefined = Object.hasOwn(forms, form) ? forms[form] : undefined;
  if (known === undefined)
    throw new UsageError(
      `Cannot use "--format ${form}": expected text, json or github`,
      "For example: --format github",
    );
  if (json && form !== "json") throw new UsageError(`Cannot use --json with "--format ${form}"`, "Give one of them");
  return known;
}

const forms: Readonly<Record<string, Form>> = {
  text: (found) => [...found.problems.map(formatProblem), ...(found.problems.length > 0 ? [""] : []), ...totals(found)],
  json: (found) => [JSON.stringify(dataOf(found), null, 2)],
  github: (found) => [...found.problems.map((problem) => annotation(problem, found.archive.root)), ...totals(found)],
};

const countProblems = (problems: readonly Problem[]): { readonly errors: number; readonly warnings: number } => {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: problems.length - errors };
};

const countPosts = ({ archive }: Examination): number =>
  archive.pages.reduce((sum, { page }) => sum + page.posts.length, 0);

function totals(found: Examination): readonly string[] {
  const { pages, drafts } = found.archive;
  const { errors, warnings } = countProblems(found.problems);
  const wrong = errors + warnings === 0 ? "no problems" : `${count(errors, "error")}, ${count(warnings, "warning")}`;
  const lines = [`${count(pages.length, "live page")}, ${count(countPosts(found), "post")}: ${wrong}`];
  const absent = countAbsentFigures(found);
  if (absent > 0) lines.push(`${count(absent, "figure")} without a file, shown as ${count(absent, "card")}`);
  return drafts > 0 ? [...lines, `${count(drafts, "draft")} left out`] : lines;
}

const countAbsentFigures = ({ archive }: Examination): number =>
  archive.pages.flatMap(({ page, media }) =>
    picturesIn([...page.summary, ...page.posts.flatMap(({ blocks }) => blocks)]).filter((file) => !media.has(file)),
  ).length;

/** The shape is documented in `docs/check.md`; `format` goes up by one when a key changes its meaning. */
const dataOf = (found: Examination): object => ({
  format: 1,
  livePages: found.archive.pages.length,
  posts: countPosts(found),
  drafts: found.archive.drafts,
  ...countProblems(found.problems),
  problems: found.problems.map(({ severity, file, line, column, message, hint }) => ({
    severity,
    file,
    ...(line > 0 && { line, column }),
    message,
    ...(hint !== undefined && { hint }),
  })),
});

/** A line by which a workflow of GitHub marks a line of a file. A workflow runs in the root of the repository. */
function annotation({ severity, file, line, column, message, hint }: Problem, root: string): string {
  const shown = path.relative(process.cwd(), path.resolve(root, file)).split(path.sep).join("/");
  const places = line === 0 ? [] : [`line=${line}`, `col=${column}`];
  const words = hint === undefined ? message : `${message}\n${hint}`;
  return `::${severity} ${[`file=${escapeProperty(shown)}`, ...places].join(",")}::${escapeData(words)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
