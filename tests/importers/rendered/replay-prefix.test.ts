import { describe, expect, test } from "vitest";
import { elementsIn, parseHtml } from "../../../src/importers/html/html.ts";
import { attribute, wordsOf } from "../../../src/importers/html/inline.ts";
import { findJson, findPageData } from "../../../src/importers/json/find.ts";
import { readForms } from "../../../src/importers/read-forms.ts";
import { takeReplayOff } from "../../../src/importers/rendered/replay-prefix.ts";

const replay = "https://web.archive.org/web/20240517120000";
const toolbar = `<!-- BEGIN WAYBACK TOOLBAR INSERT --><style>x</style><div id="wm-ipp-base"><div id="wm-ipp"><a href="https://web.archive.org/web/">Wayback Machine</a> 12 captures 17 May 2024 - 1 Jun 2024</div></div><!-- END WAYBACK TOOLBAR INSERT -->`;
const post = (hour: number, body: string) =>
  `<article class="live-post" id="e${hour}"><time datetime="2024-05-17T${hour}:00:00Z">${hour}:00</time><h3>Headline of ${hour}</h3><p>The ferry left the quay with two hundred people on board.</p>${body}</article>`;
const page = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>Harbour fair live</title>${head}</head><body>${toolbar}<h1>Harbour fair live</h1><main>${post(12, body)}${post(11, "")}${post(10, "")}</main></body></html>`;

describe("takeReplayOff", () => {
  test("takeReplayOff takes prefixes off all attributes, lists of addresses and styles among them", () => {
    const tree = parseHtml(
      page(
        `<a id="a" href="${replay}/https://e.org/a">a</a><img id="i" src="/web/20240517120000im_/https://e.org/b.jpg" srcset="${replay}im_/https://e.org/b,1.jpg 320w, ${replay}im_/https://e.org/b2.jpg 2x" style="background: url('${replay}im_/https://e.org/c.jpg')"><iframe id="f" src="${replay}if_/https://video.example/1" data-json='{"u":"${replay}/https://e.org/d"}'></iframe>`,
        `<link rel="canonical" href="${replay}/https://e.org/live">`,
      ),
    );
    const [bar, ...others] = takeReplayOff(tree).filter((one) => wordsOf([one]).trim() !== "");
    expect(wordsOf([bar!])).toContain("Wayback Machine");
    expect(others).toEqual([]);
    const of = (id: string, name: string) =>
      elementsIn(tree)
        .map((one) => (attribute(one, "id") === id ? attribute(one, name) : undefined))
        .find((value) => value !== undefined);
    expect(of("a", "href")).toBe("https://e.org/a");
    expect(of("i", "src")).toBe("https://e.org/b.jpg");
    expect(of("i", "srcset")).toBe("https://e.org/b,1.jpg 320w, https://e.org/b2.jpg 2x");
    expect(of("i", "style")).toBe("background: url('https://e.org/c.jpg')");
    expect(of("f", "src")).toBe("https://video.example/1");
    expect(of("f", "data-json")).toBe('{"u":"https://e.org/d"}');
  });

  test("takeReplayOff knows a page of an archive that puts no toolbar there, by its own address or by most of its addresses", () => {
    const links = Array.from(
      { length: 4 },
      (_, index) => `<a href="https://archive.example/coll/20240517120000mp_/https://e.org/${index}">x</a>`,
    ).join("");
    const canonical = '<link rel="canonical" href="https://archive.ph/2024.05.17-120000/https://e.org/live">';
    for (const html of [
      `<p>${links}`,
      `<head>${canonical}<body><a href="https://archive.ph/o/AbCdE/https://e.org/0">x</a>`,
    ]) {
      const tree = parseHtml(html);
      takeReplayOff(tree);
      expect(elementsIn(tree).find(({ tagName }) => tagName === "a")?.attrs[0]?.value).toBe("https://e.org/0");
    }
  });

  test("takeReplayOff reads a page of archive.today, which names itself by a short address too", () => {
    const tree = parseHtml(
      '<head><link rel="canonical" href="https://archive.ph/AbCdE"><link rel="bookmark" href="http://archive.today/20240517120000/https://e.org/live"><body><div id="HEADER">Webpage archived</div><div id="CONTENT"><a href="https://archive.ph/o/AbCdE/https://e.org/2">2</a></div>',
    );
    expect(takeReplayOff(tree).map((one) => wordsOf([one]))).toEqual(["Webpage archived"]);
    const hrefs = elementsIn(tree).flatMap((one) => attribute(one, "href") ?? []);
    expect(hrefs).toEqual(["https://e.org/live", "https://e.org/live", "https://e.org/2"]);
    const other = parseHtml('<head><link rel="canonical" href="https://e.org/"><body><div id="HEADER">Ours</div>');
    expect(takeReplayOff(other)).toEqual([]);
  });

  test("takeReplayOff leaves the links of a page that only speaks of an archive", () => {
    const html = `<head><link rel="canonical" href="https://e.org/live"><body><a href="${replay}/https://e.org/evidence">what they wrote then</a><a href="https://e.org/2">2</a>`;
    const tree = parseHtml(html);
    expect(takeReplayOff(tree)).toEqual([]);
    expect(elementsIn(tree).find(({ tagName }) => tagName === "a")?.attrs[0]?.value).toBe(
      `${replay}/https://e.org/evidence`,
    );
  });

  test("takeReplayOff takes nothing out where a toolbar has no end", () => {
    const tree = parseHtml("<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><main><p>words</p></main>");
    takeReplayOff(tree);
    expect(wordsOf(tree.childNodes)).toContain("words");
  });
});

test("readForms reads a replayed page as the page, and names the toolbar's words as left out", () => {
  const html = page(
    `<p>See the <a href="${replay}/https://e.org/timetable">timetable</a>.</p>`,
    `<link rel="canonical" href="${replay}/https://e.org/live">`,
  );
  const read = readForms(html, { file: "page.html", zone: "Europe/London" });
  expect(read?.reading.page.source).toBe("https://e.org/live");
  const blocks = read?.reading.posts[0]?.blocks ?? [];
  const text = blocks.map((block) => (block.kind === "paragraph" ? JSON.stringify(block.content) : "")).join("");
  expect(text).toContain('"href":"https://e.org/timetable"');
  expect(read?.reading.account.filter((span) => "lost" in span && span.lost === "replay toolbar").length).toBe(1);
});

test("findJson and findPageData give the addresses in the data of a replayed page as they were", () => {
  const data = `{"@type":"LiveBlogPosting","url":"${replay}/https://e.org/live","image":["${replay}im_/https://e.org/a.jpg"]}`;
  const html = `${toolbar}<script type="application/ld+json">${data}</script><script type="application/json">${data}</script>`;
  const plain = [{ "@type": "LiveBlogPosting", url: "https://e.org/live", image: ["https://e.org/a.jpg"] }];
  expect(findJson(html).values).toEqual(plain);
  expect(findPageData(html)).toEqual(plain);
  expect(findJson(`<script type="application/ld+json">${data}</script>`).values).toEqual([JSON.parse(data)]);
});
