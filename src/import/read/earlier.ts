/** What an earlier import of the same live page left for this one: its folder, its zone, and the options it was told. */
import { capturesFileOf, readCaptureOptions, type StoredOptions } from "../../archive/captures/captures.ts";
import { findLivePage } from "../../archive/merge/find-page.ts";
import { zoneOfPage } from "../../archive/read/page.ts";
import type { FoundDocument } from "../../captures/document.ts";
import { fileProblem, Refusal } from "../../model/problem.ts";
import { type ImportOptions, parseImportOptions } from "../options.ts";

export interface EarlierImport {
  readonly slug: string;
  /** The zone in `page.md`: a live page keeps it. */
  readonly zone?: string;
}

/** The live page that the options name, or that holds one of the documents; undefined where there is none yet. */
export function findEarlier(
  root: string,
  { slug: named, url, title }: ImportOptions,
  documents: readonly FoundDocument[],
): EarlierImport | undefined {
  const clues = [...documents, ...(url === undefined ? [] : [{ url }]), ...(title === undefined ? [] : [{ title }])];
  const slug = named ?? firstOf(clues, (clue) => findLivePage(root, clue));
  if (slug === undefined) return undefined;
  const zone = zoneOfPage(root, slug);
  return { slug, ...(zone !== undefined && { zone }) };
}

/**
 * The options that an earlier import of this very capture was told; else those of the newest import into the live page. When another
 * capture was made is no fact of this one: only its year is taken over.
 */
export function earlierOptions(root: string, { slug }: EarlierImport, digest: string): ImportOptions {
  const own = readCaptureOptions(root, slug, digest);
  if (own !== undefined) return { ...storedOptions(slug, own), slug };
  const { captured, ...others } = storedOptions(slug, readCaptureOptions(root, slug) ?? {});
  return { ...(captured !== undefined && { year: Number(captured.slice(0, 4)) }), ...others, slug };
}

/** Throws a Refusal for a value that a person changed into one that the option cannot have. */
function storedOptions(slug: string, stored: StoredOptions): ImportOptions {
  const parsed = parseImportOptions(stored);
  if ("options" in parsed) return parsed.options;
  const { option, text, expected, example } = parsed.wrong;
  const message = `Cannot use the option "${option}: ${text}": expected ${expected}`;
  throw new Refusal([fileProblem(capturesFileOf(slug), message, `For example ${option}: ${example}`)]);
}

function firstOf<Clue, Found>(clues: readonly Clue[], find: (clue: Clue) => Found | undefined): Found | undefined {
  for (const clue of clues) {
    const found = find(clue);
    if (found !== undefined) return found;
  }
  return undefined;
}
