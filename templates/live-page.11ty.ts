/** `<live page>/index.html`: the live page, newest first. */
import { defineTemplate } from "../src/site/template.ts";
import { streamPage } from "./parts/stream.ts";

export default defineTemplate({
  name: "live page",
  of: "live page",
  views: ({ newest }) => [newest],
  path: (view) => view.frame.path,
  render: streamPage,
});
