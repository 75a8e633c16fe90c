/** A process that publishes two built folders by turns until it is killed: `node deploy-loop.ts TARGET ONE OTHER`. */
import { directory } from "../../src/deploy/directory.ts";
import { readEdition } from "../../src/deploy/edition.ts";

const [, , target = "", ...folders] = process.argv;
const editions = folders.map(readEdition);
process.stdout.write("begun\n");
for (;;) {
  // With one edition kept, each has to be written anew.
  for (const edition of editions) await directory.carryOut(await directory.plan(edition, target, { keep: "1" }));
}
