/** `<live page>/search.js`: the posts of a live page, for the search of the pages' script. */
import { pageSearch } from "../src/site/files/search.ts";
import { defineTemplate } from "../src/site/template.ts";

export default defineTemplate({
  name: "live page, to be searched",
  of: "live page",
  views: (page) => [pageSearch(page)],
  path: (view) => view.path,
  render: (view) => view.text(),
});
