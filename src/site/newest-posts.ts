/** Turns a live page into its newest posts with their pictures, and these into views without the rest of the page. */
import type { InferredPart, LivePage, Post } from "../model/live-page.ts";
import { stringsFor } from "./i18n/language.ts";
import type { Picture } from "./pictures/picture.ts";
import { filesIn, inferredThroughout, postView } from "./presenters/post.ts";
import type { FindPicture } from "./text/figure.ts";
import type { PostView } from "./views/post.ts";

/** The newest posts of a live page that have a time, newest first. Plain JSON. */
export interface NewestPosts {
  readonly language: string;
  /** The parts of times that were inferred for all posts of the live page. */
  readonly common: readonly InferredPart[];
  readonly posts: readonly Post[];
  /** By the file that a figure or a poster names. */
  readonly pictures: Readonly<Record<string, Picture>>;
}

export function newestPosts(page: LivePage, find: FindPicture, count: number): NewestPosts {
  const posts = page.posts.filter(({ published }) => published !== undefined).slice(0, count);
  const pictures = posts
    .flatMap(({ blocks }) => [...filesIn(blocks)])
    .flatMap((file) => {
      const picture = find(file);
      return picture === undefined ? [] : [[file, picture] as const];
    });
  return {
    language: page.language,
    common: inferredThroughout(page.posts),
    posts,
    pictures: Object.fromEntries(pictures),
  };
}

/** The views that the whole live page has of these posts. */
export function newestViews({ language, common, posts, pictures }: NewestPosts): readonly PostView[] {
  const find: FindPicture = (file) => (Object.hasOwn(pictures, file) ? pictures[file] : undefined);
  return posts.map((post) => postView(post, find, common, stringsFor(language)));
}
