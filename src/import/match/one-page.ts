/** Chooses the captures of one live page among those of an import: a container or a folder can hold others. */
import { pageAddress } from "../../archive/merge/page-address.ts";
import { count } from "../../base/terminal/amounts.ts";
import type { Terminal } from "../../base/terminal/terminal.ts";
import { quoted } from "../../importers/account/account.ts";
import type { CaptureReading } from "../read/capture.ts";

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
    terminal.err(
      `${group[0]?.file.among}  warning: Another live page is in it and was left out: ${address} (${count(size(group), "post")})\n    Import it as one of its own: save it alone`,
    );
  const others = new Set(rest.flatMap(([, group]) => group));
  const chosen = readings.filter((reading) => !others.has(reading));
  warnOfTitles(chosen, terminal);
  return chosen;
}

/** Captures of one container whose titles have no word in common may be of several live pages, and nothing else tells them apart. */
function warnOfTitles(chosen: readonly Read[], terminal: Terminal): void {
  const titled = chosen.filter(({ file, reading }) => file.among !== undefined && wordsIn(reading.page.title).size > 0);
  const [first] = titled;
  if (first === undefined) return;
  const known = wordsIn(first.reading.page.title);
  const other = titled.find(({ reading }) => ![...wordsIn(reading.page.title)].some((word) => known.has(word)));
  if (other === undefined) return;
  const [one, two] = [first, other].map(({ file, reading }) => `${quoted(reading.page.title ?? "")} (${file.file})`);
  terminal.err(
    `${first.file.among}  warning: It may hold several live pages, which become one: ${one} and ${two}\n    If they are not parts of one live page, import each alone`,
  );
}

const addressOf = ({ reading, file, options }: Read): string | undefined =>
  pageAddress(options.url ?? reading.page.source ?? file.source ?? "");

const wordsIn = (title = ""): ReadonlySet<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
