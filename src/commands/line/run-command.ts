/** A command and the words after its name -> the exit code. An archive of a newer format is refused for all commands alike. */
import { refuseNewerFormat } from "../../archive/format.ts";
import { onLockWait } from "../../base/lock/lock.ts";
import type { Terminal } from "../../base/terminal/terminal.ts";
import type { ListedCommand } from "../command.ts";
import { parseCall } from "../parse-call.ts";

export async function runCommand(
  { name, load }: ListedCommand,
  words: readonly string[],
  terminal: Terminal,
): Promise<number> {
  onLockWait((line) => terminal.err(line));
  const command = await load();
  const call = { ...(await parseCall(name, command, words)), terminal };
  if (command.needsNoArchive !== true) refuseNewerFormat(call.root);
  return await command.run(call);
}
