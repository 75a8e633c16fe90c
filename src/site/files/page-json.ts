/** Turns the stream of a live page into its `page.json`, with the values that the page shows. */
import { type PageJson, type PostJson, printPageJson } from "../../outputs/page-json.ts";
import type { StreamPostView, StreamView } from "../views/stream.ts";

/** `view`: the whole event, newest first. */
export function pageJson({ frame, page, days, plainSummaryHtml }: StreamView): string {
  const { title, language, source, publisher, editors, panel, captured, rights } = page;
  const schema = "../page.schema.json";
  return printPageJson({
    // Stands first, since a build recognises the file by its beginning.
    generator: "afterlive",
    $schema: frame.canonical === undefined ? schema : new URL(schema, frame.canonical).href,
    title,
    language,
    source,
    publisher,
    editors: filled(editors),
    panel: filled(panel),
    captured: captured?.iso,
    rights,
    summary: plainSummaryHtml() || undefined,
    posts: days.flatMap(({ posts }) => posts.map(postJson)),
  } satisfies PageJson);
}

function postJson({ post, href, bodyHtml, wordings = [] }: StreamPostView): PostJson {
  const { id, time, clock, label, breaking, headline, subheadline, context, bylines, truncated } = post;
  const { inferredParts, keyEvent, updated, corrections } = post;
  return {
    id,
    href,
    published: time?.iso,
    clock,
    label,
    breaking: breaking || undefined,
    headline,
    subheadline,
    context: filled(context),
    bylines: filled(bylines),
    truncated: truncated || undefined,
    inferred: filled(inferredParts),
    keyEvent: keyEvent || undefined,
    updated: updated?.iso,
    corrections: filled(corrections),
    revisions: filled(wordings.map(({ captured, headline, text }) => ({ captured: captured?.iso, headline, text }))),
    html: bodyHtml(),
  };
}

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
