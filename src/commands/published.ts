/** `published`: the addresses of a built folder are recorded, for those who publish it by other means than `deploy`. */
import { publishedFile, recordPublished } from "../archive/published.ts";
import { count } from "../base/terminal/amounts.ts";
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { permalinksOf, readEdition } from "../deploy/edition.ts";
import { type Command, noPositionals } from "./command.ts";

export const publishedCommand: Command = {
  usage: "[options]",
  examples: [["", "record what is about to be copied to a host"]],
  details: [
    "Adds the paths of the site in ROOT/_site (or --out DIR) to content/published.txt: a later build in which one of them is\nmissing fails. Run it before you copy the folder to a host, by rsync or by other means. `afterlive deploy` does it\nby itself.",
  ],
  fails: "there is no site, or content/published.txt cannot be written",
  options: {},
  async run({ root, out, positionals, terminal }) {
    noPositionals("published", positionals);
    await finishInterrupted(root);
    await finishInterrupted(out);
    const paths = permalinksOf(readEdition(out));
    const added = await recordPublished(root, paths);
    terminal.out(`${publishedFile}: ${count(added.length, "path")} added, ${paths.length - added.length} known`);
    return 0;
  },
};
