/** Kinds of live pages of no known form, each in several clothes: what a post holds, and what is none of it. */
import { describe, expect, test } from "vitest";
import { printBlocks } from "../../src/markdown/print.ts";
import { outlineOf, pageOf, readLive } from "./live-outline.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";

describe("short posts", () => {
  const texts = ["GOAL!", "Corner.", long, "HT", "Ada Brook", "2-0"];
  const times = ["19:31", "19:16", "19:05", "18:50", "18:37", "18:22"];
  const expected = times.map((time, index) => `${time} / ${texts[index]}`);
  const each = (write: (time: string, text: string, index: number) => string): string =>
    times.map((time, index) => write(time, texts[index]!, index)).join("\n");

  test.for([
    [
      "rows of a table",
      (body: string) => `<table class="feed">${body}</table>`,
      (time: string, text: string) => `<tr><td class="a">${time}</td><td class="b">${text}</td></tr>`,
    ],
    [
      "a table each",
      (body: string) => `<div>${body}</div>`,
      (time: string, text: string) => `<table><tr><td>${time}</td><td>${text}</td></tr></table>`,
    ],
    [
      "a list of definitions",
      (body: string) => `<dl>${body}</dl>`,
      (time: string, text: string) => `<dt>${time}</dt><dd>${text}</dd>`,
    ],
    [
      "a list of definitions each",
      (body: string) => `<div>${body}</div>`,
      (time: string, text: string) => `<dl><dt>${time}</dt><dd>${text}</dd></dl>`,
    ],
    [
      "points with a time in the text",
      (body: string) => `<ul>${body}</ul>`,
      (time: string, text: string) => `<li>${time} – ${text}</li>`,
    ],
    [
      "points with the time behind",
      (body: string) => `<ul>${body}</ul>`,
      (time: string, text: string) => `<li><p>${text}</p><small>${time}</small></li>`,
    ],
    [
      "points with the time in brackets behind",
      (body: string) => `<ul>${body}</ul>`,
      (time: string, text: string) => `<li>${text} (${time})</li>`,
    ],
    [
      "names of a machine",
      (body: string) => `<div>${body}</div>`,
      (time: string, text: string, index: number) =>
        `<div class="css-${1000 + index}"><div class="css-1"><span class="css-2">${time}</span></div><div class="css-3"><div class="css-4">${text}</div></div></div>`,
    ],
    [
      "lines of one paragraph",
      (body: string) => `<p>${body}</p>`,
      (time: string, text: string) => `${time} ${text}<br>`,
    ],
    [
      "times of a machine alone",
      (body: string) => `<ol>${body}</ol>`,
      (time: string, text: string) => `<li data-timestamp="2024-05-16T${time}:00+01:00"><p>${text}</p></li>`,
    ],
    [
      "elements of their own names",
      (body: string) => `<live-feed>${body}</live-feed>`,
      (time: string, text: string) =>
        `<live-update><update-time>${time}</update-time><update-text>${text}</update-text></live-update>`,
    ],
    [
      "Italian",
      (body: string) => `<div>${body}</div>`,
      (time: string, text: string) =>
        `<div class="aggiornamento"><div class="ora">ore ${time}</div><div class="testo">${text}</div></div>`,
    ],
    [
      "details",
      (body: string) => `<div>${body}</div>`,
      (time: string, text: string) => `<details open><summary>${time}</summary><p>${text}</p></details>`,
    ],
    [
      "a link to itself",
      (body: string) => `<div>${body}</div>`,
      (time: string, text: string, index: number) =>
        `<div class="row"><a href="#p${index}">${time}</a> <span>${text}</span></div>`,
    ],
    [
      "paragraphs with a class",
      (body: string) => `<div>${body}</div>`,
      (time: string, text: string) => `<p class="tick"><b>${time}</b> ${text}</p>`,
    ],
    [
      "times below in a flow",
      (body: string) => `<div>${body}</div>`,
      (time: string, text: string) => `<p>${text}</p><p class="t">${time}</p>`,
    ],
  ] as const)("are found with their words as %s", ([, around, write]) => {
    expect(outlineOf(pageOf(around(each(write))))).toEqual(expected);
  });
});

describe("posts whose text shares a line with the time", () => {
  test.for([
    ["in one paragraph", (time: string, text: string) => `<div class="p"><p>${time} ${text}</p></div>`],
    ["after a bar", (time: string, text: string) => `<div class="p"><p><time>${time}</time> | ${text}</p></div>`],
    ["after a dash", (time: string, text: string) => `<div class="p"><p><strong>${time}</strong> — ${text}</p></div>`],
    ["after a colon", (time: string, text: string) => `<div class="p"><b>${time}:</b> ${text}</div>`],
    [
      "within the element of the time",
      (time: string, text: string) =>
        `<div class="p"><time datetime="2024-05-16T${time}:00+01:00">${time} ${text}</time></div>`,
    ],
    ["in brackets", (time: string, text: string) => `<div class="p"><p>(${time}) ${text}</p></div>`],
    ["at its end", (time: string, text: string) => `<div class="p"><p>${text} <time>${time}</time></p></div>`],
    ["at its end, in words", (time: string, text: string) => `<div class="p"><p>${text} - ${time}</p></div>`],
  ] as const)("keep their words %s", ([, write]) => {
    const posts = [
      ["19:31", "GOAL!"],
      ["19:16", "Carr scores from the spot"],
      ["19:05", long],
    ] as const;
    expect(outlineOf(pageOf(`<div>${posts.map(([time, text]) => write(time, text)).join("")}</div>`))).toEqual(
      posts.map(([time, text]) => `${time} / ${text}`),
    );
  });

  test("keep a score that only looks like a time", () => {
    const posts = ["21:15 for the home side.", "19:14 at the break.", "10:10 after a quarter."].map(
      (text, index) =>
        `<li class="p"><time datetime="2024-05-16T19:3${index}:00+01:00">19:3${index}</time><p>${text}</p></li>`,
    );
    expect(outlineOf(pageOf(`<ul>${posts.join("")}</ul>`))).toEqual([
      "19:30 / 21:15 for the home side.",
      "19:31 / 19:14 at the break.",
      "19:32 / 10:10 after a quarter.",
    ]);
  });
});

