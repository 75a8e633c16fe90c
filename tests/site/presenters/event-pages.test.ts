/** eventPagesOf: each post on one page, full pages that never change, and an anchor for each post on every page. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { en } from "../../../src/site/i18n/interface/en.ts";
import { eventPagesOf, mostPerPage } from "../../../src/site/presenters/event-pages.ts";
import type { PostView } from "../../../src/site/views/post.ts";
import type { StreamView } from "../../../src/site/views/stream.ts";
import { at, livePage, post, siteOf } from "../sample.ts";

const posts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ view: { id: `p${count - index}`, name: "A post" } as PostView }));
const ids = (some: ReturnType<typeof posts>) => some.map(({ view }) => view.id);

test("eventPagesOf leaves an event that one page holds in one piece", () => {
  expect([eventPagesOf([], en), eventPagesOf(posts(mostPerPage), en)]).toEqual([undefined, undefined]);
});

test("eventPagesOf puts every post on one page, in its order; the newest page holds 20 to 39, all others 20", () => {
  fc.assert(
    fc.property(fc.integer({ min: mostPerPage + 1, max: 3000 }), (count) => {
      const pages = eventPagesOf(posts(count), en) ?? [];
      expect(pages.flatMap((page) => ids([...page.posts]))).toEqual(ids(posts(count)));
      const [newest = 0, ...others] = pages.map((page) => page.posts.length);
      expect(newest >= 20 && newest < 40 && others.every((size) => size === 20)).toBe(true);
      expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => pages.length - index));
    }),
  );
});

test("eventPagesOf changes no full page when posts are added", () => {
  const before = eventPagesOf(posts(250), en) ?? [];
  const after = eventPagesOf(posts(287), en) ?? [];
  for (const { index: page } of before.slice(1)) {
    const same = after.find((one) => one.index.href === page.href)?.index;
    expect(JSON.stringify(same)).toBe(JSON.stringify(page));
  }
});

test("eventPagesOf gives each hour one heading, on the page of its newest post; posts without a time stand with the post above", () => {
  const minutes = (index: number) => new Date(Date.UTC(2024, 4, 17, 23, 59) - index * 10 * 60_000).toISOString();
  const told = Array.from({ length: 241 }, (_, index) =>
    post(`p${1000 - index}`, index % 7 === 3 ? {} : { published: at(minutes(index)) }),
  );
  const index = siteOf([livePage(told)]).site.pages[0]?.eventPages[0]?.paging?.index ?? [];
  const hours = index.flatMap((page) => page.hours);
  const headings = hours.flatMap(({ heading }) => heading ?? []);
  expect(headings.slice(0, 2)).toEqual(["17 May 2024, 23:00 GMT", "17 May 2024, 22:00 GMT"]);
  expect(new Set(headings).size).toBe(headings.length);
  let heading = "";
  for (const hour of hours) {
    heading = hour.heading ?? heading;
    for (const { clock } of hour.posts) if (clock !== undefined) expect(heading).toContain(` ${clock.slice(0, 2)}:00 `);
  }
  expect(hours.some((hour) => hour.heading === undefined)).toBe(true);
});

const event = (count: number) =>
  siteOf([livePage(Array.from({ length: count }, (_, index) => post(`p${count - index}`, { keyEvent: index === 0 })))])
    .site.pages[0]!;
const standing = ({ days }: StreamView) => days.flatMap(({ posts }) => posts.map((one) => one.post.id));

test("the pages of a long event hold it once, and the whole of it lies beside them", () => {
  const { eventPages, newest, oldest } = event(241);
  expect(eventPages.map(({ frame }) => frame.path).slice(0, 2)).toEqual(["river/index.html", "river/page-11.html"]);
  expect([newest.frame.path, oldest.frame.path]).toEqual(["river/all.html", "river/oldest.html"]);
  expect(eventPages.flatMap(standing)).toEqual(standing(newest));
  expect(standing(oldest).toReversed()).toEqual(standing(newest));
});

test("the pages of a long event lead to their neighbours, and each post is on the page or in its index", () => {
  const { eventPages, newest } = event(241);
  for (const [index, { paging, ...part }] of eventPages.entries()) {
    expect([paging?.newer, paging?.older]).toEqual(
      [eventPages[index - 1], eventPages[index + 1]].map((one) => one?.frame.path.slice(6)),
    );
    const elsewhere = paging?.index
      .filter((page) => page !== paging.here)
      .flatMap(({ hours }) => hours.flatMap(({ posts: links }) => links.map(({ id }) => id)));
    expect([...standing(part as StreamView), ...(elsewhere ?? [])].sort()).toEqual(standing(newest).toSorted());
    expect([part.anchorBase, part.keyEvents.map(({ id }) => id)]).toEqual(["", ["p241"]]);
  }
});

test("an event of very many posts has its index on its newest page alone, and the others lead there", () => {
  const { eventPages } = event(2001);
  expect(eventPages.map(({ paging }) => (paging?.index.length ?? 0) > 0)).toEqual(
    eventPages.map((_, index) => index === 0),
  );
  expect([eventPages[0]?.anchorBase, eventPages[1]?.anchorBase]).toEqual(["", "index.html"]);
});
