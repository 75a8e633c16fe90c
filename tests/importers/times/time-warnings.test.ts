import { describe, expect, test } from "vitest";
import { both, livePage, readLive, times } from "../timed-page.ts";

const said = (times: readonly string[], options = {}) =>
  readLive(livePage(both(...times.map((time) => [`2024-05-17T${time}:00+01:00`, time] as const))), options).said;

describe("timeWarnings", () => {
  test("timeWarnings counts the posts that are later than the capture", () => {
    const times = ["10:32", "09:55", "08:39"];
    expect(said(times, { captured: "2024-05-17T10:32+01:00" })).toEqual([]);
    expect(said(times, { captured: "2024-05-17T10:00+01:00" })).toEqual([
      "1 post is later than the capture, by 32 minutes",
    ]);
    expect(said(times, { captured: "2024-05-17T09:00+01:00" })).toEqual([
      "2 posts are later than the capture, by up to 1 hour 32 minutes",
    ]);
  });

  test("timeWarnings names the first post that stands apart from the order of times", () => {
    expect(said(["13:10", "12:50", "10:15", "12:30", "12:05", "11:45"])).toEqual([
      '1 post stands apart from the order of times on the page; the first is "Head 2" (2024-05-17 10:15), below "Head 1" (2024-05-17 12:50)',
    ]);
    expect(said(["11:45", "12:05", "12:30", "10:15", "12:50", "13:10"]).join()).toContain(
      '"Head 3" (2024-05-17 10:15)',
    );
  });

  test("timeWarnings says nothing of a pinned post, of posts of one minute, and of a page without order", () => {
    expect(said(["10:10", "13:50", "13:15", "12:30", "12:05"])).toEqual([]);
    expect(said(["13:50", "13:15", "13:15", "12:05"])).toEqual([]);
    expect(said(["13:50", "09:15", "13:20", "08:05", "12:10", "07:00"])).toEqual([]);
  });
});

test("posts without a time are named, three of them at most", () => {
  const shown = times("12:31", "11:39", "10:02", "09:00");
  const untimed = (count: number) => [...shown, ...Array.from({ length: count }, () => ""), ...times("08:00")];
  const options = { captured: "2024-05-17T22:00+01:00" };
  expect(readLive(livePage(untimed(1)), options).said).toContain('Posts without a time that can be told: 1 ("Head 4")');
  expect(readLive(livePage(untimed(4)), options).said).toContain(
    'Posts without a time that can be told: 4 ("Head 4", "Head 5", "Head 6" and others)',
  );
  const page = livePage(untimed(1)).replace("<h3>Head 4</h3>", "");
  expect(readLive(page, options).said).toContain(
    'Posts without a time that can be told: 1 ("A sentence that is long enough to be a post, and not a line…")',
  );
});
