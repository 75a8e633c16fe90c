/** Pages on which posts, names or titles were lost or mistaken: each with what it gives. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { liveHtml } from "../../src/importers/live-html/live-html.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { outlineOf, readLive } from "./live-outline.ts";

const page = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, "../fixtures/reports", `${name}.html`), "utf8");

/** Without what tells the time: that is another law's. */
const words = (name: string): readonly string[] => outlineOf(page(name)).map((line) => line.replace(/^\S+ /, ""));

describe("liveHtml", () => {
  test.for(["short-posts-a-time-p", "short-posts-b-time-span", "short-posts-f-wrapped"])(
    "keeps the texts of all posts of %s, however short",
    (name) => {
      const texts = outlineOf(page(name)).map((line) => line.slice(0, 26));
      expect(texts).toEqual([
        "19:30 / Fenwick have the b",
        "19:16 / GOAL! 2-0, Carr.",
        "19:05 / It has stopped rai",
        "18:50 / Harbour have the b",
        "18:37 / Yellow card for Br",
        "18:20 / Fenwick have the b",
      ]);
    },
  );

  test("keeps entries without a time between timed ones", () => {
    expect(outlineOf(page("untimed-entries"))).toEqual([
      "19:30 / The last race begins, with rain on the track.",
      "--:-- Race 13 / The best race of the day: three riders side by side into the last bend, and a photo decides.",
      "19:16 / The score is 98 to 70 for the home side.",
      "--:-- Race 12 / A quiet race: the leader was never caught, and the other three rode home one after the other.",
      "19:05 / The track is watered once more.",
      "--:-- Race 11 / One rider fell at the start, and the race was run again with three of them.",
    ]);
  });

  test("reads names and marks beside a time", () => {
    expect(words("author-beside-time")).toEqual([
      "*key* [KEY EVENT] Vigil on the pier / Families were on the pier this evening, with lanterns and a choir of children.",
      "Ferry late / by Ada Brook / The last ferry is late by half an hour, the company says.",
      "Good evening / by Ada Brook / We begin with the weather, which is mild with a light breeze.",
    ]);
  });

  test("reads a name and a date below a text as a byline, in the order of the page", () => {
    expect(words("sort-time")).toEqual([
      "Crowd fills the quay / by Ada Brook / The second crew say they look forward to rowing before a full quay on Wednesday.",
      "Coach hopes for wind / by Ada Brook / The coach of the first crew believes that an east wind would help them on the last mile.",
      "Old rivals meet / by Ada Brook / One of the oldest rivalries on the river will be rowed on new water this week.",
    ]);
  });

  test("takes the heading for the title that agrees with the head, and key events from their list", () => {
    const { page: found, posts } = readLive(page("title-second-h1"), "Europe/Rome");
    expect(found.title).toBe("Porto, le notizie di oggi. Il traghetto parte con due rimorchiatori");
    expect(found.panel).toEqual(["Il molo nord resta aperto tutto il giorno."]);
    expect(posts.map(({ keyEvent }) => keyEvent === true)).toEqual([true, false, true]);
  });

  test("reads headlines of microdata, dates in pieces, and no names of services", () => {
    expect(words("microdata-split-date")).toEqual([
      "It is over / That is all from the match. We hope that you liked our coverage of it.",
      "Last wicket / The last wicket falls, to a slow ball that nobody saw coming.",
    ]);
  });

  test("ends the last post of a flow before other stories", () => {
    expect(outlineOf(page("flow-last-post"), "Europe/Zurich").at(-1)).toBe(
      "01:26 Ruhige Nacht / In der Nacht blieb es am Hafen ruhig, meldet die Wache am Nordpier. ¶ Mit Agenturmaterial.",
    );
  });

  test("reads lead and points as panel and summary", () => {
    const { page: found } = readLive(page("lead-and-summary"));
    expect(found.panel).toEqual([
      "The pier has opened, and the ferry company faces questions.",
      "The pier will struggle to recover from a difficult spring, the mayor has said.",
      "The company announced last night that two of its ferries would stay in port.",
      "Follow along with the latest updates below.",
    ]);
    expect(printBlocks(found.summary ?? [])).toContain("- Ferry leaves with two tugs.\n- Pier opens at six.");
  });

  test("refuses a programme", () => {
    const reading = liveHtml.read(page("schedule-is-no-live-page"), { file: "x.html", zone: "Europe/Paris" });
    expect(reading.posts).toEqual([]);
    expect(reading.problems.map(({ message }) => message)).toEqual([
      "Cannot find a post in the capture: what has times on the page is a programme of things to come, and no live page",
    ]);
  });

  test("leaves no dash behind a byline", () => {
    const [first] = outlineOf(page("credit-in-caption"));
    expect(first).toMatch(/^15:30 One \/ by Ada Brook \/ .*with lanterns and a choir\.$/);
  });
});
