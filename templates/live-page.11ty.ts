/** `<live page>/index.html`: the live page, newest first; of a long event its newest posts, `page-<n>.html`, and `all.html`. */
import { defineTemplate } from "../src/site/template.ts";
import { streamPage } from "./parts/stream.ts";

export default defineTemplate({
  name: "live page",
  of: "live page",
  cards: true,
  views: ({ newest, parts }) => [newest, ...parts],
  path: (view) => view.frame.path,
  render: streamPage,
});
