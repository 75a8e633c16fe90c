import { describe, expect, test } from "vitest";
import { livePage, readLive, times } from "../timed-page.ts";

const shown = times("12:31", "11:39", "02:02");
const overMidnight = times("00:31", "23:39", "22:02");
const days = (page: string, options = {}) => {
  const { times: all, said } = readLive(page, options);
  return [all.map((time) => time.slice(5, 10)).join(" "), /was taken from (.*)$/.exec(said.join("\n"))?.[1]];
};
const meta = (name: string, content: string): string => `<meta property="article:${name}_time" content="${content}">`;
const data = (facts: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...facts })}</script>`;

describe("the day of times without one", () => {
  test("is that of a date line of the page, before all others", () => {
    const page = livePage(shown, {
      head: meta("published", "2024-09-01T10:00:00Z"),
      below: "<h2>Dienstag, 27. August 2024</h2>",
    });
    expect(days(page)).toEqual(["08-27 08-27 08-27", "a date that the page prints"]);
    const two = livePage(shown, {
      head: meta("published", "2024-09-01T13:00:00Z"),
      below: "<p>27 August 2024</p><p>28 August 2024</p>",
    });
    expect(days(two)).toEqual(["09-01 09-01 09-01", "the page's article:published_time"]);
  });

  test("is that of the page's head, of its structured data, of its title, of its address, in this order", () => {
    const [head, script] = [meta("published", "2024-08-25T04:32:24Z"), data({ datePublished: "2024-08-26T04:00:00Z" })];
    const title = '<meta property="og:title" content="The fair on Tuesday 27 August 2024, as it happened">';
    const link = '<link rel="canonical" href="https://e.org/2024/aug/28/fair-live">';
    const captured = "2024-08-30T23:00:00Z";
    expect(days(livePage(shown, { head: head + script + title + link }))[0]).toBe("08-25 08-25 08-25");
    expect(days(livePage(shown, { head: script + title + link }))).toEqual([
      "08-26 08-26 08-26",
      "the page's datePublished",
    ]);
    expect(days(livePage(shown, { head: title + link }))).toEqual(["08-27 08-27 08-27", "the page's title"]);
    expect(days(livePage(shown, { head: link }), { captured })).toEqual(["08-28 08-28 08-28", "the page's address"]);
    expect(days(livePage(shown), { captured })).toEqual(["08-30 08-30 08-30", "the time of the capture"]);
  });

  test("is never later than the capture", () => {
    const page = livePage(shown, { head: meta("published", "2024-08-28T04:00:00Z") });
    expect(days(page, { captured: "2024-08-28T12:31+01:00" })[0]).toBe("08-28 08-28 08-28");
    expect(days(page, { captured: "2024-08-28T12:30+01:00" })).toEqual([
      "08-27 08-27 08-27",
      "the time of the capture, since the page's article:published_time is later",
    ]);
    expect(days(livePage(overMidnight), { captured: "2024-08-28T00:30+01:00" })[0]).toBe("08-27 08-26 08-26");
  });

  test("turns at midnight, from the beginning of the page or back from its last change", () => {
    const began = meta("published", "2024-08-27T19:32:24Z");
    expect(days(livePage(overMidnight, { head: began }))[0]).toBe("08-28 08-27 08-27");
    expect(days(livePage(overMidnight, { head: began + meta("modified", "2024-08-27T23:32:24Z") }))[0]).toBe(
      "08-28 08-27 08-27",
    );
    const again = meta("published", "2024-08-27T23:35:24Z");
    expect(days(livePage(overMidnight, { head: again }))[0]).toBe("08-28 08-27 08-27");
    expect(days(livePage(overMidnight, { head: meta("modified", "2024-08-27T23:35:24Z") }))[0]).toBe(
      "08-28 08-27 08-27",
    );
  });

  test("is that of the last change where the page was made the day before", () => {
    const head = meta("published", "2024-08-26T21:00:00Z") + meta("modified", "2024-08-27T11:35:24Z");
    expect(days(livePage(shown, { head }))[0]).toBe("08-27 08-27 08-27");
    // Changed a year later, a page says nothing of its posts.
    const late = meta("published", "2024-08-27T00:30:00Z") + meta("modified", "2025-08-27T11:35:24Z");
    expect(days(livePage(shown, { head: late }))[0]).toBe("08-27 08-27 08-27");
  });

  test("is not that of another story beside the page", () => {
    const below =
      '<aside><p>1 May 2020</p></aside><footer>2 May 2020</footer><div class="related"><p>3 May 2020</p></div>';
    expect(days(livePage(shown, { head: meta("published", "2024-08-27T04:00:00Z"), below }))[0]).toBe(
      "08-27 08-27 08-27",
    );
  });

  test("has the year that the page tells before that of a late capture", () => {
    const page = livePage(times("1 January, 00:31", "31 December, 23:39"), {
      head: meta("published", "2023-12-31T20:00:00Z"),
    });
    expect(readLive(page, { captured: "2026-08-28T00:30+01:00" }).times).toEqual([
      "2024-01-01T00:31:00+00:00",
      "2023-12-31T23:39:00+00:00",
    ]);
  });
});
