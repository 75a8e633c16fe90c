/** `<live page>/search.js`: the posts of a live page, for the search of the pages' script. */
import { pageSearch } from "../src/site/files/search.ts";
import { defineFileTemplate } from "../src/site/template.ts";

export default defineFileTemplate({
  name: "live page, to be searched",
  of: "live page",
  views: (page) => [pageSearch(page)],
});
