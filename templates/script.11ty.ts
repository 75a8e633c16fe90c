/** `script-<language>.js`: the script of the pages, with the words of one interface language. */
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "script",
  of: "archive",
  views: ({ scripts }) => scripts,
  path: (view) => view.path,
  render: (view) => view.text(),
});
