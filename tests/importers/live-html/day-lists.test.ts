import { describe, expect, test } from "vitest";
import { pageOf } from "../live-outline.ts";
import { readLive } from "../timed-page.ts";

const ul = (times: readonly string[]): string =>
  `<ul>${times.map((time) => `<li><b>${time}</b> <p>Something was said at ${time}.</p></li>`).join("")}</ul>`;
const dl = (times: readonly string[]): string =>
  `<dl>${times.map((time) => `<dt>${time}</dt><dd>Something was said at ${time}.</dd>`).join("")}</dl>`;
const two = (list: typeof ul, first: readonly string[], second: readonly string[]): string =>
  pageOf(
    `<h2>Tuesday, March 4, 2025</h2>${list(first)}\n<h2>Monday, March 3, 2025</h2>${list(second)}<p>Copyright of the pier</p>`,
  );
const timesOf = (html: string) => readLive(html).times.map((time) => time.slice(5, 16));

describe("lists with a day above each", () => {
  test("are one live page, each post of the day that stands above its list", () => {
    for (const list of [ul, dl]) {
      expect(timesOf(two(list, ["9:58 PM", "9:40 PM", "8:40 PM"], ["11:45 PM"]))).toEqual([
        "03-04T21:58",
        "03-04T21:40",
        "03-04T20:40",
        "03-03T23:45",
      ]);
      expect(timesOf(two(list, ["9:58 PM", "9:40 PM"], ["11:45 PM", "4:10 PM"]))).toEqual([
        "03-04T21:58",
        "03-04T21:40",
        "03-03T23:45",
        "03-03T16:10",
      ]);
    }
  });

  test("leave what stands below the last of them out of its post, and infer no day", () => {
    for (const list of [ul, dl]) {
      const { bodies, inferred } = readLive(two(list, ["9:58 PM", "9:40 PM"], ["11:45 PM", "4:10 PM"]));
      expect(bodies.at(-1)).toBe("Something was said at 4:10 PM.");
      expect(inferred).toEqual(["zone", "zone", "zone", "zone"]);
    }
  });

  test("stay lists within posts that tell times of their own", () => {
    const plan = `<h4>5 March 2025</h4><ul><li>9:30 Doors</li></ul><h4>6 March 2025</h4><ul><li>10:30 Vote</li></ul>`;
    const posts = ["15:30", "14:20", "13:10", "12:05", "11:00"].map(
      (time, index) =>
        `<div class="post"><time>4 March 2025 ${time}</time><p>Something was said at length here.</p>${index === 0 ? plan : ""}</div>`,
    );
    const { bodies, times } = readLive(pageOf(posts.join("")));
    expect(times).toHaveLength(5);
    expect(bodies[0]).toContain("- 9:30 Doors");
  });
});

test("a time whose day cannot be told is quoted as the page writes it", () => {
  const page = pageOf(ul(["9:58 PM", "9:40 PM", "8:40 PM"]));
  expect(readLive(page).said.join()).toContain('Cannot tell the date of "9:58 PM":');
});
