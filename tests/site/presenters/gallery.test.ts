/** galleryView: which pictures it holds, in which order, and that its JSON changes with its print. */
import { describe, expect, test } from "vitest";
import type { Block } from "../../../src/model/block.ts";
import gallery from "../../../templates/gallery.11ty.ts";
import { at, everything, livePage, paragraph, post, siteOf, words } from "../sample.ts";

const figure = (file: string, over: object = {}): Block => ({ kind: "figure", file, alt: `Alt of ${file}`, ...over });
const galleryOf = (page: Parameters<typeof siteOf>[0][number]) => siteOf([page]).site.pages[0]?.gallery;
const printed = (page: Parameters<typeof siteOf>[0][number]) => gallery.pages(siteOf([page]).site.pages[0]!)[0]!;

describe("galleryView", () => {
  test("holds the pictures of the newest post first, within a post in its order, and no absent one", () => {
    const page = livePage([
      post("p2", { blocks: [figure("gone.jpg"), figure("mill.jpg", { alt: "Second" }), figure("mill.jpg")] }),
      post("p1", { blocks: [{ kind: "list", items: [[figure("mill.jpg", { alt: "In a list" })]] }] }),
    ]);
    expect(galleryOf(page)?.pictures.map(({ id, name }) => [id, name])).toEqual([
      ["picture_p2_2", "Second"],
      ["picture_p2_3", "Alt of mill.jpg"],
      ["picture_p1_1", "In a list"],
    ]);
  });

  test("is not there where the archive holds no picture, and then nothing leads to it", () => {
    const { site, newest } = siteOf([livePage([post("p1", { blocks: [figure("gone.jpg")] })])]);
    expect(site.pages[0]?.gallery).toBeUndefined();
    expect(newest[0]?.pictures).toBeUndefined();
    expect(gallery.pages(site.pages[0]!)).toEqual([]);
  });

  test("has as many pictures as the live page says, which shows three of them small", () => {
    const { site, newest, oldest } = siteOf([everything]);
    expect(site.pages[0]?.gallery?.pictures).toHaveLength(2);
    expect([newest[0]?.pictures?.count, oldest[0]?.pictures?.count]).toEqual([2, 2]);
    const many = siteOf([livePage([post("p1", { blocks: Array.from({ length: 5 }, () => figure("mill.jpg")) })])]);
    const way = many.newest[0]?.pictures;
    expect([way?.count, way?.first.length]).toEqual([5, 3]);
    expect(way?.first[0]?.html()).toContain('src="../pictures/aa-360.jpg"');
    expect(way?.first[0]?.html()).not.toContain("aa-1440");
  });

  test("names a picture by its caption where it has no description, and says that it has neither", () => {
    const pictures = galleryOf(
      livePage([
        post("p1", {
          blocks: [figure("mill.jpg", { alt: "", caption: words("A mill") }), figure("mill.jpg", { alt: "" })],
        }),
      ]),
    )?.pictures;
    expect(pictures?.map(({ name }) => name)).toEqual(["A mill", "Picture without a description"]);
  });

  test("leads from a caption into the live page", () => {
    const caption = [{ kind: "link" as const, href: "#p0", content: words("earlier") }];
    const page = livePage([post("p1", { blocks: [figure("mill.jpg", { caption })] }), post("p0")]);
    expect(galleryOf(page)?.pictures[0].captionHtml()).toContain('href="index.html#p0"');
  });

  test("loads the first row at once, the others and the large ones when they are seen", () => {
    const page = livePage([post("p1", { blocks: Array.from({ length: 5 }, () => figure("mill.jpg")) })]);
    const pictures = galleryOf(page)?.pictures ?? [];
    expect(pictures.map(({ smallHtml }) => smallHtml().includes('loading="lazy"'))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    for (const { largeHtml } of pictures) expect(largeHtml()).toMatch(/sizes="100vw".* loading="lazy"/);
  });

  test("changes its JSON with a picture's words and with its post, and not with a post without pictures", () => {
    const of = (caption: string, headline: string, other: string) =>
      printed(
        livePage([
          post("p2", { blocks: [paragraph(other)] }),
          post("p1", { headline, blocks: [figure("mill.jpg", { caption: words(caption) })] }),
        ]),
      );
    const first = of("A mill", "At the mill", "Rain");
    for (const changed of [of("The mill", "At the mill", "Rain"), of("A mill", "By the mill", "Rain")]) {
      expect(changed.json()).not.toBe(first.json());
      expect(changed.print()).not.toBe(first.print());
    }
    const same = of("A mill", "At the mill", "Sun");
    expect([same.json(), same.print()]).toEqual([first.json(), first.print()]);
  });
});

test("a picture large leads to its neighbours and back to its place, and no further than the ends", () => {
  const text = printed(
    livePage([
      post("p1", {
        published: at("2024-05-17T06:58:00Z"),
        blocks: [figure("mill.jpg"), figure("mill.jpg"), figure("mill.jpg")],
      }),
    ]),
  ).print();
  const ways = [...text.matchAll(/<section class="large"[^>]*>\n<p class="turn">(.*?)<\/p>/g)].map(([, links = ""]) =>
    [...links.matchAll(/class="(\w+)" href="#(\w+)"/g)].map(([, name, to]) => `${name} ${to}`),
  );
  expect(ways).toEqual([
    ["next picture_p1_2", "close tile_p1_1"],
    ["prev picture_p1_1", "next picture_p1_3", "close tile_p1_2"],
    ["prev picture_p1_2", "close tile_p1_3"],
  ]);
});
