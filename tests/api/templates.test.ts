import { expect, test } from "vitest";
import { defineTemplate, html } from "../../src/api/templates.ts";

test("defineTemplate and html of afterlive/templates make a template that escapes what it is given", () => {
  const names = defineTemplate({
    name: "names",
    of: "live page",
    views: (site) => [{ slug: site.page.slug }],
    path: ({ slug }) => `${slug}/names.html`,
    render: ({ slug }) => html`<p>${slug}</p>`,
  });
  const [page] = names.pages({ page: { slug: "a<b" } } as never);
  expect([page!.path, page!.print()]).toEqual(["a<b/names.html", "<p>a&lt;b</p>"]);
});
