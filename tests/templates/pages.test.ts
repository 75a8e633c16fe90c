/** Templates print whole, valid, escaped documents, with links that resolve from their folder. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { stringsFor } from "../../src/site/i18n/language.ts";
import newest from "../../templates/live-page.11ty.ts";
import { translatedTags } from "../site/i18n/interface-tags.ts";
import { at, livePage, paragraph, post, siteOf, words } from "../site/sample.ts";
import { archives, beside, print, withoutOurScript } from "./archives.ts";

const kinds = archives.map(([name, archive]) => [name, print(archive), beside(archive)] as const);

describe.each(kinds)("the pages of %s", (_, pages, files) => {
  test("leave html-validate nothing to say", { timeout: 120_000 }, async () => {
    // The short suite takes some pages of a large archive.
    const some = [...pages].filter((_one, index) => process.env.AFTERLIVE_LONG || pages.size < 30 || index % 4 === 0);
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      // The title holds the headline, which may be long.
      rules: { "long-title": "off" },
    });
    for (const [file, text] of some) {
      const report = await validator.validateString(text, file);
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map((one) => `${file}:${one.line} ${one.ruleId} ${one.message}`),
        ),
      ).toEqual([]);
    }
  });

  test("lead nowhere but to pages and ids that exist, by relative links that name files", () => {
    for (const [file, text] of pages) {
      for (const [link, href = ""] of text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
        // A data URL is a file to download.
        if (
          /^<a download="[a-z0-9-]+\.(?:bib|ris|json)" href="data:application\/[a-z+.-]+;charset=utf-8,[^"&<>\s]*"$/.test(
            link,
          )
        )
          continue;
        // A mail without a receiver: its subject, and a text with the post's address.
        const letter =
          /^mailto:\?subject=[^"&<>\s]+&amp;body=[^"&<>\s]+%0D%0Ahttps%3A%2F%2Fexample\.org%2Fa%2F([^"&<>\s]+)$/.exec(
            href,
          );
        if (letter !== null) {
          expect(`${decodeURIComponent(letter[1] ?? "")}index.html`).toBe(file);
          continue;
        }
        if (/^https:\/\/example\.org\//.test(href) || (file === "404.html" && href === "/a/index.html")) continue;
        const [name = "", id] = href.split("#");
        const target = name === "" ? file : path.posix.join(path.posix.dirname(file), name);
        expect([...pages.keys(), ...files], `${file}: ${href}`).toContain(target);
        if (id !== undefined) expect(pages.get(target), `${file}: ${href}`).toContain(` id="${id}"`);
      }
    }
  });

  test("name the icons of the site, from their depth; 404.html, which does not know its own, has an empty icon", () => {
    for (const [file, text] of pages) {
      const named = [...text.matchAll(/<link rel="(?:icon|apple-touch-icon)" href="([^"]*)"/g)].map(
        ([, href = ""]) => href,
      );
      if (file === "404.html") {
        expect(named).toEqual(["data:,"]);
        continue;
      }
      const icons = named.map((href) => path.posix.join(path.posix.dirname(file), href));
      expect(icons, file).toEqual(["favicon.ico", "favicon.svg", "apple-touch-icon.png"]);
      for (const icon of icons) expect(existsSync(path.resolve("public", icon)), icon).toBe(true);
    }
  });

  test("have each id once, a policy, and no style, script or handler of anyone's", () => {
    for (const [file, text] of pages) {
      const ids = [...text.matchAll(/<[^>]* id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, file).toBe(ids.length);
      expect(text, file).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
      const names = withoutOurScript(text).replace(/"[^"]*"/g, '""');
      expect(names, file).not.toMatch(/<script|<img src=x|<[^>]+\s(?:style|onerror)=|<@/);
      expect(text, file).not.toContain("unsafe");
    }
  });

  test("load only files of their own folder", () => {
    for (const [file, text] of pages) {
      const loaded = [...text.matchAll(/<(?:img|source|link)[^>]*? (?:src|srcset|href)="([^"]*)"/g)].map(
        ([, to]) => to ?? "",
      );
      const outside = loaded.filter(
        (to) => /^(?:[a-z]+:|\/)/.test(to) && to !== "data:," && !to.startsWith("https://example.org/a/"),
      );
      expect(outside, file).toEqual([]);
      const depth = file.split("/").length - 1;
      for (const to of loaded.filter((one) => /pictures|style\.css|favicon/.test(one))) {
        expect(to.startsWith("../".repeat(depth)) && !to.startsWith("../".repeat(depth + 1)), `${file}: ${to}`).toBe(
          true,
        );
      }
    }
  });
});

const page = (name: string) => kinds[0]?.[1].get(name) ?? "";
const plain = (text: string) => text.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

describe("live page", () => {
  const text = page("river/index.html");

  test("says what became of it, with dates of the content only", () => {
    const facts = plain(/<dl class="facts">.*?<\/dl>/s.exec(text)?.[0] ?? "");
    expect(facts).toContain("Ended 7 posts");
    expect(facts).toContain("Covers 26 October 2024, 14:59 BST – 27 October 2024, 01:30 GMT");
    expect(facts).toContain("Archived 28 October 2024");
    expect(plain(text)).toContain("Archived28 October 2024, 06:00 GMT");
    expect(text).toContain('<a href="https://example.org/live" rel="noopener external">Example Wire</a>');
  });

  test("has one heading a post, which holds time, label, headline and byline", () => {
    const headings = [...text.matchAll(/<h3>(.*?)<\/h3>/gs)].map(([, inner]) => plain(inner ?? "").trim());
    expect(headings).toHaveLength(7);
    expect(headings[3]).toBe("21:40 BST 90&#39;+3 mins Analysis A goal Jo Farrow, Rivers Weather desk");
    expect(headings[0]).toBe("01:30 GMT Breaking Half past one, again");
    expect(headings[2]).toBe("Time unknown Nobody timed this");
  });

  test("has its permalink on the time, and the time in full for machines", () => {
    expect(text).toContain('<a href="p-night-1/index.html"><time datetime="2024-10-27T01:30:00+01:00">');
  });

  test("ranks inner headings below the post's", () => expect(text).toContain("<h4>An inner heading</h4>"));

  test("says once what alt and caption both say, and frames what is not here", () => {
    expect(text).toMatch(/width="1440" height="720" alt="A mill"/);
    expect(text).toMatch(/width="1440" height="720" alt=""[^>]*>.*?<span class="caption">The mill</s);
    expect(text).toContain('<p class="kind">Picture not in this archive</p><p>Two dogs</p>');
  });

  test("leads from each picture to where it is seen large, by its number among all of the post", () => {
    const ways = [...text.matchAll(/<a class="enlarge" href="([^"]*)"(?: aria-label="([^"]*)")?>/g)];
    expect(ways.map(([, href, name]) => [href, name])).toEqual([
      ["gallery.html#picture_p-figures_1", undefined],
      // Without an alt text, the picture gives the link no name.
      ["gallery.html#picture_p-figures_2", "Enlarge the picture: The mill"],
    ]);
    expect(page("river/p-figures/index.html")).toContain('href="../gallery.html#picture_p-figures_2"');
  });

  test("leads to the gallery by small pictures, and says how many there are", () => {
    const way = /<p class="pictures">(<a href="gallery.html">.*?<\/a>)<\/p>/s.exec(text)?.[1] ?? "";
    expect(way.match(/ alt="" /g)).toHaveLength(2);
    expect(plain(way)).toBe("2 pictures");
  });

  test("loads its pictures when they come near, a post's own page its first at once", () => {
    expect(text.match(/loading="lazy"/g)).toHaveLength(5);
    expect(text).not.toContain("fetchpriority");
    const alone = page("river/p-figures/index.html");
    expect(alone.match(/fetchpriority="high"/g)).toHaveLength(1);
    expect(alone.match(/loading="lazy"/g)).toHaveLength(1);
  });

  test("offers the other order", () => {
    expect(text).toContain('<span aria-current="true">Newest first</span>');
    expect(page("river/oldest.html")).toContain('<a href="index.html">Newest first</a>');
  });

  test("of twenty posts with pictures stays light", () => {
    const posts = Array.from({ length: 20 }, (_, index) =>
      post(`p${20 - index}`, {
        published: at(`2024-05-17T${String(23 - index).padStart(2, "0")}:00:00+01:00`),
        headline: `Gauge ${index}`,
        blocks: [{ kind: "figure", file: "mill.jpg", alt: `Picture ${index}`, caption: words(`Caption ${index}`) }],
      }),
    );
    const [stream] = newest.pages(siteOf([livePage(posts)]).site.pages[0]!);
    const weight = gzipSync(stream!.print(), { level: 9 }).length;
    // The rest of 23 KB is for the words and the style sheet.
    expect(weight).toBeLessThan(3.8 * 1024);
  });
});

describe("post page", () => {
  test("keeps its links into the stream", () => {
    expect(page("river/p-media/index.html")).toContain('<a href="../index.html#p-figures">the pictures</a>');
  });

  test("leads to its feeds, to what was known at its time, and hands on its address where it has one", () => {
    const text = page("river/p-saturday/index.html");
    expect(text).toContain('<link rel="alternate" href="../feed.xml" type="application/atom+xml"');
    expect(plain(/<a class="then" href="..\/oldest.html#p-saturday">.*?<\/a>/.exec(text)?.[0] ?? "")).toBe(
      "What was known at 21:40 BST",
    );
    expect(page("river/p-untimed/index.html")).not.toContain('class="then"');
    expect(text).not.toContain("mailto:");
    expect(kinds[1]?.[1].get("river/p-saturday/index.html")).toContain(
      'href="mailto:?subject=A%20goal&amp;body=A%20goal%0D%0A',
    );
  });

  test("names the zone of the event for the script", () => {
    const away = siteOf([livePage([post("p1")], { eventZone: "Asia/Shanghai" })]);
    expect(print(away).get("river/p1/index.html")).toContain('<main data-event-zone="Asia/Shanghai">');
  });

  test("shows older wordings, what was removed and added said in words too, and the stream leads to them", () => {
    const told = post("p1", { headline: "Fog lifts", blocks: [paragraph("The <b>ferry</b> sails at 11:15.")] });
    const older = { ...told, headline: "Fog", blocks: [paragraph("The <b>ferry</b> sails at 10:45.")] };
    const captured = at("2024-05-17T06:58:00+01:00");
    const pages = print(siteOf([livePage([told])], {}, { wordings: new Map([["p1", [{ post: older, captured }]]]) }));
    const wording = /<details>.*?<\/details>/s.exec(pages.get("river/p1/index.html") ?? "")?.[0] ?? "";
    expect(plain(wording)).toBe(
      "Captured 17 May 2024, 06:58 BST Fogadded: lifts The &lt;b&gt;ferry&lt;/b&gt; sails at removed: 10:45 added: 11:15. ",
    );
    expect(wording).toContain('<del><span class="hidden">removed: </span>10:45</del>');
    expect(pages.get("river/index.html")).toContain(
      '<a class="reworded" href="p1/index.html#earlier_wordings">1 earlier wording</a></p>',
    );
  });

  test("has an h1 in words where the post has no headline", () => {
    expect(plain(/<h1>.*?<\/h1>/s.exec(page("river/p-figures/index.html"))?.[0] ?? "")).toContain("The mill at dawn");
  });
});

test("an Arabic page is written from the right, in Arabic", () => {
  expect(page("arabic/index.html")).toContain('<html lang="ar" dir="rtl">');
  expect(page("arabic/index.html")).toContain("<dd>منشور واحد</dd>");
  expect(page("arabic/index.html")).not.toContain('lang="en"');
});

/** Where words are written in the letters of English, only words of English tell it. */
const isLatin = (tag: string): boolean => /\p{Script=Latin}/u.test(stringsFor(tag).summary);

