/** `check`: lists every problem in `content/`. */
import { readArchive } from "../archive/read/read.ts";
import { count } from "../base/terminal/amounts.ts";
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { formatProblem, sortProblems } from "../model/problem.ts";
import { type Command, noPositionals } from "./command.ts";

export const checkCommand: Command = {
  usage: "",
  details: [
    "Reads all of content/ and prints each problem: file:line:column, what is wrong, and what to write instead.\nExit code 1: there is at least one error. Warnings alone give 0.",
  ],
  options: {},
  async run({ root, positionals, terminal }) {
    noPositionals("check", positionals);
    await finishInterrupted(root);
    const archive = readArchive(root);
    for (const problem of sortProblems(archive.problems)) terminal.out(formatProblem(problem));
    const errors = archive.problems.filter((problem) => problem.severity === "error").length;
    const warnings = archive.problems.length - errors;
    const posts = archive.pages.reduce((sum, { page }) => sum + page.posts.length, 0);
    const found = `${count(archive.pages.length, "live page")}, ${count(posts, "post")}`;
    if (archive.problems.length > 0) terminal.out("");
    terminal.out(
      `${found}: ${errors + warnings === 0 ? "no problems" : `${count(errors, "error")}, ${count(warnings, "warning")}`}`,
    );
    return errors > 0 ? 1 : 0;
  },
};
