/** `<live page>/citations.bib`, `.ris` and `.json`: the live page and all its posts, for reference managers. */
import { defineFileTemplate } from "../src/site/template.ts";

export default defineFileTemplate({
  name: "citations",
  of: "live page",
  views: ({ citations }) => citations,
});
