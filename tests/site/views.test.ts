/** The views of pages, before they are HTML. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printInstant } from "../../src/model/instant.ts";
import { en } from "../../src/site/i18n/interface/en.ts";
import { foreignInterface, textDirection } from "../../src/site/i18n/language.ts";
import { clip } from "../../src/site/text/excerpt.ts";
import { clockOf, dayOf, dayStart, localTime } from "../../src/site/time/clock.ts";
import { groupByDay } from "../../src/site/time/days.ts";
import { offsetWords } from "../../src/site/time/zone-words.ts";
import { at, everything, livePage, paragraph, post, siteOf, words } from "./sample.ts";

const numRuns = process.env.AFTERLIVE_LONG ? 5000 : 200;

const instants = fc.record({
  epoch: fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2200, 0) }),
  offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
  zone: fc.constant("Europe/London"),
});

describe("localTime", () => {
  test("agrees with the printed instant", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const local = localTime(instant);
        expect(`${dayOf(local)}T${clockOf(local)}`).toBe(printInstant(instant).slice(0, 16));
      }),
      { numRuns },
    );
  });

  test("knows the day of the week", () => expect(localTime(at("2024-05-17T00:30:00+01:00")).weekday).toBe(5));
});

test("dayStart is the midnight before, by the instant's own offset", () => {
  const instant = at("2024-05-17T00:30:00+01:00");
  expect(new Date(dayStart(instant)).toISOString()).toBe("2024-05-16T23:00:00.000Z");
});

test("offsetWords prints whole hours short, and a real minus", () => {
  expect([0, 180, 330, -270].map(offsetWords)).toEqual(["UTC", "UTC+3", "UTC+5:30", "UTC−4:30"]);
});

describe("groupByDay", () => {
  test("keeps every post in its place", () => {
    const timed = fc.array(fc.record({ published: fc.option(instants, { nil: undefined }) }));
    fc.assert(
      fc.property(timed, (posts) => {
        const given = posts.map(({ published }) => (published === undefined ? {} : { published }));
        expect(groupByDay(given).flatMap((day) => day.posts)).toEqual(given);
      }),
      { numRuns },
    );
  });

  test("gives a post without a time the day of its newer neighbour, else of the older", () => {
    const days = groupByDay([post("a"), ...everything.posts]);
    expect(days.map(({ date, posts }) => [date, posts.map(({ id }) => id)])).toEqual([
      ["2024-10-27", ["a", "p-night-2", "p-night-1", "p-untimed"]],
      ["2024-10-26", ["p-saturday", "p-figures", "p-media", "p-empty"]],
    ]);
  });

  test("has one day without a name where no post has a time", () => {
    expect(groupByDay([post("a"), post("b")])).toEqual([
      { date: undefined, at: undefined, posts: [post("a"), post("b")] },
    ]);
  });
});

test("clip is never longer than its limit and its ellipsis, and cuts no character in two", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 1, max: 80 }), (text, limit) => {
      const cut = clip(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit + 1);
      expect(cut.isWellFormed()).toBe(true);
    }),
    { numRuns },
  );
  expect(clip("The water, it is said, rises", 22)).toBe("The water, it is said…");
});

test("textDirection follows the language, and its script where the tag names one", () => {
  expect(["ar", "fa-IR", "he", "ur", "az-Arab", "en-GB", "ku-Latn", "zh-Hans"].map(textDirection)).toEqual([
    ...["rtl", "rtl", "rtl", "rtl", "rtl"],
    ...["ltr", "ltr", "ltr"],
  ]);
});

test("foreignInterface names the language of the interface only where the page has another", () => {
  expect([foreignInterface("en-US"), foreignInterface("ar"), foreignInterface("he")]).toEqual([
    undefined,
    undefined,
    "en",
  ]);
});

describe("en", () => {
  test("counts and joins", () => {
    expect([en.posts(1), en.posts(1500), en.list(["a", "b", "c"])]).toEqual(["1 post", "1,500 posts", "a, b and c"]);
  });

  test("shortens a span of days to what differs", () => {
    const days = (from: string, to: string) => en.days(localTime(at(from)), localTime(at(to)));
    expect(days("2024-05-16T12:00:00Z", "2024-05-16T13:00:00Z")).toBe("16 May 2024");
    expect(days("2024-05-16T12:00:00Z", "2024-05-17T13:00:00Z")).toBe("16–17 May 2024");
    expect(days("2024-05-31T12:00:00Z", "2024-06-01T13:00:00Z")).toBe("31 May – 1 June 2024");
    expect(days("2024-12-31T12:00:00Z", "2025-01-01T13:00:00Z")).toBe("31 December 2024 – 1 January 2025");
  });
});

describe("makeSite", () => {
  const site = siteOf([everything]);
  const times = (stream: (typeof site.newest)[number] | undefined) =>
    stream?.days.flatMap((day) => day.posts.map(({ post: one }) => `${one.time?.clock} ${one.time?.zone}`));

  test("keeps the posts of a night with two times 01:30 in order, and names both zones", () => {
    expect(times(site.newest[0])?.slice(0, 2)).toEqual(["01:30 GMT", "01:30 BST"]);
    expect(times(site.oldest[0])?.slice(-2)).toEqual(["01:30 BST", "01:30 GMT"]);
    expect(site.newest[0]?.page.zones).toBe("British Summer Time (BST) and Greenwich Mean Time (GMT)");
  });

  test("turns the stream round exactly", () => {
    const ids = (streams: typeof site.newest) =>
      streams[0]?.days.flatMap((day) => day.posts.map(({ post: one }) => one.id));
    expect(ids(site.newest)).toEqual(everything.posts.map(({ id }) => id));
    expect(ids(site.oldest)).toEqual(everything.posts.map(({ id }) => id).reverse());
  });

  test("leads from each post to its neighbours in time", () => {
    const page = site.posts.find(({ post: one }) => one.id === "p-night-1");
    expect([page?.earlier?.href, page?.later?.href]).toEqual(["../p-untimed/index.html", "../p-night-2/index.html"]);
    expect(site.posts[0]?.later).toBeUndefined();
    expect(site.posts.at(-1)?.earlier).toBeUndefined();
  });

  test("names a post without a headline by its first words", () => {
    const unnamed = siteOf([livePage([post("p1", { blocks: [] }), post("p2"), post("p3", { subheadline: "Below" })])]);
    expect(unnamed.posts.map(({ post: one }) => one.name)).toEqual(["Post", "Text of p2.", "Below"]);
  });

  test("says once for the page what was inferred of every time, and of a single time beside it", () => {
    const one = (id: string, inferred: readonly ("year" | "zone")[]) =>
      post(id, { published: at("2024-05-17T04:28:00+01:00"), inferred });
    const inferred = siteOf([livePage([one("p2", ["year", "zone"]), one("p1", ["year"])])]);
    expect(inferred.newest[0]?.page.zones).toBe("British Summer Time (BST), year inferred");
    expect(inferred.posts.map(({ post: each }) => each.inferred)).toEqual(["time zone inferred", undefined]);
  });

  test("names a silence between posts of one day", () => {
    const gaps = site.newest[0]?.days.flatMap((day) => day.posts.map(({ gap }) => gap));
    expect(gaps).toEqual([undefined, undefined, undefined, undefined, "6 hours without a post", undefined, undefined]);
  });

  test("lists live pages by their end, those without any time last", () => {
    const pages = [
      livePage([], { slug: "c", title: "C" }),
      livePage([post("p", { published: at("2020-01-01T00:00:00Z") })], { slug: "a", title: "A" }),
      livePage([post("p", { published: at("2021-01-01T00:00:00Z") })], { slug: "b", title: "B" }),
    ];
    expect(siteOf(pages).index.years.map(({ heading, pages }) => [heading, pages.map(({ href }) => href)])).toEqual([
      ["2021", ["b/index.html"]],
      ["2020", ["a/index.html"]],
      [undefined, ["c/index.html"]],
    ]);
  });

  test("names no absolute address unless the archive has one", () => {
    expect(site.newest[0]?.frame.canonical).toBeUndefined();
    const known = siteOf([everything], { url: "https://example.org/a/" });
    expect(known.newest[0]?.frame.canonical).toBe("https://example.org/a/river/");
    expect(known.oldest[0]?.frame.canonical).toBe("https://example.org/a/river/");
    expect(known.posts[0]?.frame.canonical).toBe("https://example.org/a/river/p-night-2/");
    expect(known.notFound.front).toBe("/a/index.html");
  });

  test("is the same twice", () => expect(JSON.stringify(siteOf([everything]))).toBe(JSON.stringify(site)));

  test("takes its description from the summary, else from the first post", () => {
    expect(site.newest[0]?.frame.description).toBe("First point");
    expect(siteOf([livePage([post("p1")])]).newest[0]?.frame.description).toBe("Text of p1.");
    expect(siteOf([livePage([])]).newest[0]?.frame.description).toBe("The river at Fenwick");
    expect(
      siteOf([livePage([post("p1", { blocks: [{ kind: "figure", file: "a", alt: "Seen", caption: words("Said") }] })])])
        .posts[0]?.frame.description,
    ).toBe("Said");
  });
});

test("pageSiteOf says of a page of many posts how much space they take, with their pictures, and of a short page nothing", () => {
  const bulkOf = (count: number, blocks: (index: number) => ReturnType<typeof post>["blocks"]) =>
    siteOf([livePage(Array.from({ length: count }, (_, n) => post(`p${n}`, { blocks: blocks(n) })))]).site.pages[0]!
      .newest.sizeClass;
  const text = (length: number) => [paragraph("x".repeat(length))];
  const figure = { kind: "figure", file: "mill.jpg", alt: "" } as const;
  expect(bulkOf(59, () => text(900))).toBeUndefined();
  expect(bulkOf(60, () => text(40))).toBe(0);
  expect(bulkOf(60, () => text(900))).toBe(3);
  expect(bulkOf(60, (n) => text(n % 2 === 0 ? 100 : 1100))).toBe(2);
  expect(bulkOf(60, () => text(9000))).toBe(6);
  expect(bulkOf(60, () => [...text(200), figure, figure])).toBe(4);
  expect(bulkOf(60, () => [...text(200), { ...figure, file: "gone.jpg" }])).toBe(1);
});
