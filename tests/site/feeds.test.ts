/** Feeds of all kinds of archives follow their standards; and the rules of these tests find feeds that do not. */
import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { archiveOutputs, pageOutputs } from "../../src/site/files/outputs.ts";
import { faultsOfAtom } from "../outputs/atom-rules.ts";
import { faultsOfJsonFeed } from "../outputs/json-feed-rules.ts";
import { faultsBySchema } from "../outputs/schemas.ts";
import { childrenOf, parseXml, textOf } from "../outputs/xml.ts";
import { archives } from "../templates/archives.ts";
import { at, everything, livePage, post, siteOf } from "./sample.ts";

const url = "https://example.org/a/";

const feedsOf = ({ archive, site }: ReturnType<typeof siteOf>) => {
  const views = [...archiveOutputs(archive), ...site.pages.flatMap(pageOutputs)];
  const texts = (name: string) => views.filter(({ path }) => path.endsWith(name)).map(({ text }) => text());
  return { atom: texts("feed.xml"), json: texts("feed.json") };
};

/** True for HTML that a parser accepts without corrections. */
function faultsOfHtml(text: string): readonly string[] {
  const faults: string[] = [];
  parseFragment(text, { onParseError: ({ code }) => faults.push(code) });
  return faults;
}

describe.each([...archives, ["everything, with an address", siteOf([everything], { url })] as const])(
  "the feeds of %s",
  (_, given) => {
    const { atom, json } = feedsOf(given);

    test("are one of each kind for the archive and for each live page", () => {
      expect([atom.length, json.length]).toEqual([given.site.pages.length + 1, given.site.pages.length + 1]);
    });

    test("are what RFC 4287 and JSON Feed 1.1 ask for", () => {
      for (const text of atom) expect([...faultsOfAtom(parseXml(text)), ...faultsBySchema("atom", text)]).toEqual([]);
      for (const text of json) expect(faultsOfJsonFeed(JSON.parse(text))).toEqual([]);
    });

    test("say the same of each post, in HTML that needs no mending", () => {
      for (const [index, text] of atom.entries()) {
        const posts = childrenOf(parseXml(text), "entry");
        const { items } = JSON.parse(json[index]!);
        expect(posts.map((one) => textOf(one, "id"))).toEqual(items.map(({ id }: { id: string }) => id));
        for (const one of posts) expect(faultsOfHtml(textOf(one, "content")!)).toEqual([]);
        // JSON keeps characters that XML cannot hold.
        expect(posts.map((one) => textOf(one, "published"))).toEqual(
          items.map((item: { date_published?: string }) => item.date_published),
        );
      }
    });
  },
);

describe("the feeds of an archive in several languages", () => {
  const published = at("2024-05-17T06:58:00Z", "UTC");
  const pages = ["ar", "en-GB", "az-Arab", "fr"].map((language) =>
    livePage([post("p1", { published })], { language, slug: language.toLowerCase(), rights: `Rights of ${language}` }),
  );
  const { archive, site } = siteOf(pages, { url, rights: "Ours" });
  const textAt = (views: ReturnType<typeof archiveOutputs>, path: string) =>
    views.find((view) => view.path === path)!.text();
  const own = archiveOutputs(archive);

  test("name the language of each post that is not the archive's, and of what each link leads to", () => {
    const posts = childrenOf(parseXml(textAt(own, "feed.xml")), "entry");
    const languages = posts.map((one) => textOf(one, "id")!.slice(url.length).split("/")[0]!);
    const spelt = (slug: string) => pages.find((page) => page.slug === slug)!.language;
    expect(posts.map(({ attributes }) => attributes["xml:lang"])).toEqual(
      languages.map((slug) => (slug === "en-gb" ? undefined : spelt(slug))),
    );
    expect(posts.map((one) => childrenOf(one, "link")[0]!.attributes.hreflang)).toEqual(languages.map(spelt));
    const { items } = JSON.parse(textAt(own, "feed.json"));
    expect(items.map(({ language }: { language?: string }) => language)).toEqual(
      posts.map(({ attributes }) => attributes["xml:lang"]),
    );
  });

  test("set texts that run from the right from the right, and no others", () => {
    for (const page of site.pages) {
      const { items } = JSON.parse(textAt(pageOutputs(page), `${page.page.slug}/feed.json`));
      const { language, direction } = page.page;
      const body = items[0].content_html as string;
      expect(body.startsWith(`<div lang="${language}" dir="rtl">`), language).toBe(direction === "rtl");
      expect(body.endsWith("</div>"), language).toBe(direction === "rtl");
      expect(body).toContain("<p>Text of p1.</p>");
    }
    expect(site.pages.filter(({ page }) => page.direction === "rtl")).toHaveLength(2);
  });

  test("name the rights of the live page", () => {
    expect(textOf(parseXml(textAt(own, "feed.xml")), "rights")).toBe("Ours");
    for (const page of site.pages)
      expect(textOf(parseXml(textAt(pageOutputs(page), `${page.page.slug}/feed.xml`)), "rights")).toBe(
        page.page.rights,
      );
  });
});

