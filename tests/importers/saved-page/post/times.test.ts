import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { both, livePage, readLive, times, words } from "../../timed-page.ts";

const report = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, "../../../fixtures/reports", `${name}.html`), "utf8");
const evening = { captured: "2024-05-17T22:00+01:00" };

describe("the times of a page", () => {
  test("keep every name and sentence that stands beside them in the post", () => {
    const beside = fc.constantFrom(
      "Ada Brook",
      "The tugs arrive",
      "Moore & Nilsson",
      "Analysis",
      "PA Media",
      "Live from the quay",
    );
    const clock = fc.constantFrom("10.32am", "10:32 GMT", "10.32 Uhr", "17 May 2024, 10:32");
    fc.assert(
      fc.property(beside, clock, fc.boolean(), fc.boolean(), (name, time, isMachine, isFirst) => {
        const line = isFirst ? `${time} ${name}` : `${name} ${time}`;
        const heads = isMachine ? both(["2024-05-17T10:32+01:00", line]) : times(line);
        const { bodies } = readLive(livePage([...heads, ...times("09:15", "08:02")]), evening);
        expect(bodies[0]!.replaceAll("\\", ""), line).toContain(name);
      }),
      { numRuns: 60 },
    );
  });

  test("are read beside a name", () => {
    const read = readLive(livePage(times("10.32am Ada Brook", "9.15am", "8.15am Bo Carr")), evening);
    expect(read.times.map((time) => time.slice(11, 16))).toEqual(["10:32", "09:15", "08:15"]);
    expect(read.bodies).toEqual([`Ada Brook\n\n${words} 0`, `${words} 1`, `Bo Carr\n\n${words} 2`]);
  });

  test("that tell a change are not when a post was published", () => {
    const read = readLive(livePage(times("10:32 (updated 10:45)", "Updated at 09:50", "09:15")), evening);
    expect(read.times.map((time) => time.slice(11, 16))).toEqual(["10:32", "09:50", "09:15"]);
    const apart = readLive(
      livePage([
        '<time datetime="2024-05-17T09:32Z">10:32</time><span class="updated">Updated 10:45</span>',
        ...both(["2024-05-17T08:15Z", "09:15"], ["2024-05-17T07:15Z", "2h ago"]),
      ]),
    );
    expect(apart.times.map((time) => time.slice(11, 16))).toEqual(["10:32", "09:15", "08:15"]);
    expect(apart.said).toEqual([]);
  });

  test("in pieces are read as one", () => {
    const head = (d: string, time: string) =>
      `<div class="dtime"><time class="cal"><span>November</span><span>${d}</span><span>2023</span></time><span class="dte">${time} (IST)</span></div>`;
    const read = readLive(livePage([head("02", "21:06"), head("02", "20:51"), head("01", "20:02")]), {
      zone: "Asia/Kolkata",
    });
    expect(read.times).toEqual(["2023-11-02T21:06:00+05:30", "2023-11-02T20:51:00+05:30", "2023-11-01T20:02:00+05:30"]);
    expect(read.bodies).toEqual([0, 1, 2].map((index) => `${words} ${index}`));
  });

  test("take the date that machines are told alone, and times for machines in words", () => {
    const dated = ["10:32", "09:15", "08:02"].map((time) => `<time datetime="2024-08-27">${time}</time>`);
    expect(readLive(livePage(dated)).times[0]).toBe("2024-08-27T10:32:00+01:00");
    const worded = ["10:32", "09:15", "08:02"].map(
      (time) => `<b class="time" data-published="Fri, 17 May 2024 ${time}:00 GMT">1h ago</b>`,
    );
    expect(readLive(livePage(worded)).times[0]).toBe("2024-05-17T11:32:00+01:00");
  });

  test("of 12 hours without am and pm are told by machines, and else stay in the text", () => {
    const machine = both(["2024-05-17T13:32Z", "2:32"], ["2024-05-17T12:39Z", "1:39"], ["2024-05-17T10:39Z", "11:39"]);
    expect(readLive(livePage(machine)).times.map((time) => time.slice(11, 16))).toEqual(["14:32", "13:39", "11:39"]);
    const alone = readLive(livePage(times("1:39", "12:39", "11:39")), evening);
    expect(alone.times).toEqual(["-", "-", "-"]);
    expect(alone.bodies[0]).toBe(`1:39\n\n${words} 0`);
    expect(alone.said[0]).toBe(
      "Cannot tell morning from afternoon in 3 times: the page counts 12 hours, and they say neither am nor pm",
    );
    const mixed = readLive(livePage(times("1:39pm", "12:39", "11:39am")), evening);
    expect(mixed.times.map((time) => time.slice(11, 16))).toEqual(["13:39", "", "11:39"]);
  });

  test("are read as noon, midnight, the end of the day, four digits and yesterday", () => {
    const read = (...shown: string[]) =>
      readLive(livePage(times(...shown)), evening).times.map((time) => time.slice(5, 16));
    expect(read("1.30pm", "noon", "11.10am")).toEqual(["05-17T13:30", "05-17T12:00", "05-17T11:10"]);
    expect(read("24:00", "23:50", "22:10")).toEqual(["05-17T00:00", "05-16T23:50", "05-16T22:10"]);
    expect(read("2015", "1915", "1802")).toEqual(["05-17T20:15", "05-17T19:15", "05-17T18:02"]);
    expect(read("10:10", "09:00", "Yesterday 23:50")).toEqual(["05-17T10:10", "05-17T09:00", "05-16T23:50"]);
  });

  test("of the zone of New York are read in any zone, with the offset of their day", () => {
    const read = readLive(
      livePage(times("May 17, 2024, 1:30 p.m. ET", "May 17, 2024, noon ET", "Jan 17, 2024, 11:10 a.m. ET")),
    );
    expect(read.times).toEqual(["2024-05-17T13:30:00-04:00", "2024-05-17T12:00:00-04:00", "2024-01-17T11:10:00-05:00"]);
    expect(read.inferred).toEqual(["", "", ""]);
    const undated = readLive(livePage(times("1:30 p.m. ET", "noon ET", "11:10 a.m. ET")), evening);
    expect(undated.times).toEqual([
      "2024-05-17T13:30:00-04:00",
      "2024-05-17T12:00:00-04:00",
      "2024-05-17T11:10:00-04:00",
    ]);
  });

  test("are the same on every machine", () => {
    const before = process.env.TZ;
    const page = livePage(
      both(["2024-10-27T01:30:00", "01:30"], ["2024-10-26T23:45:00", "23:45"], ["2024-10-26T22:30:00Z", "23:30"]),
    );
    const all = ["UTC", "Asia/Tokyo", "America/New_York"].map((zone) => {
      process.env.TZ = zone;
      return readLive(page).times;
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(all.map((one) => one.join())).size).toBe(1);
  });
});

describe("pages of the reports", () => {
  test("a sorting time is not the shown one", () => {
    const read = readLive(report("sort-time"));
    expect(read.times).toEqual(["2023-08-14T10:01:52+01:00", "2023-08-14T09:01:52+01:00", "2023-08-14T08:01:52+01:00"]);
    expect(read.said).toEqual([
      '"data-sort-time" differs from the times that the page shows in 3 posts, by 2 hours 42 minutes to 4 hours 41 minutes: the shown times were taken',
    ]);
    expect(read.bodies.join()).not.toContain("2023");
  });

  test("a day is taken from the page before the capture", () => {
    const read = readLive(report("date-after-capture"), {
      captured: "2024-08-28T09:00+02:00",
      zone: "Europe/Berlin",
      zoneTold: true,
    });
    expect(read.times).toEqual(["2024-08-27T12:31:00+02:00", "2024-08-27T11:39:00+02:00", "2024-08-27T02:02:00+02:00"]);
    expect(read.inferred).toEqual(["year date zone", "year date zone", "year date zone"]);
    expect(read.said).toEqual([
      "No day stands beside the times: that of 3 posts was taken from a date that the page prints",
    ]);
  });

  test("two forms an hour apart are said to be", () => {
    for (const options of [{}, { zone: "Europe/Rome", zoneTold: true }]) {
      const read = readLive(report("title-second-h1"), options);
      expect(read.times).toEqual([
        "2023-11-02T16:48:32+01:00",
        "2023-11-02T15:27:10+01:00",
        "2023-11-02T14:08:05+01:00",
      ]);
      expect(read.said.join()).toContain("by 1 hour");
    }
  });

  test("a date in pieces is no paragraph", () => {
    const read = readLive(report("microdata-split-date"));
    expect(read.times).toEqual(["2023-11-02T21:06:52+05:30", "2023-11-02T20:51:11+05:30"]);
    expect(read.bodies.join()).not.toMatch(/November|21:06/);
  });

  test("noon is a time, and marks that no reader sees are none of it", () => {
    expect(readLive(report("time-noon")).times).toEqual([
      "2024-05-17T13:30:00-04:00",
      "2024-05-17T12:00:00-04:00",
      "2024-05-17T11:10:00-04:00",
    ]);
    expect(readLive(report("time-unseen-marks")).times).toEqual([
      "2024-05-17T13:30:00+01:00",
      "2024-05-17T12:20:00+01:00",
      "2024-05-17T11:10:00+01:00",
    ]);
  });
});
