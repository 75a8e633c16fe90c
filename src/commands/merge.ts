/** `merge`: the parts that `build --shard` made become one site. */
import path from "node:path";
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { merge } from "../builder/shards/merge.ts";
import { printBuilt } from "./built-report.ts";
import { type Command, cacheOption, UsageError } from "./command.ts";

export const mergeCommand: Command = {
  usage: "PART... [options]",
  examples: [["part-1 part-2 part-3", "join three parts into _site"]],
  details: [
    "Joins the parts of a site into ROOT/_site (or --out DIR): byte for byte what one machine would have built. Each PART is\na folder that `afterlive build --shard I/N --out PART` made; their order does not matter.",
    "The archive's own pages and public/ come from ROOT, which needs its archive.md, about.md, templates/ and public/, but\nnot its live pages. Every file of a part is compared with the list that its build wrote. A part of another archive, of\nanother version of afterlive or with other options is refused.",
  ],
  fails: "a part is refused, or the site cannot be written; the old site stays as it was",
  options: cacheOption,
  async run({ root, out, cache, positionals, terminal }) {
    if (positionals.length === 0)
      throw new UsageError(
        "Cannot merge: expected the folders of all parts",
        "Build them with: afterlive build --shard 1/3 --out part-1",
      );
    await finishInterrupted(root);
    const start = terminal.elapsed();
    const parts = positionals.map((folder) => path.resolve(folder));
    const report = await merge({ root, out, cache, parts });
    printBuilt(report, terminal, terminal.elapsed() - start);
    const index = path.join(out, "index.html");
    terminal.out(path.relative(process.cwd(), index) || index);
    return 0;
  },
};
