import { expect, test } from "vitest";
import { newestPosts, newestViews } from "../../src/site/newest-posts.ts";
import { pageSiteOf } from "../../src/site/presenters/page-site.ts";
import { dependencies, everything as page } from "./sample.ts";

test("newestViews are the views that the whole live page has, after a journey as JSON", () => {
  const find = () => undefined;
  const { posts } = pageSiteOf(
    page,
    find,
    {
      title: "An archive",
      language: "en-GB",
      noindex: false,
      about: [],
    },
    { captures: new Map(), dependencies },
  );
  const timed = page.posts.flatMap(({ published }, index) => (published === undefined ? [] : [posts[index]?.post]));
  for (const count of [0, 1, page.posts.length + 5]) {
    const views = newestViews(JSON.parse(JSON.stringify(newestPosts(page, find, count))));
    expect(JSON.stringify(views)).toBe(JSON.stringify(timed.slice(0, count)));
    expect(views.map((view) => view.bodyHtml())).toEqual(timed.slice(0, count).map((view) => view?.bodyHtml()));
  }
});