describe("names and marks beside the time", () => {
  const body = `<h3>Vigil on the pier</h3><p>${long}</p>`;
  test.for([
    ["a mark", `<div><time>19:15</time><mark>Ada Brook</mark></div>${body}`, "19:15 Vigil on the pier / by Ada Brook"],
    [
      "a plain element",
      `<div><span>19:15</span> <span>Bo van der Carr</span></div>${body}`,
      "19:15 Vigil on the pier / by Bo van der Carr",
    ],
    ["a bar between", `<p><b>19:15</b> | <b>Ada Brook</b></p>${body}`, "19:15 Vigil on the pier / by Ada Brook"],
    [
      "by",
      `<p><b>19:15</b> by Ada Brook</p>${body}`.replace("by Ada", "By Ada"),
      "19:15 Vigil on the pier / by Ada Brook",
    ],
    [
      "a mark of an event",
      `<div><time>19:15</time><mark>KEY EVENT</mark></div>${body}`,
      "19:15 *key* [KEY EVENT] Vigil on the pier",
    ],
    [
      "a label",
      `<div><span class="t">19:15</span><span class="badge">Analysis</span></div>${body}`,
      "19:15 [Analysis] Vigil on the pier",
    ],
    ["a word in capitals", `<div><i>19:15</i> <i>EILMELDUNG</i></div>${body}`, "19:15 [EILMELDUNG] Vigil on the pier"],
    [
      "breaking",
      `<div><i>19:15</i> <span class="tag">Breaking</span></div>${body}`,
      "19:15 *breaking* Vigil on the pier",
    ],
    [
      "a name behind the text",
      `${body}<div><span class="c1">Ada Brook</span><span class="c2">16 May 2024 19:15</span></div>`,
      "19:15 Vigil on the pier / by Ada Brook",
    ],
    [
      "a name behind the text, after a dash",
      `<time>19:15</time>${body}<p>— <span class="byline">Ada Brook</span></p>`,
      "19:15 Vigil on the pier / by Ada Brook",
    ],
    [
      "By in another language",
      `<time>19:15</time>${body}<p>Von Ada Brook, 19:15 Uhr</p>`,
      "19:15 Vigil on the pier / by Ada Brook",
    ],
  ] as const)("are a byline or a label: %s", ([, post, expected]) => {
    const [first] = outlineOf(
      pageOf(
        ["19", "18", "17"]
          .map(
            (hour) =>
              `<div class="entry">${post.replaceAll("19:15", `${hour}:15`).replace(long, hour === "19" ? long : `${hour} ${long}`)}</div>`,
          )
          .join(""),
      ),
    );
    expect(first).toBe(`${expected} / ${long}`);
  });

  test("are the text of a post that has no other", () => {
    const posts = [
      ["19:31", "Ada Brook"],
      ["19:16", "KICK-OFF"],
      ["19:05", "Half Time"],
    ] as const;
    expect(
      outlineOf(
        pageOf(posts.map(([time, text]) => `<div class="e"><span>${time}</span> <span>${text}</span></div>`).join("")),
      ),
    ).toEqual(posts.map(([time, text]) => `${time} / ${text}`));
  });
});

describe("the minutes of a match", () => {
  test.for([
    [
      "in a table",
      (clock: string, text: string) => `<tr><td class="time-stamp">${clock}</td><td></td><td>${text}</td></tr>`,
    ],
    ["beside the text", (clock: string, text: string) => `<div class="c"><span>${clock}</span><p>${text}</p></div>`],
    ["above the text", (clock: string, text: string) => `<li><div>${clock}</div><div>${text}</div></li>`],
  ] as const)("are clocks of posts, which go from the last to the first: %s", ([, write]) => {
    const body = [
      ["90'+5'", "Match ends, 1-1."],
      ["90'+3'", "Corner."],
      ["63'", "Goal! Carr."],
      ["1'", "First half begins."],
    ].map(([clock, text]) => write(clock!, text!));
    const around = body[0]!.startsWith("<tr") ? `<table>${body.join("")}</table>` : `<ul>${body.join("")}</ul>`;
    const { posts, order } = readLive(pageOf(around));
    expect(posts.map(({ clock, blocks }) => [clock, printBlocks(blocks).trim()])).toEqual([
      ["90'+5'", "Match ends, 1-1."],
      ["90'+3'", "Corner."],
      ["63'", "Goal! Carr."],
      ["1'", "First half begins."],
    ]);
    expect(order).toBe("newest-first");
  });
});
