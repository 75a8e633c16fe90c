/** The outputs of a live page beside its pages: `<live page>/feed.xml`, `posts.csv` and others. */
import { pageOutputs } from "../src/site/files/outputs.ts";
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "live page, in other forms",
  of: "live page",
  views: pageOutputs,
  path: (view) => view.path,
  render: (view) => view.text(),
});
