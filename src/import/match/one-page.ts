/** The captures of an import -> those of one live page: a container or a folder can hold several live pages. */
import { pageAddress } from "../../archive/merge/page-address.ts";
import { count } from "../../base/terminal/amounts.ts";
import { quoted } from "../../importers/account/account.ts";
import type { CaptureReading } from "../read/capture.ts";

interface Read extends CaptureReading {
  readonly options: { readonly url?: string };
}

/**
 * Keeps the captures that the person named, and of those in a container or a folder the live page with the most posts; warns of each
 * other live page. A capture that names no address, for example a text, is kept.
 */
export function chooseOnePage<Capture extends Read>(
  captures: readonly Capture[],
  err: (line: string) => void,
): readonly Capture[] {
  const among = captures.filter(({ file }) => file.among !== undefined);
  const groups = Map.groupBy(
    among.filter((reading) => addressOf(reading) !== undefined),
    (reading) => addressOf(reading),
  );
  const size = (group: readonly Capture[]): number => group.reduce((sum, { reading }) => sum + reading.posts.length, 0);
  const [, ...rest] = [...groups].sort(([, a], [, b]) => size(b) - size(a));
  for (const [address, group] of rest)
    err(
      `${group[0]?.file.among}  warning: Another live page is in it and was left out: ${address} (${count(size(group), "post")})\n    Import it as one of its own: save it alone`,
    );
  const others = new Set(rest.flatMap(([, group]) => group));
  const chosen = captures.filter((reading) => !others.has(reading));
  warnOfTitles(chosen, err);
  return chosen;
}

/** Warns where two titles in one container have no word in common: they may be two live pages, and no address tells them apart. */
function warnOfTitles(chosen: readonly Read[], err: (line: string) => void): void {
  const titled = chosen.filter(({ file, reading }) => file.among !== undefined && wordsIn(reading.page.title).size > 0);
  const [first] = titled;
  if (first === undefined) return;
  const known = wordsIn(first.reading.page.title);
  const other = titled.find(({ reading }) => ![...wordsIn(reading.page.title)].some((word) => known.has(word)));
  if (other === undefined) return;
  const [one, two] = [first, other].map(({ file, reading }) => `${quoted(reading.page.title ?? "")} (${file.file})`);
  err(
    `${first.file.among}  warning: It may hold several live pages, which become one: ${one} and ${two}\n    If they are not parts of one live page, import each alone`,
  );
}

const addressOf = ({ reading, file, options }: Read): string | undefined =>
  pageAddress(options.url ?? reading.page.source ?? file.source ?? "");

const wordsIn = (title = ""): ReadonlySet<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
