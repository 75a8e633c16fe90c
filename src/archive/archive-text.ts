/** From the text of `content/archive.md` to the settings of the whole archive, and back. */
import { normaliseBlocks } from "../markdown/normalise.ts";
import { parseBlocks } from "../markdown/parse.ts";
import { printBlocks } from "../markdown/print.ts";
import type { ArchiveSettings } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";
import { readFrontMatter } from "./front-matter/front-matter.ts";
import { printFile } from "./front-matter/yaml-text.ts";
import { compact, lineOf } from "./normalise.ts";
import { hasError } from "./read/parse-post.ts";
import { check } from "./schema/check.ts";
import { archiveSchema } from "./schema/schema.ts";
import { onlyFilled } from "./write/print-post.ts";

/** The settings of an archive without `archive.md`. */
export const defaultSettings: ArchiveSettings = {
  title: "Archive",
  language: "en",
  noindex: false,
  about: [],
};

/** The settings as reading them again gives them: texts of one line, an address that ends in "/". */
export function normaliseSettings(settings: ArchiveSettings): ArchiveSettings {
  const url = lineOf(settings.url)?.replace(/[?#].*/s, "");
  return compact<ArchiveSettings>({
    title: lineOf(settings.title) ?? defaultSettings.title,
    language: settings.language,
    url: url === undefined || url.endsWith("/") ? url : `${url}/`,
    rights: lineOf(settings.rights),
    noindex: settings.noindex,
    revisions: settings.revisions || undefined,
    originals: settings.originals,
    about: normaliseBlocks(settings.about),
  });
}

export function printArchive(settings: ArchiveSettings): string {
  const normal = normaliseSettings(settings);
  const values = onlyFilled([
    ["title", normal.title],
    ["language", normal.language],
    ["url", normal.url],
    ["rights", normal.rights],
    ["noindex", normal.noindex || undefined],
    ["revisions", normal.revisions],
    ["originals", normal.originals],
  ]);
  return printFile(values, printBlocks(normal.about));
}

/** `settings` is undefined where a problem is an error. */
export function parseArchive(text: string, file: string): { settings?: ArchiveSettings; problems: readonly Problem[] } {
  const read = readFrontMatter(text, file);
  if (read.matter === undefined) return { problems: read.problems };
  const { values, problems } = check(archiveSchema, read.matter, file);
  const body = parseBlocks(read.matter.body, { file, line: read.matter.bodyLine });
  const all = [...problems, ...body.problems];
  if (values === undefined || hasError(all)) return { problems: all };
  const { title, language, url, rights, noindex, revisions, originals } = values;
  const settings = normaliseSettings({
    title,
    language: language ?? defaultSettings.language,
    ...(url !== undefined && { url }),
    ...(rights !== undefined && { rights }),
    noindex: noindex ?? false,
    ...(revisions !== undefined && { revisions }),
    ...(originals !== undefined && { originals }),
    about: body.blocks,
  });
  return { settings, problems: all };
}
