/** `serve`: serves the site on this machine and builds it again on each save. */
import path from "node:path";
import { count } from "../base/terminal/amounts.ts";
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { serve } from "../builder/serve/serve.ts";
import { formatProblem, type Problem, sortProblems } from "../model/problem.ts";
import { type Command, cacheOption, noPositionals, UsageError } from "./command.ts";

export const serveCommand: Command = {
  usage: "[options]",
  examples: [
    ["", "serve the archive in this folder"],
    ["--port 3000", "on another port"],
    ["--host", "look at it with a telephone in the same network"],
  ],
  details: [
    "Builds the archive, serves it on http://localhost and watches content/, templates/ and public/: a save rebuilds the site\nand reloads the browser. A mistake is printed, and the last good site stays up. Ctrl-C ends the command.",
  ],
  fails: "the site cannot be served; a mistake in the archive ends nothing",
  options: {
    port: { value: "N", help: "the port to listen on (default: 8080, or the next free one)" },
    host: { help: "show the site to the local network too, to those who have the address with its token" },
    out: { value: "DIR", help: "the folder of the site that is served (default: serve/ in the cache)" },
    ...cacheOption,
  },
  async run({ root, cache, positionals, values, switches, terminal }) {
    noPositionals("serve", positionals);
    await finishInterrupted(root);
    const port = portOf(values.port ?? "8080");
    const printProblems = (problems: readonly Problem[]) => {
      for (const problem of sortProblems(problems)) terminal.err(formatProblem(problem));
    };
    const server = await serve({
      root,
      // Its quick pictures are for one reader: the folder that is deployed must not hold them.
      out: path.resolve(values.out ?? path.join(cache, "serve")),
      cache,
      mode: "quick",
      durable: false,
      port,
      toNetwork: switches.has("host"),
      // Editors that list problems forget the old ones at this line.
      onStart: () => terminal.out("building"),
      onPolling: (why) => terminal.err(`the system tells of no changes: ${why}; each file is looked at every second`),
      onPortInUse: (wanted, taken) => terminal.err(`port ${wanted} is in use: ${taken} is taken`),
      onBuild(report) {
        printProblems(report.problems);
        terminal.out(`built: ${count(report.posts, "post")}, ${count(report.outcome.written.length, "file")} written`);
      },
      onRefusal(problems) {
        printProblems(problems);
        terminal.err("not built: the last good site stays up");
      },
      onUnfinished(problems) {
        printProblems(problems);
        terminal.err("built only its pages: feeds, tables and the search index stay as they were");
      },
    });
    terminal.out(`${server.url}  (Ctrl-C ends it)`);
    for (const url of server.networkUrls) terminal.out(`${url}  (in this network)`);
    if (server.networkUrls.length > 0)
      terminal.err(
        "warning: a person in this network who has that address can read all of the archive, without encryption",
      );
    await terminal.interrupted();
    await server.close();
    return 0;
  },
};

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new UsageError(`Cannot use --port "${text}": expected a number from 1 to 65535`, "For example --port 8080");
  return port;
}
