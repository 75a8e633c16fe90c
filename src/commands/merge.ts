/** `merge`: the parts of a site, built by `build --shard`, as one. */
import path from "node:path";
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { merge as mergeParts } from "../builder/shards/merge.ts";
import { type Command, UsageError } from "./command.ts";
import { tellBuilt } from "./tell-built.ts";

export const merge: Command = {
  usage: "PART... [options]",
  details: [
    "Joins the parts of a site that several machines have built with `afterlive build --shard I/N --out PART`, given in any\norder, into ROOT/_site (or --out DIR): byte for byte what one machine would have built.",
    "The archive's own pages and public/ come from ROOT, which needs its archive.md, about.md, templates/ and public/, but\nnot its live pages. Every file of every part is checked against what its machine wrote down; parts of another archive,\nof another afterlive or with other options are refused.",
  ],
  options: {},
  async run({ root, out, positionals, terminal }) {
    if (positionals.length === 0)
      throw new UsageError(
        "Cannot merge: expected the folders of all parts",
        "Build them with: afterlive build --shard 1/3 --out part-1",
      );
    await finishInterrupted(root);
    const start = terminal.elapsed();
    const parts = positionals.map((folder) => path.resolve(folder));
    const report = await mergeParts({ root, out, cache: path.join(root, ".afterlive"), parts });
    tellBuilt(report, terminal, terminal.elapsed() - start);
    const index = path.join(out, "index.html");
    terminal.out(path.relative(process.cwd(), index) || index);
    return 0;
  },
};
