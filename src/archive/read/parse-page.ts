/** From the text of `page.md` to a live page without its posts. */
import { parseBlocks, parseInline } from "../../markdown/parse.ts";
import { parseInstant } from "../../model/instant.ts";
import type { Problem } from "../../model/problem.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { placeAt } from "../front-matter/node.ts";
import { normalisePage, type PageText } from "../normalise.ts";
import { check } from "../schema/check.ts";
import { pageSchema } from "../schema/schema.ts";
import { hasError } from "./parse-post.ts";

export interface ParsedPage {
  /** Undefined where a problem is an error. */
  readonly page?: PageText;
  readonly imported?: string;
  /** Whether the person keeps the live page out of the site. */
  readonly draft?: true;
  readonly problems: readonly Problem[];
}

/** `file` names the file in problems; `slug` is the folder's name. */
export function parsePage(text: string, file: string, slug: string): ParsedPage {
  const read = readFrontMatter(text, file);
  if (read.matter === undefined) return { problems: read.problems };
  const { values, problems } = check(pageSchema, read.matter, file);
  const body = parseBlocks(read.matter.body, { file, line: read.matter.bodyLine });
  const all = [...problems, ...body.problems];
  if (values?.slug !== undefined && values.slug !== slug) {
    const message = `Cannot read "slug": expected the folder's name "${slug}", got "${values.slug}"`;
    const place = placeAt(text, read.matter.pairs.get("slug")?.value.start ?? 0);
    all.push({ severity: "error", file, ...place, message, hint: "Remove the line: the folder's name is the slug" });
  }
  if (values === undefined || hasError(all)) return { problems: all };
  const captured = values.captured === undefined ? undefined : parseInstant(values.captured, values.zone);
  const { title, source, publisher, zone, eventZone, language, rights, note } = values;
  const page = normalisePage({
    title,
    ...(source !== undefined && { source }),
    ...(captured && { captured }),
    ...(publisher !== undefined && { publisher }),
    zone,
    ...(eventZone !== undefined && { eventZone }),
    language: language ?? "en",
    ...(rights !== undefined && { rights }),
    ...(note !== undefined && { note: parseInline(note) }),
    editors: values.editors ?? [],
    panel: values.panel ?? [],
    summary: body.blocks,
  });
  return {
    page,
    ...(values.draft === true && { draft: true }),
    ...(values.imported !== undefined && { imported: values.imported }),
    problems: all,
  };
}
