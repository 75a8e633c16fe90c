/** Programmes and timetables are no live pages, whatever clothes they wear; tickers of short posts are. */
import { describe, expect, test } from "vitest";
import { liveHtml } from "../../../src/importers/live-html/live-html.ts";
import { parseInstant } from "../../../src/model/instant.ts";
import { outlineOf, pageOf } from "../live-outline.ts";

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

describe("a programme", () => {
  const read = (html: string) =>
    liveHtml.read(html, {
      file: "x.html",
      zone: "Europe/London",
      captured: parseInstant("2024-05-16T12:00:00+01:00", "Europe/London")!,
    });
  const guide = (write: (time: string, title: string) => string): string =>
    ["14:00 News", "14:30 The old crane", "15:15 Rowing, first heat", "16:00 Rowing, final", "18:00 News and weather"]
      .map((one) => write(one.slice(0, 5), one.slice(6)))
      .join("");
  const link = (text: string) => `<a href="https://example.org/p">${text}</a>`;
  test.for([
    [
      "a TV guide",
      `<section class="tv-guide">${guide((time, title) => `<div class="show"><span class="time">${time}</span>${link(title)}</div>`)}</section>`,
    ],
    [
      "a schedule in a list",
      `<h2>Schedule</h2><ul class="schedule">${guide((time, title) => `<li><time datetime="2024-05-17T${time}:00+01:00">${time}</time> ${title}</li>`)}</ul>`,
    ],
    [
      "a table below a heading that says where it is shown",
      `<h2>Tonight on TV</h2><table>${guide((time, title) => `<tr><td>${time}</td><td>${title}</td></tr>`)}</table>`,
    ],
    [
      "departures",
      `<h2>Departures</h2><ul>${guide((time, title) => `<li><time>${time}</time> <b>${title}</b></li>`)}</ul>`,
    ],
    [
      "the slots of a conference, with sentences",
      `<h2>Programme</h2><div>${["09:00 – 09:45", "10:00 – 11:00", "11:15 – 12:00"].map((slot) => `<div><b>${slot}</b><h3>A talk</h3><p>${long}</p></div>`).join("")}</div>`,
    ],
    [
      "a table of fixtures",
      `<table class="fixtures">${guide((time, title) => `<tr><td>${time}</td><td>${title}</td></tr>`)}</table>`,
    ],
    [
      "a German programme",
      `<div class="programm">${guide((time, title) => `<div><b>${time} Uhr</b> ${link(title)}</div>`)}</div>`,
    ],
    ["definitions", `<dl class="horaires">${guide((time, title) => `<dt>${time}</dt><dd>${link(title)}</dd>`)}</dl>`],
    [
      "structured data",
      `<script type="application/ld+json">{"@type":"BroadcastEvent","name":"x"}</script><ul>${guide((time, title) => `<li><time datetime="2024-05-16T${time}:00+01:00">${time}</time> ${title}</li>`)}</ul>`,
    ],
  ] as const)("is refused as what it is: %s", ([, body]) => {
    const reading = read(pageOf(body, "Rower takes bronze"));
    expect(reading.posts).toEqual([]);
    expect(reading.problems[0]?.message).toMatch(/programme of things to come, and no live page/);
  });

  test("beside a live page is left out", () => {
    const body = `<section class="tv-guide">${guide((time, title) => `<div class="show"><span class="time">${time}</span>${link(title)}</div>`)}</section><main>${feed}</main>`;
    expect(outlineOf(pageOf(body))).toEqual(expected);
  });

  test.for([
    ["named an event", (time: string, text: string) => `<div class="event"><time>${time}</time><p>${text}</p></div>`],
    [
      "in a programme of sport",
      (time: string, text: string) => `<div class="programme-item"><time>${time}</time><p>${text}</p></div>`,
    ],
    [
      "in a table",
      (time: string, text: string) =>
        `<div class="fixture"><table><tr><td>${time}</td><td>${text}</td></tr></table></div>`,
    ],
  ] as const)("is no ticker of short posts %s", ([, write]) => {
    const ticker = [
      ["19:30", "GOAL!"],
      ["19:15", "Corner"],
      ["19:05", "Carr shoots wide"],
      ["18:50", "Kick-off"],
    ] as const;
    expect(outlineOf(pageOf(ticker.map(([time, text]) => write(time, text)).join("")))).toEqual(
      ticker.map(([time, text]) => `${time} / ${text}`),
    );
  });
});
