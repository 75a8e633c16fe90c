/** `<live page>/page.json`: the live page as data for programs; the `afterlive` importer reads it. */
import { pageJson } from "../src/site/files/page-json.ts";
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "live page, as data",
  of: "live page",
  views: ({ newest }) => [newest],
  path: ({ page }) => `${page.slug}/page.json`,
  render: pageJson,
});
