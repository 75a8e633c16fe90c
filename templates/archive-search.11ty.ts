/** `search.js`: the list of live pages, for the search on the front page. */
import { archiveSearch } from "../src/site/files/search.ts";
import { defineFileTemplate } from "../src/site/template.ts";

export default defineFileTemplate({
  name: "archive, to be searched",
  of: "archive",
  views: (archive) => [archiveSearch(archive)],
});
