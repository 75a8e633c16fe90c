/** `style.css`: the style sheet of the pages. */
import { defineFileTemplate } from "../src/site/template.ts";

export default defineFileTemplate({
  name: "style",
  of: "archive",
  views: ({ styleSheets }) => styleSheets,
});
