/** `<live page>/<post>/post.md` and `<live page>/source.md`: posts and summary as Markdown with front matter. */
import { defineFileTemplate } from "../src/site/template.ts";

export default defineFileTemplate({
  name: "source text",
  of: "live page",
  views: ({ sources }) => sources,
});
