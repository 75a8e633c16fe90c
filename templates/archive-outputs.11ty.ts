/** The outputs of the archive beside the front page: `feed.xml`, `captures.csv` and others. */
import { archiveOutputs } from "../src/site/files/outputs.ts";
import { defineFileTemplate } from "../src/site/template.ts";

export default defineFileTemplate({
  name: "archive, in other forms",
  of: "archive",
  views: archiveOutputs,
});
