/** The picture that other sites show beside a link: on which pages it is named, and how. */
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
  const print = (settings: Partial<ArchiveSettings>): ReadonlyMap<string, string> => {
    const { archive, site } = siteOf([event], settings);
    const own = [newest, oldest, onePost, gallery].flatMap((template) => site.pages.flatMap(template.pages));
    return new Map([...frontPage.pages(archive), ...own].map((page) => [page.path, page.print()]));
  };
  const cardOf = (pages: ReadonlyMap<string, string>, file: string) =>
    [...(pages.get(file) ?? "").matchAll(/<meta (?:property|name)="(?:og:image|twitter)[^>]*>/g)].join("\n");
  const pages = print({ url: "https://example.org/a/" });

  test.each(["river/index.html", "river/oldest.html", "river/gallery.html", "river/p2/index.html"])(
    "is on %s the first picture's crop, by its whole address",
    (file) => {
      expect(cardOf(pages, file)).toContain(
        '<meta property="og:image" content="https://example.org/a/pictures/aa-card-1200.jpg">',
      );
      expect(cardOf(pages, file)).toMatch(/width" content="1200">.*height" content="630">.*alt" content="A mill">/s);
      expect(cardOf(pages, file)).toContain('<meta name="twitter:card" content="summary_large_image">');
    },
  );

  test("is not there where a page has no picture, or the archive no address", () => {
    expect(cardOf(pages, "river/p1/index.html")).toBe("");
    expect(cardOf(pages, "index.html")).toBe("");
    expect(cardOf(print({}), "river/index.html")).toBe("");
  });
});