/** Words that a language in these letters hardly has; French is held to more. */
const englishWords = /\b(?:the|and|with|posts|times|pictures?|summary|inferred)\b/i;

describe("a page", () => {
  const spoken = new Map(kinds.flatMap(([name, pages]) => (name.includes("all languages") ? [...pages] : [])));

  test.each(translatedTags)("in %s has no English but names", (language) => {
    for (const file of ["index", "oldest", "p1/index", "p2/index"]) {
      const body =
        spoken
          .get(`${language.toLowerCase()}/${file}.html`)
          ?.replace(/<head>.*?<\/head>|<p id="cite_wiki".*?<\/p>|<pre.*?<\/pre>/gs, "") ?? "";
      const labels = [...body.matchAll(/ (?:aria-label|alt|title)="([^"]*)"/g)].map(([, label]) => label);
      const text = `${plain(body)} ${labels.join(" ")}`;
      expect(text.length).toBeGreaterThan(100);
      const english = text.replace(
        /River Archive|The river at Fenwick|Text of p\d\.?|\b(?:BST|CC0|Jo|Mo|Bo|Atom|JSON Feed)\b|(?:posts\.csv|page\.json|post\.md|BibTeX|RIS|CSL-JSON|Markdown|SHA-256)/g,
        "",
      );
      if (language === "fr") expect(english).not.toMatch(/\b(?:post|page|live|the|of|time|summary|picture|all)s?\b/i);
      if (isLatin(language)) expect(english).not.toMatch(englishWords);
      else expect(english).not.toMatch(/[A-Za-z]/);
    }
  });

  test.each(translatedTags)("about an archive in %s has no English but names", (language) => {
    const pages = print(siteOf([livePage([post("p1")], { title: "1", slug: "1" })], { language, title: "1" }));
    const body = pages.get("about.html")?.replace(/<head>.*?<\/head>|<code.*?<\/code>|<kbd.*?<\/kbd>/gs, "") ?? "";
    const english = plain(body).replace(/afterlive|Markdown|SHA-256|GMT/g, "");
    expect(english.length).toBeGreaterThan(1000);
    if (language === "fr") expect(english).not.toMatch(/\b(?:post|the|of|time|summary|picture|all)s?\b/i);
    if (isLatin(language)) expect(english).not.toMatch(englishWords);
    else expect(english).not.toMatch(/[A-Za-z]/);
  });

  test("that lists live pages says their days in their languages, each in its direction", () => {
    const front = spoken.get("index.html") ?? "";
    expect(front).toContain("<b>17 مايو/أيار 2024</b> <span>3 منشورات</span>");
    expect(front).toContain('<b><span lang="fa" dir="rtl">۲۸ اردیبهشت ۱۴۰۳</span></b>');
    expect(front).toContain('<b><span lang="ru" dir="ltr">17 мая 2024</span></b>');
    expect(front).toContain('<b><span lang="en" dir="ltr">17 May 2024</span></b>');
  });

  test("has the comma of its language between a name and a role", () => {
    const byline = post("p1", { bylines: [{ name: "Jo", role: "Mo" }] });
    const text = (language: string) => print(siteOf([livePage([byline], { language })])).get("river/index.html");
    expect(text("ar")).toContain('<span class="role">، Mo</span>');
    expect(text("en")).toContain('<span class="role">, Mo</span>');
  });

  test("in a language without a translation marks the words as English, from left to right", () => {
    expect(spoken.get("he/index.html")).toContain('<html lang="he" dir="rtl">');
    expect(spoken.get("he/index.html")).toContain('<span lang="en" dir="ltr">3 posts</span>');
  });
});

test("404.html allows its own style by its digest", () => {
  const text = page("404.html");
  const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? "";
  expect(text).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
});
