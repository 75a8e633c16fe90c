/** `<live page>/index.html`: the live page, newest post first; for a long event also `page-<n>.html` and `all.html`. */
import { defineTemplate } from "../src/site/template.ts";
import { streamPage } from "./parts/stream.ts";

export default defineTemplate({
  name: "live page",
  of: "live page",
  cards: true,
  views: ({ newest, eventPages }) => [newest, ...eventPages],
  path: (view) => view.frame.path,
  render: streamPage,
});
