/** wordingViews: which older wordings are shown, and how much unchanged text. */
import { expect, test } from "vitest";
import { en } from "../../../src/site/i18n/interface/en.ts";
import { wordingViews } from "../../../src/site/presenters/wording.ts";
import { at, hostile, paragraph, post } from "../sample.ts";

const paragraphs = (...texts: readonly string[]) => ({ blocks: texts.map(paragraph) });
const now = post("p1", { headline: "Fog lifts", ...paragraphs("One.", "Two.", "Three.", "Four.", "Five is new.") });

test("wordingViews begin with the newest, each with the changes to the next", () => {
  const [second, first, ...others] = wordingViews(
    now,
    [
      { post: { ...now, headline: "Fog" }, captured: at("2024-05-17T06:00:00+01:00") },
      { post: { ...now, headline: "Fog stays" } },
    ],
    en,
  );
  expect(others).toEqual([]);
  expect([second?.captured, first?.captured?.clock]).toEqual([undefined, "06:00"]);
  expect(second?.changes()[0]).toEqual({
    kind: "headline",
    pieces: [
      { kind: "same", text: "Fog " },
      { kind: "removed", text: "stays" },
      { kind: "added", text: "lifts" },
    ],
  });
  expect(first?.changes()[0]).toMatchObject({ pieces: [{ text: "Fog" }, { kind: "added", text: " stays" }] });
});

test("wordingViews leave out what has the words of the next", () => {
  const other = { ...now, updated: at("2024-05-17T06:00:00+01:00"), source: "https://example.org/1" };
  expect(wordingViews(now, [{ post: other }, { post: now }], en)).toEqual([]);
  const inOneLine = { ...now, ...paragraphs("One. Two. Three.", "Four. Five is new.") };
  expect(wordingViews(now, [{ post: inOneLine }], en)).toEqual([]);
});

test("wordingViews keep the unchanged lines beside a change and count the others", () => {
  const older = { ...now, ...paragraphs("One.", "Two.", "Three.", "Four.", "Five is old.") };
  const [view] = wordingViews(now, [{ post: older }], en);
  expect(view?.changes().map((line) => (line.kind === "unchanged" ? line.count : line.kind))).toEqual([
    "headline",
    3,
    "text",
    "text",
  ]);
});

test("wordingViews show bylines, labels and other lines of a heading only where they changed", () => {
  const older = { ...now, label: "Analysis", bylines: [{ name: hostile, role: "Rivers" }] };
  const [view] = wordingViews({ ...now, bylines: [{ name: hostile }] }, [{ post: older }], en);
  const lines = view?.changes().filter(({ kind }) => kind === "line") ?? [];
  expect(lines).toHaveLength(2);
  expect(lines[0]).toEqual({ kind: "line", pieces: [{ kind: "removed", text: "Analysis" }] });
});

test("wordingViews have other keys for other words, times and successors", () => {
  const views = [
    ...wordingViews(now, [{ post: { ...now, headline: "A" } }], en),
    ...wordingViews(now, [{ post: { ...now, headline: "B" } }], en),
    ...wordingViews(now, [{ post: { ...now, headline: "A" }, captured: at("2024-05-17T06:00:00+01:00") }], en),
    ...wordingViews({ ...now, headline: "C" }, [{ post: { ...now, headline: "A" } }], en),
  ];
  expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(4);
});
