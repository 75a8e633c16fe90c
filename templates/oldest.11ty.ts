/** `<live page>/oldest.html`: the live page, oldest post first. */
import { defineTemplate } from "../src/site/template.ts";
import { streamPage } from "./parts/stream.ts";

export default defineTemplate({
  name: "live page, oldest first",
  of: "live page",
  cards: true,
  views: ({ oldest }) => [oldest],
  path: (view) => view.frame.path,
  render: streamPage,
});
