/** What stands around the posts of any live page: its title, its lead and summary, key events, other stories, comments. */
import { describe, expect, test } from "vitest";
import { liveHtml } from "../../src/importers/live-html/live-html.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { outlineOf, pageOf, readLive } from "./live-outline.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";
const texts = [`Ferry leaves. ${long}`, `Pier opens at six, with a band. ${long}`, "Rain."];
const times = ["19:31", "18:16", "17:05"];
const three = (write: (time: string, text: string, index: number) => string): string =>
  times.map((time, index) => write(time, texts[index]!, index)).join("");
const feed = three(
  (time, text, index) =>
    `<article class="entry" id="e${index}"><time datetime="2024-05-16T${time}:00+01:00">${time}</time><p>${text}</p></article>`,
);
const expected = times.map((time, index) => `${time} / ${texts[index]}`);

describe("posts without a time between timed ones", () => {
  const timed = (time: string, text: string) => `<time>${time}</time><p>${text}</p>`;
  test.for([
    [
      "of the same class",
      (one: string) => `<div class="e">${one}</div>`,
      (one: string) => `<div class="e e--note">${one}</div>`,
    ],
    ["of no class", (one: string) => `<section>${one}</section>`, (one: string) => `<section>${one}</section>`],
    [
      "of another class",
      (one: string) => `<li class="timed">${one}</li>`,
      (one: string) => `<li class="note">${one}</li>`,
    ],
    ["in rows", (one: string) => `<tr><td>${one}</td></tr>`, (one: string) => `<tr><td>${one}</td></tr>`],
  ] as const)("are posts: %s", ([, open, note]) => {
    const body = `${open(timed("19:31", texts[0]!))}${note("<h3>Race 13</h3><p>Three riders side by side.</p>")}${open(timed("18:16", "Rain."))}${note("<p>A short break.</p>")}${open(timed("17:05", texts[1]!))}`;
    const around = body.startsWith("<tr")
      ? `<table>${body}</table>`
      : body.startsWith("<li")
        ? `<ul>${body}</ul>`
        : `<div>${body}</div>`;
    expect(outlineOf(pageOf(around))).toEqual([
      expected[0],
      "--:-- Race 13 / Three riders side by side.",
      "18:16 / Rain.",
      "--:-- / A short break.",
      `17:05 / ${texts[1]}`,
    ]);
  });

  test("are posts below headings of their own, where posts are no elements", () => {
    const body = `<h3>19.31 Uhr: One</h3><p>${texts[0]}</p><h3>Race 13</h3><p>Three riders.</p><h3>18.16 Uhr: Two</h3><p>Rain.</p><h3>17.05 Uhr: Three</h3><p>${texts[1]}</p>`;
    expect(outlineOf(pageOf(`<div>${body}</div>`))).toEqual([
      `19:31 One / ${texts[0]}`,
      "--:-- Race 13 / Three riders.",
      "18:16 Two / Rain.",
      `17:05 Three / ${texts[1]}`,
    ]);
  });

  test("are no adverts, dates and buttons", () => {
    const between = [
      '<article class="ad"><p>Buy a boat today.</p></article>',
      "<article>Advertisement</article>",
      "<article><button>Load more</button></article>",
      "<article>16 May 2024</article>",
    ];
    expect(
      outlineOf(
        pageOf(
          `<div>${feed.replace('<article class="entry" id="e1"', `${between.join("")}<article class="entry" id="e1"`)}</div>`,
        ),
      ),
    ).toEqual(expected);
  });
});

describe("the last post of a flow", () => {
  const flow = three((time, text) => `<h3>${time.replace(":", ".")} Uhr: At ${time}</h3><p>${text}</p>`);
  const heads = times.map((time, index) => `${time} At ${time} / ${texts[index]}`);
  const card = (id: number) =>
    `<article><a href="https://example.org/${id}"><img src="https://example.org/${id}.jpg" alt="A crane"><h2>The old crane of the harbour</h2></a><p>It has stood there for a hundred years.</p><span>Bo Carr</span> <span>08.07.2024</span></article>`;
  test.for([
    [
      "a box of other stories",
      `<div class="related-box"><span>Passend zum Artikel</span></div><section>${card(1)}${card(2)}</section>`,
    ],
    ["teasers without a name", `<div>${card(1)}${card(2)}</div>`],
    [
      "a heading and a list of links",
      '<h2>More stories</h2><ul><li><a href="https://example.org/1">The crane</a></li></ul>',
    ],
    [
      "a heading of the same level",
      '<h3>Lesen Sie auch</h3><ul><li><a href="https://example.org/1">The crane</a></li></ul>',
    ],
    [
      "a bold line and links",
      '<p><strong>À lire aussi</strong></p><p><a href="https://example.org/1">The crane of the harbour</a></p>',
    ],
    [
      "comments",
      "<h2>Kommentare (2)</h2><div><p>What a day it was, says a reader.</p></div><div><p>Indeed, says another.</p></div>",
    ],
    ["a footer", "<footer><p>© 2024 The Harbour News. All rights reserved.</p></footer>"],
    ["a menu", '<nav><a href="https://example.org/2">Page 2</a></nav>'],
    [
      "an aside of links",
      '<aside class="teaser-list"><a href="https://example.org/1">One</a> <a href="https://example.org/2">Two</a></aside>',
    ],
  ] as const)("ends before %s", ([, after]) => {
    expect(outlineOf(pageOf(`<main>${flow}${after}</main>`))).toEqual(heads);
  });

  test("keeps a paragraph behind a box of links, and words of unknown kind", () => {
    const after =
      '<aside class="related"><a href="https://example.org/1">One</a></aside><p>With words of agencies.</p>';
    expect(outlineOf(pageOf(`<main>${flow}${after}</main>`)).at(-1)).toBe(`${heads[2]} ¶ With words of agencies.`);
  });
});

