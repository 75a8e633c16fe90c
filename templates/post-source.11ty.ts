/** `<live page>/<post>/post.md` and `<live page>/source.md`: posts and summary as Markdown with front matter. */
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "source text",
  of: "live page",
  views: ({ sources }) => sources,
  path: (view) => view.path,
  render: (view) => view.text(),
});
