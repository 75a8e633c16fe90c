/** What a site's own templates need to print lists of live pages: filters of Nunjucks, Liquid and JavaScript. */
import type { TimeView } from "../site/views/time.ts";
import type { LivePageData, LivePostData } from "./live-pages.ts";

/** A post in a list, with its live page. */
export interface NewestLivePost extends LivePostData {
  readonly page: LivePageData;
}

/** The newest posts that have a time, of all live pages: newest first. `{% for post in livePages | newestPosts(5) %}` */
export const newestLivePosts = (pages: readonly LivePageData[], count = 10): readonly NewestLivePost[] =>
  pages
    .flatMap((page) =>
      page.posts.flatMap((post) => (post.time === undefined ? [] : [{ page, post, epoch: Date.parse(post.time.iso) }])),
    )
    .sort((a, b) => b.epoch - a.epoch)
    .slice(0, count)
    .map(({ page, post }) => ({ ...post, page }));

/** "17 May 2024, 04:28 BST"; "" for a post without a time. `{{ post.time | livePageTime }}` */
export const livePageTime = (time: TimeView | undefined): string =>
  time === undefined ? "" : `${time.date}, ${time.clock} ${time.zone}`.trimEnd();
