/** On which day posts are that tell only a time of day. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { capturesFileOf, printCaptures } from "../../../src/archive/captures/captures.ts";
import { onKnownDay } from "../../../src/archive/merge/known-day.ts";
import { printOf } from "../../../src/archive/merge/match.ts";
import { parseInstant, printInstant } from "../../../src/model/instant.ts";
import type { FoundPost } from "../../../src/model/live-page.ts";

const words = "The ferry left the north pier with two tugs beside it.";
const post = (time: string, text = words, inferred: FoundPost["inferred"] = ["date"]): FoundPost => ({
  inferred,
  breaking: false,
  published: parseInstant(time, "Europe/London")!,
  context: [],
  bylines: [],
  truncated: false,
  blocks: [{ kind: "paragraph", content: [{ kind: "text", text }] }],
});

function daysOf(known: readonly FoundPost[], found: readonly FoundPost[], captured?: string) {
  const root = mkdtempSync(path.join(tmpdir(), "known-day-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = path.join(root, capturesFileOf("page"));
  mkdirSync(path.dirname(file), { recursive: true });
  const prints = new Map(known.map((one, index) => [`p${index}`, [printOf(one)]]));
  writeFileSync(file, printCaptures({ records: [], known: prints, declined: new Map() }));
  const moment = captured === undefined ? undefined : parseInstant(captured, "Europe/London");
  return onKnownDay(root, "page", found, moment)?.posts.map(({ published }) => printInstant(published!));
}

test("Posts are on the day on which the archive has one of them", () => {
  const found = [post("2024-05-17T10:20:00+01:00", "Another word."), post("2024-05-17T10:00:00+01:00")];
  expect(daysOf([post("2024-05-15T10:00:00+01:00")], found, "2024-05-17T11:00:00+01:00")).toEqual([
    "2024-05-15T10:20:00+01:00",
    "2024-05-15T10:00:00+01:00",
  ]);
});

test("Posts keep their time of day where the clocks were changed between the days", () => {
  expect(daysOf([post("2024-10-26T10:00:00+01:00")], [post("2024-10-28T10:00:00Z")])).toEqual([
    "2024-10-26T10:00:00+01:00",
  ]);
});

test.for([
  ["has them on the day of the capture", ["2024-05-17T10:00:00+01:00"], words],
  ["has them on that day and on another", ["2024-05-17T10:00:00+01:00", "2024-05-16T10:00:00+01:00"], words],
  ["has them on two other days", ["2024-05-15T10:00:00+01:00", "2024-05-16T10:00:00+01:00"], words],
  ["has them at another minute", ["2024-05-16T10:01:00+01:00"], words],
  ["has them later than the capture", ["2024-05-18T10:00:00+01:00"], words],
  ["has only a few letters of them", ["2024-05-16T10:00:00+01:00"], "Goal!"],
] as const)("Posts stay on the day of their capture where the archive %s", ([, times, text]) => {
  const known = times.map((time) => post(time, text));
  expect(daysOf(known, [post("2024-05-17T10:00:00+01:00", text)], "2024-05-17T11:00:00+01:00")).toBeUndefined();
});

test("A post whose day is told stays on it", () => {
  expect(daysOf([post("2024-05-16T10:00:00+01:00")], [post("2024-05-17T10:00:00+01:00", words, [])])).toBeUndefined();
});
