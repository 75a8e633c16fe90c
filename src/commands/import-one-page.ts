/** Chooses the captures of one live page among those of an import: a container or a folder can hold others. */
import { pageAddress } from "../archive/page-address.ts";
import type { Terminal } from "./command.ts";
import type { CaptureReading } from "./import-reading.ts";
import { count } from "./words.ts";

interface Read extends CaptureReading {
  readonly options: { readonly url?: string };
}

/**
 * The captures of the live page that has the most posts, and those that the person named themselves; the rest is said. A capture that
 * names no address, such as a text, is of the page that its container holds.
 */
export function onePage<Reading extends Read>(readings: readonly Reading[], terminal: Terminal): readonly Reading[] {
  const among = readings.filter(({ file }) => file.among !== undefined);
  const groups = Map.groupBy(
    among.filter((reading) => addressOf(reading) !== undefined),
    (reading) => addressOf(reading),
  );
  const size = (group: readonly Reading[]): number => group.reduce((sum, { reading }) => sum + reading.posts.length, 0);
  const [, ...rest] = [...groups].sort(([, a], [, b]) => size(b) - size(a));
  for (const [address, group] of rest)
    terminal.complain(
      `${group[0]?.file.among}  warning: Another live page is in it and was left out: ${address} (${count(size(group), "post")})\n    Import it as one of its own: save it alone`,
    );
  const others = new Set(rest.flatMap(([, group]) => group));
  return readings.filter((reading) => !others.has(reading));
}

const addressOf = ({ reading, file, options }: Read): string | undefined =>
  pageAddress(options.url ?? reading.page.source ?? file.source ?? "");
