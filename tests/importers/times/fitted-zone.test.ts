import { describe, expect, test } from "vitest";
import { both, livePage, readLive, times } from "../timed-page.ts";

const moment = (name: string, time: string): string => `<meta property="article:${name}_time" content="${time}">`;
const german = (page: string): string => page.replace('lang="en"', 'lang="de"');
const day = "<h2>Montag, 10. März 2025</h2>";
const shown = times("20:15", "12:10", "5:00");
const began = moment("published", "2025-03-10T05:00:00+01:00");
const summary = ({ times: all, inferred, zone }: ReturnType<typeof readLive>) => ({
  times: all.map((time) => time.slice(0, 16) + time.slice(19)),
  inferred,
  zone,
});

describe("the zone of a page that names none", () => {
  test("is the offset of its own date where that is a time that it shows", () => {
    const read = readLive(german(livePage(shown, { head: began, below: day })));
    expect(summary(read)).toEqual({
      times: ["2025-03-10T20:15+01:00", "2025-03-10T12:10+01:00", "2025-03-10T05:00+01:00"],
      inferred: Array(3).fill("year date zone"),
      zone: "Etc/GMT-1",
    });
    const [said, ...others] = read.problems.filter(({ message }) => message.includes("zone"));
    expect(others).toEqual([]);
    expect(said!.message).toBe(
      "The page names no zone: its times were taken as times of UTC+1, since the page's article:published_time has that offset and is a time that the page shows",
    );
    expect(said!.hint).toContain("--zone Europe/Berlin");
  });

  test("is that of structured data, of its last change, and of an offset of half an hour", () => {
    const data = `<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2025-03-10T20:15:40+05:30"}</script>`;
    expect(summary(readLive(livePage(shown, { head: data })))).toMatchObject({
      times: ["2025-03-10T20:15+05:30", "2025-03-10T12:10+05:30", "2025-03-10T05:00+05:30"],
      zone: "Asia/Kolkata",
    });
  });

  test("stays the usual one where a person named it, where an earlier import took it, and where Greenwich's time is told", () => {
    const page = livePage(shown, { head: began });
    const usual = { times: ["2025-03-10T20:15+00:00", "2025-03-10T12:10+00:00", "2025-03-10T05:00+00:00"] };
    expect(summary(readLive(page, { zoneTold: true }))).toMatchObject(usual);
    expect(readLive(page, { zoneTold: true }).said.join()).not.toContain("zone");
    expect(readLive(page, { keptZone: "Europe/London" })).toMatchObject({ zone: undefined });
    expect(summary(readLive(page, { keptZone: "Europe/London" }))).toMatchObject(usual);
    const greenwich = livePage(shown, { head: moment("published", "2025-03-10T05:00:00Z") });
    expect(summary(readLive(greenwich))).toMatchObject({ ...usual, zone: undefined });
  });

  test("is the one that an earlier import found, where this capture tells nothing of it", () => {
    expect(summary(readLive(livePage(shown, { below: day }), { keptZone: "Etc/GMT-1" }))).toMatchObject({
      times: ["2025-03-10T20:15+01:00", "2025-03-10T12:10+01:00", "2025-03-10T05:00+01:00"],
    });
  });

  test("is in doubt where the page's own dates have another offset and are no times that it shows", () => {
    const { problems, zone } = readLive(
      livePage(shown, { head: moment("published", "2025-03-10T04:51:00+11:00"), below: day }),
    );
    expect(zone).toBeUndefined();
    const said = problems.filter(({ message }) => message.includes("zone"));
    expect(said.map(({ message }) => message)).toEqual([
      "The page names no zone, and its own dates are of UTC+11 (the page's article:published_time): its times were taken as times of Europe/London",
    ]);
    expect(said[0]!.hint).toContain("--zone Australia/Sydney");
  });

  test("is in doubt on a page in another language than English, and on no other", () => {
    const doubt = "The page names no zone: its times were taken as times of Europe/London";
    const page = livePage(shown, { below: day });
    expect(readLive(german(page)).said).toContain(doubt);
    expect(readLive(page, { language: "fr" }).said).toContain(doubt);
    for (const one of [readLive(page), readLive(german(page), { zoneTold: true })])
      expect(one.said.join()).not.toContain("zone");
  });
});

describe("the zone of times that all have an offset", () => {
  const pairs = ["22:58", "21:40", "19:05"].map((time) => [`2025-03-25T${time}:00+11:00`, time] as const);

  test("is one that has it, and no zone whose clocks never show these times", () => {
    const { times: all, zone, posts, said } = readLive(livePage(both(...pairs)));
    expect(all[0]).toBe("2025-03-25T22:58:00+11:00");
    expect([zone, posts[0]?.published?.zone]).toEqual(["Etc/GMT-11", "Etc/GMT-11"]);
    expect(said).toEqual([
      "The times of the page are of UTC+11; the zone's name is not known, so Etc/GMT-11 was taken",
    ]);
    expect(readLive(livePage(both(...pairs)), { zoneTold: true })).toMatchObject({ zone: undefined, said: [] });
  });

  test("is named by a place that fits where the attributes are of Greenwich", () => {
    const machine = ["11:58", "10:40", "08:05"].map(
      (time, index) => [`2025-03-25T${time}:00Z`, pairs[index]![1]] as const,
    );
    const { problems, zone } = readLive(livePage(both(...machine)));
    expect(zone).toBe("Etc/GMT-11");
    expect(problems.map(({ hint }) => hint).join()).toContain("--zone Australia/Sydney");
  });

  test("is in doubt where they have several that the usual zone has not", () => {
    const two = livePage(
      both(
        ["2025-03-09T04:00:00-04:00", "04:00"],
        ["2025-03-09T01:10:00-05:00", "01:10"],
        ["2025-03-09T00:05:00-05:00", "00:05"],
      ),
    );
    const { zone, problems } = readLive(two);
    expect(zone).toBeUndefined();
    expect(problems.map(({ message, hint }) => `${message} ${hint}`).join()).toContain(
      "none of Europe/London, which was taken since no zone was named Say the page's zone: --zone America/New_York",
    );
  });

  test("stays where some of them are those of the usual zone", () => {
    const summer = ["22:58", "21:40", "19:05"].map((time) => [`2025-06-25T${time}:00+01:00`, time] as const);
    expect(readLive(livePage(both(...summer)))).toMatchObject({ zone: undefined, said: [] });
  });
});