describe("the rules of feeds", () => {
  const { atom, json } = feedsOf(siteOf([everything], { url }));
  const feed = atom[1]!;

  test.each([
    ["an entry without its id", /<entry>\n<id>.*?<\/id>/, "<entry>"],
    ["an entry without its title", /(<entry>\n<id>.*?<\/id>\n)<title>.*?<\/title>/, "$1"],
    ["an id twice", /(<entry>\n<id>)[^<]*(<\/id>[\s\S]*?<entry>\n<id>)([^<]*)/, "$1$3$2$3"],
    ["a feed without its time", /<updated>.*?<\/updated>\n/, ""],
    ["a time without a zone", /(<published>[^<+]*)\+\d\d:\d\d/, "$1"],
    ["an id that is no address", /<id>https:\/\/[^<]*/, "<id>river"],
    ["an author without a name", /<name>[^<]*<\/name>/, ""],
    ["an element that is unknown", /<generator>/, "<pubDate></pubDate><generator>"],
    ["an attribute that is unknown", /<feed /, '<feed version="1" '],
    ["a link that leads nowhere", / href="[^"]*"/, ""],
    ["a content type that is none", /<content type="html">/, '<content type="markdown">'],
    ["another namespace", /2005\/Atom/, "2006/Atom"],
    ["a language that is none", /xml:lang="[^"]*"/, 'xml:lang="English, British"'],
    ["a link twice", /(<link rel="alternate"[^>]*\/>)/, "$1$1"],
  ])("of Atom refuse %s", (_, from, to) => {
    const broken = feed.replace(from, to);
    expect(broken).not.toBe(feed);
    expect(faultsOfAtom(parseXml(broken))).not.toEqual([]);
  });

  test.each([
    ["without its version", { version: undefined }],
    ["of another version", { version: "https://jsonfeed.org/version/1" }],
    ["with half an address", { feed_url: "feed.json" }],
    ["with a key that is unknown", { author: { name: "Desk" } }],
    ["with an item without an id", { items: [{ content_html: "" }] }],
    ["with an item without a text", { items: [{ id: "a" }] }],
    [
      "with an id twice",
      {
        items: [
          { id: "a", content_html: "" },
          { id: "a", content_html: "" },
        ],
      },
    ],
    ["with a time without a zone", { items: [{ id: "a", content_html: "", date_published: "2024-05-17T02:00:00" }] }],
  ])("of JSON Feed refuse one %s", (_, over) => {
    const whole = JSON.parse(json[1]!);
    expect(faultsOfJsonFeed(whole)).toEqual([]);
    expect(faultsOfJsonFeed({ ...whole, ...over })).not.toEqual([]);
  });
});
