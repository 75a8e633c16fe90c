/** The structured data of pages: it follows from what the page shows. */
import { type DataPost, liveBlogData, postData } from "../outputs/json-ld.ts";
import type { PostPageView, PostView, StreamView } from "./view.ts";

/** Of a live page's stream: its posts, in the order in which they stand. */
export const streamData = ({ frame, page, days }: StreamView): string =>
  liveBlogData(
    {
      title: page.title,
      language: page.language,
      ...(page.publisher !== undefined && { publisher: page.publisher }),
      ...(page.from !== undefined && { from: page.from.iso }),
      ...(page.to !== undefined && { to: page.to.iso }),
      ...(frame.canonical !== undefined && { address: new URL("./", frame.canonical).href }),
    },
    days.flatMap(({ posts }) => posts.map(({ post }) => dataPost(post))),
  );

/** Of a post alone. */
export const postPageData = ({ frame, page, post }: PostPageView): string =>
  postData(dataPost(post), {
    language: page.language,
    page: page.title,
    ...(frame.canonical !== undefined && { pageAddress: new URL("../", frame.canonical).href }),
    text: post.text(),
  });

const dataPost = ({ id, name, time, updated, bylines }: PostView): DataPost => ({
  id,
  name,
  ...(time !== undefined && { published: time.iso }),
  ...(updated !== undefined && { updated: updated.iso }),
  bylines,
});
