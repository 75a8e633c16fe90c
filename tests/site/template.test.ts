/** defineTemplate: from views to pages that are ready to be printed. */
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

  test("has the pages of its views, each ready to be printed", () => {
    const pages = site.pages.flatMap((page) => template.pages(page));
    expect(pages.map(({ path }) => path)).toContain("brief/p-night-1.html");
    expect(pages.find(({ path }) => path === "brief/p-night-1.html")?.print()).toBe("<p>Half past one & more</p>");
  });

  test("refuses a definition that lacks a function, before there is anything to print", () => {
    const whole = {
      name: "brief",
      of: "archive",
      views: () => [],
      path: () => "brief.html",
      render: () => "",
    } as const;
    for (const key of ["views", "path", "render"])
      expect(() => defineTemplate({ ...whole, [key]: undefined })).toThrow(`expected "${key}" to be a function`);
    expect(() => defineTemplate({ ...whole, of: "post" as "archive" })).toThrow(/^expected "of" to be/);
  });
});
