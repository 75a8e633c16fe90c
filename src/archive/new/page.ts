/** From what a person says of a live page to its `page.md`, in a folder of its own. */
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { isDeviceName } from "../../base/portable-name.ts";
import type { Change } from "../../base/transaction/transaction.ts";
import { fileProblem, Refusal } from "../../model/problem.ts";
import { compact, type PageText } from "../normalise.ts";
import { isArchive } from "../read/archive-folder.ts";
import { pageFileOf } from "../read/page.ts";
import { readFront } from "../read/read.ts";
import { isSlug, slugOf } from "../slug.ts";
import { printPage } from "../write/print-page.ts";

export interface NewPage {
  readonly title: string;
  /** IANA name of the zone of its times. */
  readonly zone: string;
  /** The archive's language where it is not given. */
  readonly language: string | undefined;
  /** Made from the title where it is not given. */
  readonly slug: string | undefined;
  readonly publisher: string | undefined;
  readonly source: string | undefined;
}

/** Throws a Refusal where there is no archive, for a slug that is none, and where the folder is there already. */
export function newPage(root: string, page: NewPage): { readonly slug: string; readonly change: Change } {
  refuseNoArchive(root);
  const slug = slugFor(page);
  const file = pageFileOf(slug);
  if (lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined)
    throw new Refusal([
      fileProblem(file, "Cannot begin this live page: it is there already", "Give another name: --slug WORDS"),
    ]);
  const text = compact<PageText>({
    title: page.title,
    zone: page.zone,
    language: page.language ?? readFront(root).said.settings.language,
    publisher: page.publisher,
    source: page.source,
    captured: undefined,
    eventZone: undefined,
    rights: undefined,
    note: undefined,
    editors: [],
    panel: [],
    summary: [],
  });
  return { slug, change: { path: file, bytes: printPage(text) } };
}

/** A new file in a folder that is no archive is mostly one in the wrong folder. */
export function refuseNoArchive(root: string): void {
  if (isArchive(root)) return;
  const hint = "Begin an archive with: afterlive init (or name the folder that holds content/: --root DIR)";
  throw new Refusal([fileProblem("content", "Cannot find the archive: there is no folder content/", hint)]);
}

function slugFor({ slug, title }: NewPage): string {
  const chosen = slug ?? slugOf(title);
  if (chosen !== undefined && isSlug(chosen) && !isDeviceName(chosen)) return chosen;
  const hint = `For example --slug ${slugOf(chosen ?? "") ?? "state-visit"}`;
  const message =
    chosen === undefined
      ? `Cannot make a name for the folder of the title "${title}": it has no Latin letters`
      : `Cannot use the slug "${chosen}": expected 1 to 80 of a-z, 0-9 and "-", and no name of a device`;
  throw new Refusal([fileProblem("--slug", message, hint)]);
}
