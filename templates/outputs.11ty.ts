/** The outputs of a live page beside its pages: `<live page>/feed.xml`, `posts.csv` and others. */
import { pageOutputs } from "../src/site/files/outputs.ts";
import { defineFileTemplate } from "../src/site/template.ts";

export default defineFileTemplate({
  name: "live page, in other forms",
  of: "live page",
  views: pageOutputs,
});
