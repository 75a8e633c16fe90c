/** Cards hold what they show and nothing else, so that no other change draws them again. */
import { expect, test } from "vitest";
import { archiveCard } from "../../../src/site/cards/archive-card.ts";
import { chooseCard, isCardPath } from "../../../src/site/cards/card.ts";
import { at, livePage, paragraph, post, siteOf } from "../sample.ts";

const archive = { title: "Archive", language: "en-GB", noindex: false, about: [] };
const settings = { url: "https://example.org/a/" };
const posts = ["02:10", "02:20", "02:30"]
  .map((clock, index) => post(`p-${index}`, { published: at(`2024-05-17T${clock}:00+01:00`) }))
  .reverse();
const cardOf = (...given: Parameters<typeof livePage>) => siteOf([livePage(...given)], settings).site.pages[0]?.card;

test("pageCard shows a live page's publisher, title, days, extent and strip", () => {
  const card = cardOf(posts, { publisher: "The Courier" });
  expect(card).toMatchObject({
    path: "river/card.png",
    over: "The Courier",
    title: "The river at Fenwick",
    time: "17 May 2024",
    facts: "3 posts",
    direction: "ltr",
  });
  expect(card?.strip?.bars).toHaveLength(3);
  expect(cardOf(posts)?.over).toBe("River Archive");
});

test("pageCard is the same after an edit of what it does not show", () => {
  const [newest, ...others] = posts;
  const edited = post("p-other-id", { ...newest!, headline: "Another headline", blocks: [paragraph("Other words.")] });
  const one = cardOf(posts);
  expect(cardOf([{ ...edited, id: "p-new-id" }, ...others], { summary: [paragraph("A point")], note: [] })).toEqual(
    one,
  );
  expect(cardOf(others)).not.toEqual(one);
});

test("pageCard holds no more of a title than a card has room for", () => {
  const long = "A long title ".repeat(1000);
  expect(cardOf(posts, { title: long })?.title.length).toBeLessThanOrEqual(301);
  expect(cardOf(posts, { title: `${long} and more` })).toEqual(cardOf(posts, { title: long }));
});

const named = (card: ReturnType<typeof cardOf>, ownFiles: readonly string[] = []) =>
  chooseCard({ cards: true, ownFiles: new Set(ownFiles) }, { ...settings, ...archive }, () => card!);

test("chooseCard names nothing that another post of the live page would change", () => {
  const [, ...others] = posts;
  const [one, more] = [cardOf(others), cardOf(posts)];
  expect(named(one)?.named).toEqual(named(more)?.named);
  expect(named(more)).toEqual({
    named: {
      href: "river/card.png",
      size: { width: 1200, height: 630 },
      type: "image/png",
      alt: "The river at Fenwick",
    },
    drawn: more,
  });
});

test("chooseCard takes a card of the archive's own, whose size it does not know, and has none drawn", () => {
  const card = cardOf(posts);
  expect(named(card, ["river/card.png"])).toEqual({
    named: { href: "river/card.png", type: "image/png", alt: "The river at Fenwick" },
  });
  expect(named(card, ["card.png", "mill/card.png"])?.drawn).toBe(card);
});

test("archiveCard shows the archive's title, what it says of itself, and how many live pages it has", () => {
  const own = { title: "Archive", language: "ar", noindex: false, about: [paragraph("What it holds.")] };
  expect(archiveCard(own, 12, [])).toMatchObject({
    path: "card.png",
    title: "Archive",
    lead: "What it holds.",
    direction: "rtl",
    time: "",
  });
});

test("isCardPath knows the cards of a site from its pictures", () => {
  const files = ["card.png", "river/card.png", "pictures/aa-card-1200.jpg", "river/postcard.png", "river/media/a.png"];
  expect(files.map(isCardPath)).toEqual([true, true, false, false, false]);
});
