/** `build`: the archive as a folder of plain HTML. */

import path from "node:path";
import { finishInterrupted } from "../base/transaction.ts";
import { build as buildSite } from "../build/build.ts";
import { formatProblem, sortProblems } from "../model/problem.ts";
import { type Command, noPositionals } from "./command.ts";
import { count, duration, timeLeft } from "./words.ts";

export const build: Command = {
  name: "build",
  summary: "render content/ into a folder of plain HTML",
  usage: "[options]",
  details: [
    "Renders the archive into ROOT/_site (or --out DIR): open its index.html, or host the folder on any file server.\nFiles that would be the same are not touched; files that an earlier build made and this one does not are removed.",
    "Only what has changed since the last build is made again. Sizes and times of files tell what has; --verify opens every\nfile of the archive and of the site instead, and mends what was changed or lost in the site.",
    "Pictures are encoded once and kept in ROOT/.afterlive/, which can be deleted at any time.",
  ],
  options: {
    quick: { help: "encode pictures faster and larger, as `serve` does" },
    eleventy: { help: "let Eleventy print the pages: the same bytes, in more time" },
    verify: { help: "trust no size and no time: open every file" },
  },
  async run({ root, out, positionals, switches, terminal }) {
    noPositionals("build", positionals);
    await finishInterrupted(root);
    const start = terminal.elapsed();
    const report = await buildSite({
      root,
      out,
      cache: path.join(root, ".afterlive"),
      mode: switches.has("quick") ? "quick" : "release",
      verify: switches.has("verify"),
      ...(switches.has("eleventy") && { engine: "eleventy" }),
      onProgress: (done, total) =>
        terminal.progress(`pictures: ${done} of ${total}${timeLeft(done, total, terminal.elapsed() - start)}`),
    });
    for (const problem of sortProblems(report.problems)) terminal.complain(formatProblem(problem));
    const { written, removed, unchanged } = report.outcome;
    terminal.say(
      `${count(report.livePages, "live page")}, ${count(report.posts, "post")} in ${duration(terminal.elapsed() - start)}`,
    );
    terminal.say(`${count(written.length, "file")} written, ${unchanged} unchanged, ${removed.length} removed`);
    if (report.pictures.absent > 0)
      terminal.say(`${count(report.pictures.absent, "figure")} without a file: a card stands in their place`);
    terminal.say(`${path.relative(process.cwd(), path.join(out, "index.html")) || out}`);
    return 0;
  },
};
