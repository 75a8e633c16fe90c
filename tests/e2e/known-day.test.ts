/** A later copy without days of posts that the archive already has. */
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { printInstant } from "../../src/model/instant.ts";
import { newFolder, succeed, treeOf, writeFiles } from "./command-line.ts";

const post = (time: string, text: string): string => `${time}\n\n${text}\n`;
const old = [
  post("18:05", "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour."),
  post("17:40", "Two boats help at the pier while the harbour master waits for the tide to turn in the evening."),
  post("17:10", "The harbour is closed to all traffic until the ferry is afloat, says the harbour master."),
];
const fresh = post("19:30", "The ferry is afloat again and on her way to the yard, with both tugs beside her.");
const page = (posts: readonly string[]): string => `A ferry aground\n\n${posts.join("\n")}`;
const times = (root: string): readonly (string | undefined)[] =>
  readArchive(root)
    .pages.flatMap(({ page: { posts } }) => posts)
    .map(({ published }) => published && printInstant(published));

const day = ["2024-05-16T17:10:00+01:00", "2024-05-16T17:40:00+01:00", "2024-05-16T18:05:00+01:00"];

test("Posts that the archive has stay on their day, and new ones join them", () => {
  const root = writeFiles(newFolder(), { "one.txt": page(old), "two.txt": page([fresh, ...old]) });
  succeed(["import", "one.txt", "--captured", "2024-05-16T18:30+01:00"], { cwd: root });
  expect([...times(root)].sort()).toEqual(day);
  const { stderr } = succeed(["import", "two.txt", "--captured", "2024-05-17T20:00+01:00"], { cwd: root });
  expect([...times(root)].sort()).toEqual([...day, "2024-05-16T19:30:00+01:00"]);
  expect(stderr).toContain(
    "that of 4 posts is 16 May 2024, since content/a-ferry-aground holds posts of that day at the same minutes with the same words; the time of the capture would say 17 May 2024",
  );
  const before = treeOf(root);
  succeed(["import", "two.txt"], { cwd: root });
  expect(treeOf(root)).toEqual(before);
});

test("Posts with other words at the same minutes are of the day of their capture", () => {
  const others = old.map((one) => one.replace(/\n\n\S+/, "\n\nOn the next day the"));
  const root = writeFiles(newFolder(), { "one.txt": page(old), "two.txt": page(others) });
  succeed(["import", "one.txt", "--captured", "2024-05-16T18:30+01:00"], { cwd: root });
  const { stderr } = succeed(["import", "two.txt", "--captured", "2024-05-17T20:00+01:00"], { cwd: root });
  expect(times(root)).toHaveLength(6);
  expect(stderr).not.toContain("since content/");
});

test("A copy that is imported in the same run stays on the day of the first", () => {
  const root = writeFiles(newFolder(), { "one.txt": page(old), "two.txt": page([fresh, ...old]) });
  succeed(["import", "one.txt", "--captured", "2024-05-16T18:30+01:00"], { cwd: root });
  succeed(["import", "two.txt", "one.txt", "--captured", "2024-05-18T09:00+01:00"], { cwd: root });
  expect([...times(root)].sort()).toEqual([...day, "2024-05-16T19:30:00+01:00"]);
});
