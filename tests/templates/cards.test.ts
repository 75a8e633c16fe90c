/** Cards in the heads of pages: which pages name one, and how. */
import { describe, expect, test } from "vitest";
import type { ArchiveSettings } from "../../src/model/live-page.ts";
import gallery from "../../templates/gallery.11ty.ts";
import frontPage from "../../templates/index.11ty.ts";
import newest from "../../templates/live-page.11ty.ts";
import oldest from "../../templates/oldest.11ty.ts";
import onePost from "../../templates/post.11ty.ts";
import { livePage, post, siteOf } from "../site/sample.ts";

describe("the card of a page", () => {
  const figure = (file: string) => ({ kind: "figure" as const, file, alt: "A mill" });
  const event = livePage([post("p2", { blocks: [figure("gone.jpg"), figure("mill.jpg")] }), post("p1")]);
  const print = (settings: Partial<ArchiveSettings>, cards = true): ReadonlyMap<string, string> => {
    const { archive, site } = siteOf([event], settings, { cards });
    const own = [newest, oldest, onePost, gallery].flatMap((template) => site.pages.flatMap(template.pages));
    return new Map([...frontPage.pages(archive), ...own].map((page) => [page.path, page.print()]));
  };
  const cardOf = (pages: ReadonlyMap<string, string>, file: string) =>
    [...(pages.get(file) ?? "").matchAll(/<meta (?:property|name)="(?:og:image|twitter)[^>]*>/g)].join("\n");
  const pages = print({ url: "https://example.org/a/" });

  test.each(["river/gallery.html", "river/p2/index.html"])(
    "is on %s the first picture's crop, by its whole address",
    (file) => {
      expect(cardOf(pages, file)).toContain(
        '<meta property="og:image" content="https://example.org/a/pictures/aa-card-1200.jpg">',
      );
      expect(cardOf(pages, file)).toContain('<meta property="og:image:type" content="image/jpeg">');
      expect(cardOf(pages, file)).toMatch(/width" content="1200">.*height" content="630">.*alt" content="A mill">/s);
      expect(cardOf(pages, file)).toContain('<meta name="twitter:card" content="summary_large_image">');
    },
  );

  test.each([
    ["river/index.html", "river/card.png", "The river at Fenwick"],
    ["river/oldest.html", "river/card.png", "The river at Fenwick"],
    ["river/p1/index.html", "river/card.png", "The river at Fenwick"],
    ["index.html", "card.png", "River Archive"],
  ])("is on %s the drawn one, %s, by its whole address", (file, card, alt) => {
    expect(cardOf(pages, file)).toContain(`<meta property="og:image" content="https://example.org/a/${card}">`);
    expect(cardOf(pages, file)).toContain('<meta property="og:image:type" content="image/png">');
    expect(cardOf(pages, file)).toMatch(/width" content="1200">.*height" content="630">/s);
    expect(cardOf(pages, file)).toContain(`<meta property="og:image:alt" content="${alt}">`);
  });

  test("is not there where the archive has no address, nor on the page for what is not found", () => {
    const without = print({});
    for (const file of without.keys()) expect(cardOf(without, file)).toBe("");
    const { notFound } = siteOf([event], { url: "https://example.org/a/" });
    expect(notFound.frame.card).toBeUndefined();
  });

  test("is the first picture's crop or none where no cards are drawn", () => {
    const drawnNone = print({ url: "https://example.org/a/" }, false);
    expect(cardOf(drawnNone, "river/index.html")).toContain("pictures/aa-card-1200.jpg");
    for (const file of ["river/p1/index.html", "index.html"]) expect(cardOf(drawnNone, file)).toBe("");
  });

  test("is drawn for a template whose pages name it, and the package's own say so", () => {
    const templates = { gallery, frontPage, newest, oldest, onePost };
    expect(Object.entries(templates).flatMap(([name, { cards }]) => (cards ? [name] : []))).toEqual([
      "frontPage",
      "newest",
      "oldest",
      "onePost",
    ]);
  });
});
