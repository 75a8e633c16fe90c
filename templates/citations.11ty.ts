/** `<live page>/citations.bib`, `.ris` and `.json`: the live page and all its posts, for reference managers. */
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "citations",
  of: "live page",
  views: ({ citations }) => citations,
  path: (view) => view.path,
  render: (view) => view.text(),
});
