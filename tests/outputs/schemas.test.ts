/** faultsBySchema: accepts examples of the standards and rejects what they forbid. */
import { describe, expect, test } from "vitest";
import { faultsBySchema } from "./schemas.ts";

const declared = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A feed with each element of Atom. */
const feed = `${declared}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xmlns:x="urn:x">
<link href="https://example.org/" hreflang="en-GB" type="text/html"/><id>tag:example.org,2024:a</id><title type="text">Tides</title>
<subtitle type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">High <b class="a">and</b> low</div></subtitle>
<updated>2024-05-17T02:37:00.25Z</updated><author><name>A desk</name><uri>https://example.org/</uri><email>a@example.org</email></author>
<generator uri="https://example.org/" version="1">A program</generator><icon>a.png</icon><logo>b.png</logo><rights>None</rights>
<category term="a" scheme="urn:a" label="A"/><contributor><name>Bo</name></contributor><x:more of="less">and <x:more/></x:more>
<entry><title type="html">&lt;b&gt;High&lt;/b&gt;</title><id>urn:1</id><updated>2024-05-17T02:37:00+01:00</updated>
<published>2024-05-17T02:37:00-11:30</published><content type="image/png" src="a.png"/><summary>High</summary>
<source><id>urn:0</id><title>Tides</title><updated>2024-05-17T02:37:00Z</updated></source></entry>
<entry><id>urn:2</id><title/><updated>2024-05-17T02:37:00Z</updated><content type="text/xml"><a xmlns="">b</a></content></entry>
</feed>`;

const sitemap = `${declared}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.org/</loc><lastmod>2024-05-17</lastmod><changefreq>never</changefreq><priority>0.8</priority></url>
<url><loc>https://example.org/a/</loc><lastmod>2024-05-17T03:00:00+01:00</lastmod></url>
</urlset>`;

const index = `${declared}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://example.org/sitemap.xml</loc><lastmod>2024-05-17T03:00:00.5Z</lastmod></sitemap>
</sitemapindex>`;

describe("faultsBySchema of Atom", () => {
  test("accepts all elements of RFC 4287", () => expect(faultsBySchema("atom", feed)).toEqual([]));

  test.each([
    ["a feed that is not closed", /<\/feed>/, ""],
    ["a feed without its id", /<id>tag.*?<\/id>/, ""],
    ["two titles", /<subtitle/, "<title>Again</title><subtitle"],
    ["an entry without its time", /<updated>2024-05-17T02:37:00\+01:00<\/updated>/, ""],
    [
      "an entry before the head's end",
      /<rights>/,
      "<entry><id>urn:3</id><title/><updated>2024-05-17T02:37:00Z</updated></entry><rights>",
    ],
    ["a time without a zone", /<published>[^<]*/, "<published>2024-05-17T02:37:00"],
    ["a time that never was", /<published>[^<]*/, "<published>2024-02-30T02:37:00Z"],
    ["a day without its time", /<published>[^<]*/, "<published>2024-05-17Z"],
    ["a person without a name", /<name>Bo<\/name>/, ""],
    ["a letterbox that is none", /a@example\.org/, "example.org"],
    ["a link that leads nowhere", / href="[^"]*"/, ""],
    ["a type that is none", /type="text\/html"/, 'type="html"'],
    ["a language that is none", /hreflang="[^"]*"/, 'hreflang="English, British"'],
    ["a category without its word", / term="a"/, ""],
    ["an element of Atom's that is unknown", /<icon>/, "<pubDate/><icon>"],
    ["an attribute that is unknown", /<feed /, '<feed version="1" '],
    ["an element in a plain text", /<rights>/, "<rights><b/>"],
    ["a text in XHTML without its div", /<div[^>]*>(.*?)<\/div>/, "$1"],
    ["a picture that is also a text", /src="a.png"\/>/, 'src="a.png">a</content>'],
    ["another namespace", /2005\/Atom/, "2006/Atom"],
  ])("refuses %s", (_, from, to) => {
    const broken = feed.replace(from, to);
    expect(broken).not.toBe(feed);
    expect(faultsBySchema("atom", broken)).not.toEqual([]);
  });
});

describe("faultsBySchema of sitemaps", () => {
  test.each([
    ["a sitemap", sitemap],
    ["an index", index],
  ])("takes %s", (_, text) => expect(faultsBySchema("sitemap", text)).toEqual([]));

  test.each([
    ["a sitemap without any place", sitemap, /<url>[\s\S]*<\/url>/, ""],
    ["an index without any sitemap", index, /<sitemap>[\s\S]*<\/sitemap>/, ""],
    ["a place without its address", sitemap, /<loc>.*?<\/loc>/, ""],
    ["half an address", sitemap, /<loc>[^<]*/, "<loc>river/index.html"],
    ["an address that is too long", sitemap, /example\.org\/</, `example.org/${"a".repeat(2048)}<`],
    ["a time without a zone", sitemap, /\+01:00/, ""],
    ["a day that never was", sitemap, /05-17</, "02-30<"],
    ["a time before the address", sitemap, /(<loc>.*?<\/loc>)(<lastmod>.*?<\/lastmod>)/, "$2$1"],
    ["a sitemap in a sitemap", sitemap, /url>/g, "sitemap>"],
    ["an element that is unknown", index, /<\/sitemap>/, "<title/></sitemap>"],
    ["another namespace", index, /0\.9/, "0.84"],
  ])("refuses %s", (_, whole, from, to) => {
    const broken = whole.replace(from, to);
    expect(broken).not.toBe(whole);
    expect(faultsBySchema("sitemap", broken)).not.toEqual([]);
  });
});
