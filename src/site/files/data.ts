/** Turns the views of pages into their structured data (schema.org), with the values that the pages show. */
import { type DataImage, type DataPost, liveBlogData, postData } from "../../outputs/json-ld.ts";
import type { Frame } from "../views/frame.ts";
import type { PostView } from "../views/post.ts";
import type { PostPageView } from "../views/post-page.ts";
import type { StreamView } from "../views/stream.ts";

/** The data of a stream: `LiveBlogPosting`, its posts in the order of the page. */
export function streamData({ frame, page, days }: StreamView): string {
  const site = siteOf(frame);
  // Size, caption and credit of a picture stand in the data of the post's own page.
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

/** The data of a post's page: `BlogPosting`. */
export const postPageData = ({ frame, page, post }: PostPageView): string =>
  postData(dataPost(post), {
    language: page.language,
    page: page.title,
    ...(frame.canonical !== undefined && { pageAddress: new URL("../", frame.canonical).href }),
    text: post.text(),
    images: imagesOf(post, siteOf(frame)),
  });

/** The site's root: its public address, else the relative way there. */
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
