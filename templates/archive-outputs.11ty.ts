/** `feed.xml` and what else lies beside the front page: the archive in other forms. */
import { archiveOutputs } from "../src/site/files/outputs.ts";
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "archive, in other forms",
  of: "archive",
  views: archiveOutputs,
  path: (view) => view.path,
  render: (view) => view.text(),
});
