/** Links, frames, recordings and pictures in HTML in data that are addressed within the site of the page. */
import { expect, test } from "vitest";
import { importerFor } from "../../src/importers/registry.ts";
import { printBlocks } from "../../src/markdown/print.ts";

const html =
  '<p>The ferry <a href="/plan">plan</a>, <a href="../tides.html">tides</a>, <a href="//e.example.org/x">x</a>, <a href="#top">top</a>.</p><img src="img/pier.jpg" alt="The pier"><video src="/v/tug.mp4"></video>';

const forms: Readonly<Record<string, (address: string | undefined) => object>> = {
  "JSON-LD": (url) => ({
    "@type": "LiveBlogPosting",
    headline: "A page",
    url,
    liveBlogUpdate: [
      { "@type": "BlogPosting", headline: "One", datePublished: "2024-05-17T10:00:00+01:00", articleBody: html },
      { "@type": "BlogPosting", headline: "Two", datePublished: "2024-05-17T09:00:00+01:00", articleBody: "Words" },
    ],
  }),
  "JSON-LD whose page is its main entity": (url) => ({
    "@type": "LiveBlogPosting",
    headline: "A page",
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    liveBlogUpdate: [
      { "@type": "BlogPosting", headline: "One", datePublished: "2024-05-17T10:00:00+01:00", articleBody: html },
    ],
  }),
  "a list of WordPress": (url) => ({
    entries: [{ id: 1, type: "new", entry_time: 1715936400, html, share_link: url && `${url}#1` }],
  }),
  "a blog of Superdesk": (url) => ({
    blog: { title: "A page", blog_preferences: {}, public_url: url },
    _items: [
      {
        _id: "urn:1",
        published_date: "2024-05-17T08:22:07+00:00",
        groups: [{ id: "main", refs: [{ item: { item_type: "text", text: html } }] }],
      },
    ],
  }),
  "an event of 24liveblog": (url) => ({
    event: { eid: "1", title: "A page", url },
    news: [{ nid: "2", eid: "1", contents: html, created: 1715940900 }],
  }),
};
const address = "https://news.example.org/live/page";

function read(form: (address: string | undefined) => object, own: string | undefined, told?: string) {
  const text = JSON.stringify(form(own));
  const reading = importerFor(text)!.read(text, {
    file: "data.json",
    zone: "Europe/London",
    ...(told !== undefined && { address: told }),
  });
  return {
    markdown: printBlocks(reading.posts[0]!.blocks),
    pictures: [...(reading.pictures ?? new Map()).values()].flat(),
    said: reading.problems.map(({ message }) => message).join("\n"),
  };
}

test.for(Object.entries(forms))("Addresses within the site in %s lead from where the page is", ([, form]) => {
  for (const found of [read(form, address), read(form, undefined, address)]) {
    expect(found.markdown).toContain("[plan](https://news.example.org/plan)");
    expect(found.markdown).toContain("[tides](https://news.example.org/tides.html)");
    expect(found.markdown).toContain("[x](https://e.example.org/x)");
    expect(found.markdown).toContain("https://news.example.org/v/tug.mp4");
    expect(found.pictures).toEqual(["img/pier.jpg", "https://news.example.org/live/img/pier.jpg"]);
    expect(found.said).not.toContain("within");
  }
});

test.for(Object.entries(forms))("Addresses within the site in %s are counted where no site is known", ([, form]) => {
  const { said, markdown } = read(form, undefined);
  expect(said).toContain("2 links, 1 recording and 1 picture lead to addresses within their site");
  expect(markdown).toContain("[x](https://e.example.org/x)");
});

test("Addresses within the site in the Guardian's data lead from the page, or from the Guardian", () => {
  const data = (webURL?: string) => ({
    headline: "A page",
    webURL,
    blocks: [{ id: "6030", blockFirstPublished: 1715940000000, elements: [{ _type: "model.TextBlockElement", html }] }],
  });
  const page = "https://www.theguardian.com/world/live/2024/page";
  expect(read(() => data(page), undefined).markdown).toContain("(https://www.theguardian.com/world/live/tides.html)");
  expect(read(() => data(), undefined).markdown).toContain("[plan](https://www.theguardian.com/plan)");
});
