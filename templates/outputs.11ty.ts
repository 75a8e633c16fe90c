/** `<live page>/feed.xml` and what else lies beside its pages: the live page in other forms. */
import { pageOutputs } from "../src/site/files/outputs.ts";
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "live page, in other forms",
  of: "live page",
  views: pageOutputs,
  path: (view) => view.path,
  render: (view) => view.text(),
});
