/** `<live page>/page.json`: the live page for programs. `import` reads it again. */
import { defineTemplate } from "../src/site/template.ts";
import type { StreamView } from "../src/site/view.ts";

export default defineTemplate({
  name: "live page, as data",
  of: "live page",
  views: ({ newest }) => [newest],
  path: ({ page }) => `${page.slug}/page.json`,
  render: pageData,
});

/** Times are ISO 8601 with an offset; `html` is a post's text as it stands on the page beside this file; `revisions`: its older wordings, newest first. */
function pageData({ page, days, plainSummaryHtml }: StreamView): string {
  const { title, language, source, publisher, editors, panel, captured, rights } = page;
  const posts = days.flatMap((day) =>
    day.posts.map(({ post, href, bodyHtml, wordings = [] }) => {
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
        context: context.length > 0 ? context : undefined,
        bylines: bylines.length > 0 ? bylines : undefined,
        truncated: truncated || undefined,
        inferred: inferredParts.length > 0 ? inferredParts : undefined,
        keyEvent: keyEvent || undefined,
        updated: updated?.iso,
        corrections: corrections.length > 0 ? corrections : undefined,
        revisions:
          wordings.length > 0
            ? wordings.map(({ captured, headline, text }) => ({ captured: captured?.iso, headline, text }))
            : undefined,
        html: bodyHtml(),
      };
    }),
  );
  const data = {
    generator: "afterlive",
    title,
    language,
    source,
    publisher,
    editors: editors.length > 0 ? editors : undefined,
    panel: panel.length > 0 ? panel : undefined,
    captured: captured?.iso,
    rights,
    summary: plainSummaryHtml() || undefined,
    posts,
  };
  return `${JSON.stringify(data)}\n`;
}