describe("other stories and comments", () => {
  const comment = (index: number) =>
    `<div class="c"><b>Reader ${index}</b> <time datetime="2024-05-16T20:0${index}:00Z">20:0${index}</time><p>${index} ${long} ${long}</p></div>`;
  const comments = [1, 2, 3, 4, 5].map(comment).join("");
  test.for([
    ["by their heading", `<section><h2>Comments (5)</h2>${comments}</section>`],
    [
      "by a German heading",
      `<div><div><h3>5 Kommentare</h3></div><div>${comments}</div></div>`.replace("5 Kommentare", "Kommentare (5)"),
    ],
    ["by a Spanish heading", `<div><header>Comentarios</header>${comments}</div>`],
    ["by their name", `<div id="comments">${comments}</div>`],
    ["by another name", `<div class="leserkommentare kommentare-list">${comments}</div>`],
  ] as const)("comments are no posts: %s", ([, after]) => {
    expect(outlineOf(pageOf(`<main>${feed}</main>${after}`))).toEqual(expected);
  });

  const teaser = (index: number) =>
    `<li><time datetime="2024-05-16T1${index}:00:00Z">1${index}:00</time> <a href="https://example.org/${index}"><h3>The old crane of the harbour, part ${index}</h3></a><p>It has stood there for years, and nobody knows who built it or why.</p></li>`;
  const teasers = [1, 2, 3, 4, 5, 6].map(teaser).join("");
  test.for([
    ["beside a live page", `<main>${feed}</main><ul>${teasers}</ul>`],
    ["before a live page", `<ul>${teasers}</ul><main>${feed}</main>`],
    ["below a heading", `<section><h2>Latest news</h2><ul>${teasers}</ul></section><main>${feed}</main>`],
  ] as const)("teasers are no posts: %s", ([, body]) => {
    expect(outlineOf(pageOf(body))).toEqual(expected);
  });

  test("a page of links with times alone is no live page", () => {
    const links = [1, 2, 3, 4, 5].map(
      (index) =>
        `<li><span class="time">1${index}:07</span> <a href="https://example.org/${index}">The old crane of the harbour, part ${index}</a></li>`,
    );
    const reading = liveHtml.read(pageOf(`<ul>${links.join("")}</ul>`), { file: "x.html", zone: "Europe/London" });
    expect(reading.posts).toEqual([]);
    expect(reading.problems[0]?.severity).toBe("error");
  });
});

describe("the title", () => {
  const titleOf = (head: string, body: string): string | undefined =>
    readLive(`<!doctype html><html lang="en"><head>${head}</head><body>${body}<main>${feed}</main></body></html>`).page
      .title;
  test.for([
    [
      "the heading that agrees with the head",
      "<title>Rain at the pier | Harbour News</title>",
      '<h1><a href="/">Harbour News</a></h1><h1>Rain at the pier, live</h1>',
      "Rain at the pier, live",
    ],
    [
      "the heading that agrees with og:title",
      '<title>x</title><meta property="og:title" content="Rain at the pier">',
      "<h1>Sport</h1><h1>Rain falls at the pier</h1>",
      "Rain falls at the pier",
    ],
    [
      "the heading that agrees with JSON-LD",
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain at the pier"}</script>',
      "<h1>Sport</h1><div><h1>Rain at the pier: tugs leave</h1></div>",
      "Rain at the pier: tugs leave",
    ],
    [
      "a heading of the second level",
      "<title>Rain at the pier - Harbour News</title>",
      '<h1 class="logo">Harbour News</h1><h2>Rain at the pier</h2>',
      "Rain at the pier",
    ],
    ["the only heading", "<title>All about boats</title>", "<h1>Rain at the pier</h1>", "Rain at the pier"],
    [
      "the head, without the site",
      '<title>Rain at the pier | Harbour News</title><meta property="og:site_name" content="Harbour News">',
      "",
      "Rain at the pier",
    ],
    [
      "the head, without the site before it",
      '<title>Harbour News: Rain at the pier</title><meta name="application-name" content="Harbour News"><link rel="canonical" href="https://example.org/x">',
      "",
      "Harbour News: Rain at the pier",
    ],
    [
      "the head, without the site's address",
      '<title>Rain at the pier - harbour.example</title><link rel="canonical" href="https://www.harbour.example/x">',
      "",
      "Rain at the pier",
    ],
    [
      "the headline of microdata",
      "<title>Boats</title>",
      '<h1>Sport</h1><h2 itemprop="headline">Rain at the pier</h2>',
      "Rain at the pier",
    ],
  ] as const)("is %s", ([, head, body, title]) => {
    expect(titleOf(head, body)).toBe(title);
  });
});

