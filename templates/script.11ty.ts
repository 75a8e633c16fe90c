/** `script-<language>.js`: the script of the pages, with the words of one interface language. */
import { defineFileTemplate } from "../src/site/template.ts";

export default defineFileTemplate({
  name: "script",
  of: "archive",
  views: ({ scripts }) => scripts,
});
