/** `upgrade`: an archive of an older format becomes one of the newest. */
import { isArchive } from "../../archive/read/archive-folder.ts";
import { upgradeArchive } from "../../archive/upgrade.ts";
import { Failure } from "../../base/failure.ts";
import { type Command, noPositionals } from "../command.ts";

export const upgradeCommand: Command = {
  usage: "[options]",
  examples: [["", "move the archive in this folder"]],
  details: [
    "Moves the archive in ROOT to the newest format that this version of afterlive knows, and does nothing where it has\nthat format. The format stands in content/archive.md as format: 1, and is 1 where it is not named.",
  ],
  fails: "there is no archive, or it is of a newer format than this afterlive knows",
  without: ["out"],
  options: {},
  async run({ root, positionals, terminal }) {
    noPositionals("upgrade", positionals);
    if (!isArchive(root))
      throw new Failure(
        `Cannot upgrade "${root}": it holds no folder content/`,
        "Name the archive's folder with --root DIR",
      );
    const { from, to, done, written } = await upgradeArchive(root);
    if (done.length === 0)
      terminal.out(`The archive has format ${to}, the newest that this afterlive knows: nothing to do`);
    else {
      terminal.out(`The archive has format ${to} now; it had ${from}`);
      for (const line of [...done, ...written]) terminal.out(`  ${line}`);
    }
    return 0;
  },
};