describe("lead and summary", () => {
  const pageWith = (before: string, after = "") => readLive(pageOf(`${before}<main>${feed}</main>${after}`)).page;
  test.for([
    ["a standfirst", '<p class="standfirst">The pier has opened.</p>', ["The pier has opened."]],
    [
      "a strapline in a box",
      '<div class="article__dek"><span>The pier has opened</span></div>',
      ["The pier has opened"],
    ],
    ["paragraphs", `<div><p>${long}</p><p>More of this below.</p></div>`, [long, "More of this below."]],
    ["a lead in a header", `<header><p class="x">${long}</p></header>`, [long]],
    [
      "a German lead",
      `<div class="vorspann">Der Pier ist offen</div><p>Alle Meldungen des Tages finden Sie hier.</p>`,
      ["Der Pier ist offen", "Alle Meldungen des Tages finden Sie hier."],
    ],
  ] as const)("are the panel: %s", ([, before, panel]) => {
    expect(pageWith(before).panel).toEqual(panel);
  });

  test.for([
    ["English", "<section><h2>What you need to know</h2>", "</section>"],
    ["German", "<div><h3>Das Wichtigste in Kürze</h3>", "</div>"],
    ["French", "<div><p><strong>L’essentiel</strong></p>", "</div>"],
    ["Spanish", "<aside><h2>Lo más importante</h2>", "</aside>"],
    ["Italian", "<h2>In breve</h2>", ""],
    ["called so", '<div class="key-takeaways">', "</div>"],
  ] as const)("are the summary: points below a heading, %s", ([, open, close]) => {
    const { summary } = pageWith(`${open}<ul><li>The ferry has left.</li><li>It rains.</li></ul>${close}`);
    expect(printBlocks(summary ?? [])).toContain("- The ferry has left.\n- It rains.");
  });

  test("are no menus, notices and words behind the posts", () => {
    const page = pageWith(
      `<nav><p>All the news of the harbour, every day.</p></nav><div class="cookie-banner"><p>We use cookies to make this better for you.</p></div>`,
      `<footer><p>${long}</p></footer>`,
    );
    expect(page.panel).toEqual([]);
    expect(page.summary).toBeUndefined();
  });
});

describe("whole hours", () => {
  const hours = (write: (time: string) => string, spellings: readonly string[], body = "") =>
    outlineOf(
      pageOf(`<ul>${spellings.map((time) => `<li class="i">${write(time)}<p>${long}</p>${body}</li>`).join("")}</ul>`),
    ).map((post) => post.slice(0, 5));
  const spelled = ["19h02", "17h", "14h10", "8h30"];

  test.for([
    ["a bold word", (time: string) => `<b>${time}</b>`],
    ["an element of times", (time: string) => `<time>${time}</time>`],
    ["a line of its own", (time: string) => `<div><span class="x">${time}</span></div>`],
  ] as const)("are times among others in that spelling, in %s", ([, write]) => {
    expect(hours(write, spelled)).toEqual(["19:02", "17:00", "14:10", "08:30"]);
    expect(hours(write, ["19h02", "9h10", "7h", "6h", "5h30"])).toEqual(["19:02", "09:10", "07:00", "06:00", "05:30"]);
  });

  test("are none in a text, beside another time, and on pages that spell no time so", () => {
    const bold = (time: string) => `<b>${time}</b>`;
    const text = "<p>Elle a duré <b>16h</b>, puis pendant 3h.</p>";
    expect(hours(bold, ["19h02", "16h50", "14h10"], text)).toEqual(["19:02", "16:50", "14:10"]);
    const aged = (time: string) =>
      `<i>2h</i><time datetime="2024-05-16T${time.replace("h", ":")}:00+01:00">${time}</time>`;
    expect(hours(aged, ["19h02", "16h50", "14h10"])).toEqual(["19:02", "16:50", "14:10"]);
    expect(hours(bold, ["19:02", "17h", "14:10", "8:30"])[1]).toBe("--:--");
  });
});
