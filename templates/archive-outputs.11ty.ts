/** The outputs of the archive beside the front page: `feed.xml`, `captures.csv` and others. */
import { archiveOutputs } from "../src/site/files/outputs.ts";
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "archive, in other forms",
  of: "archive",
  views: archiveOutputs,
  path: (view) => view.path,
  render: (view) => view.text(),
});
