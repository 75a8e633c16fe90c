/** From the text of a Markdown file with front matter to a post. */
import { parseBlocks } from "../../markdown/parse.ts";
import { parseInstant } from "../../model/instant.ts";
import type { Post } from "../../model/live-page.ts";
import type { Problem } from "../../model/problem.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { normalisePost } from "../normalise.ts";
import { check } from "../schema/check.ts";
import { postSchema } from "../schema/schema.ts";

export interface ParsedPost {
  /** Undefined where a problem is an error. */
  readonly post?: Post;
  readonly imported?: string;
  /** Whether the person keeps it out of the site. */
  readonly draft?: true;
  /** The files in `media/` that the text of a post with an error names, as far as they can be told. */
  readonly named?: readonly string[];
  readonly problems: readonly Problem[];
}

/** `file` names the file in problems; `zone` is the live page's. */
export function parsePost(text: string, file: string, zone: string): ParsedPost {
  const read = readFrontMatter(text, file);
  if (read.matter === undefined) return { problems: read.problems, named: namesIn(text) };
  const { values, problems } = check(postSchema, read.matter, file, zone);
  const body = parseBlocks(read.matter.body, { file, line: read.matter.bodyLine });
  const all = [...problems, ...body.problems];
  if (values === undefined || hasError(all)) return { problems: all, named: namesIn(text) };
  const published = values.published === undefined ? undefined : parseInstant(values.published, zone);
  const updated = values.updated === undefined ? undefined : parseInstant(values.updated, zone);
  const { id, order, headline, label, subheadline, clock, source } = values;
  const written: Post = {
    id,
    ...(published && { published }),
    inferred: values.inferred ?? [],
    ...(order !== undefined && { order }),
    ...(headline !== undefined && { headline }),
    ...(label !== undefined && { label }),
    breaking: values.breaking ?? false,
    ...(subheadline !== undefined && { subheadline }),
    context: values.context ?? [],
    ...(clock !== undefined && { clock }),
    bylines: (values.byline ?? []).map(({ name, role }) => (role === undefined ? { name } : { name, role })),
    ...(source !== undefined && { source }),
    truncated: values.truncated ?? false,
    ...(values.keyEvent === true && { keyEvent: true }),
    ...(updated && { updated }),
    ...(values.supports !== undefined && { supports: values.supports.map(Number) }),
    ...(values.corrections !== undefined && { corrections: values.corrections }),
    blocks: body.blocks,
  };
  const post = normalisePost(written, body.blocks);
  return {
    post,
    ...(values.draft === true && { draft: true }),
    ...(values.imported !== undefined && { imported: values.imported }),
    problems: all,
  };
}

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bmedia\/([^\s)"'<>]+)/g)].map(([, name = ""]) => decoded(name));

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export const hasError = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === "error");
