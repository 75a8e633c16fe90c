/** `build`: the archive becomes a folder of plain HTML. */
import path from "node:path";
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { mostShards, parseShard, type Shard } from "../builder/shards/shard.ts";
import { buildAndReport } from "./built-report.ts";
import { type Command, cacheOption, noPositionals, UsageError } from "./command.ts";

export const buildCommand: Command = {
  usage: "[options]",
  examples: [
    ["", "write the site into _site"],
    ["--verify", "look at every file, and repair the site"],
    ["--shard 2/5 --out part-2", "build the second of five parts"],
  ],
  details: [
    "Renders the archive into ROOT/_site (or --out DIR): open its index.html, or host the folder on any file server.\nA file that stays the same is not touched. A file that an earlier build made and this one does not make is removed.",
    "Only what has changed since the last build is made again: a file has changed when its size or its time is another.\n--verify opens every file of the archive and of the site instead, and repairs what was changed or lost in the site.",
    "Several machines can build a large archive together: --shard 2/5 builds the second of five parts, each a folder with its\nshare of the live pages. `afterlive merge` joins the parts: the same bytes as the build of one machine.",
    "Pictures are encoded once and kept in ROOT/.afterlive/ (or --cache DIR). You can delete that folder at any time. With\n--cache and --out nothing is written into the archive, which may be read-only.",
  ],
  fails: "the archive has a mistake, or the site cannot be written; the old site stays as it was",
  options: {
    quick: { help: "encode pictures in less time, into larger files, as `serve` does" },
    shard: { value: "I/N", help: "build the I-th of N parts, for `afterlive merge`" },
    verify: { help: "open every file instead of comparing sizes and times" },
    ...cacheOption,
  },
  async run(call) {
    const { root, out, positionals, values, switches, terminal } = call;
    noPositionals("build", positionals);
    const shard = values.shard === undefined ? undefined : shardOf(values.shard);
    await finishInterrupted(root);
    await buildAndReport(call, {
      mode: switches.has("quick") ? "quick" : "release",
      verify: switches.has("verify"),
      ...(shard !== undefined && { shard }),
    });
    const shown = shard === undefined ? path.join(out, "index.html") : out;
    terminal.out(path.relative(process.cwd(), shown) || shown);
    return 0;
  },
};

function shardOf(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== undefined) return shard;
  throw new UsageError(
    `Cannot use "--shard ${text}": expected a part and how many there are, such as 2/5`,
    `Parts are numbered from 1, and there are at most ${mostShards}`,
  );
}
