/** `script-<language>.js`: what pages do beyond being read, with the words of one language of the interface. */
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "script",
  of: "archive",
  views: ({ scripts }) => scripts,
  path: (view) => view.path,
  render: (view) => view.text(),
});
