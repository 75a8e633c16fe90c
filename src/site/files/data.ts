/** The structured data of pages: it follows from what the page shows. */
import { type DataImage, type DataPost, liveBlogData, postData } from "../../outputs/json-ld.ts";
import type { Frame } from "../views/frame.ts";
import type { PostView } from "../views/post.ts";
import type { PostPageView } from "../views/post-page.ts";
import type { StreamView } from "../views/stream.ts";

/** Of a live page's stream: its posts, in the order in which they stand. */
export function streamData({ frame, page, days }: StreamView): string {
  const site = siteOf(frame);
  // What else is known of a picture stands in the data of its post's page.
  const posts = days.flatMap((day) =>
    day.posts.map(({ post }) => ({ ...dataPost(post), images: imagesOf(post, site).map(({ address }) => address) })),
  );
  const [image] = posts.flatMap(({ images }) => images);
  return liveBlogData(
    {
      title: page.title,
      language: page.language,
      ...(page.publisher !== undefined && { publisher: page.publisher }),
      ...(page.from !== undefined && { from: page.from.iso }),
      ...(page.to !== undefined && { to: page.to.iso }),
      ...(frame.canonical !== undefined && { address: new URL("./", frame.canonical).href }),
      ...(image !== undefined && { image }),
    },
    posts,
  );
}

/** Of a post alone. */
export const postPageData = ({ frame, page, post }: PostPageView): string =>
  postData(dataPost(post), {
    language: page.language,
    page: page.title,
    ...(frame.canonical !== undefined && { pageAddress: new URL("../", frame.canonical).href }),
    text: post.text(),
    images: imagesOf(post, siteOf(frame)),
  });

/** The site's root, as a page names it: its address, or the way there. */
const siteOf = ({ canonical, root }: Frame): string => (canonical === undefined ? root : new URL(root, canonical).href);

const imagesOf = ({ figures }: PostView, site: string): readonly DataImage[] =>
  figures.flatMap(({ picture, alt, caption, credit }): readonly DataImage[] =>
    picture === undefined
      ? []
      : [
          {
            address: `${site}${picture.path}`,
            width: picture.width,
            height: picture.height,
            alt,
            ...(caption !== undefined && { caption }),
            ...(credit !== undefined && { credit }),
          },
        ],
  );

const dataPost = ({ id, name, time, updated, bylines }: PostView): DataPost => ({
  id,
  name,
  ...(time !== undefined && { published: time.iso }),
  ...(updated !== undefined && { updated: updated.iso }),
  bylines,
});
