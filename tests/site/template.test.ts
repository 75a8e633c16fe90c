/** defineTemplate: one definition for Eleventy and for direct calls. */
import { describe, expect, test } from "vitest";
import { html } from "../../src/base/html.ts";
import { defineTemplate } from "../../src/site/template.ts";
import { everything, siteOf } from "./sample.ts";

describe("defineTemplate", () => {
  const { site } = siteOf([everything]);
  const template = defineTemplate({
    name: "post in brief",
    of: "live page",
    views: ({ posts }) => posts,
    path: ({ post }) => `brief/${post.id}.html`,
    render: ({ post }) => html`<p>${post.name} & more</p>`,
  });

  test("prints for Eleventy what it prints directly", () => {
    const paths = template.data.pagination.before([], { site });
    const pages = site.pages.flatMap((page) => template.pages(page));
    expect(paths).toEqual(pages.map(({ path }) => path));
    for (const page of pages) {
      const data = { site, pagePath: page.path };
      expect(template.render(data)).toBe(page.print());
      expect(template.data.permalink(data)).toBe(page.path);
    }
    expect(template.render({ site, pagePath: "brief/p-night-1.html" })).toBe("<p>Half past one & more</p>");
  });

  test("refuses a page that it does not have", () => {
    const missing = () => template.render({ site, pagePath: "x.html" });
    expect(missing).toThrow('Cannot print "x.html": the template "post in brief" has no such page');
  });
});
