import { describe, expect, test } from "vitest";
import type { Captures } from "../../../src/archive/captures/captures.ts";
import { completed, wasOfOtherForm } from "../../../src/archive/merge/complete-post.ts";
import type { ImportRequest } from "../../../src/archive/merge/request.ts";
import { parseInstant } from "../../../src/model/instant.ts";
import type { Post } from "../../../src/model/live-page.ts";

const at = (time: string) => parseInstant(`2025-02-12T${time}+00:00`, "Europe/London")!;
const post = (more: Partial<Post>): Post => ({
  id: "p",
  inferred: [],
  breaking: false,
  context: [],
  bylines: [],
  truncated: false,
  blocks: [],
  ...more,
});

describe("completed", () => {
  test("takes over what the incoming form cannot say, and nothing that it says", () => {
    const present = post({
      label: "Analysis",
      bylines: [{ name: "Ann" }],
      breaking: true,
      source: "a",
      context: ["Final"],
    });
    expect(completed(post({ headline: "One" }), present)).toEqual({ ...present, headline: "One" });
    const said = post({ label: "Watch", bylines: [{ name: "Bo" }], source: "b", context: ["Heat"], breaking: true });
    expect(completed(said, present)).toEqual(said);
  });

  test("says once what is a label in one form and a subheadline in the other", () => {
    expect(completed(post({ label: "Analysis" }), post({ subheadline: "Analysis" })).subheadline).toBeUndefined();
    expect(completed(post({ subheadline: "Analysis" }), post({ label: "Analysis" })).label).toBeUndefined();
  });

  test("keeps the time that says more", () => {
    const exact = post({ published: at("12:20:31") });
    expect(completed(post({ published: at("12:20:00"), inferred: ["date"] }), exact)).toMatchObject({
      published: at("12:20:31"),
      inferred: [],
    });
    expect(completed(post({}), exact).published).toEqual(at("12:20:31"));
    expect(completed(post({ published: at("12:25:00") }), exact).published).toEqual(at("12:25:00"));
    expect(completed(exact, post({ published: at("12:20:00"), inferred: ["year"] }))).toMatchObject({
      published: at("12:20:31"),
      inferred: [],
    });
  });
});

test("wasOfOtherForm asks the capture that spoke last of the post", () => {
  const record = (digest: string, importer: string, posts: readonly string[]) => ({
    digest,
    name: "x",
    importer,
    options: {},
    ledger: [],
    posts,
  });
  const captures: Captures = {
    records: [record("1", "bbc-html", ["a", "b"]), record("2", "bbc-json", ["b"])],
    known: new Map(),
    declined: new Map(),
  };
  const request = {
    importer: "bbc-html",
    capture: { name: "x", digest: "3" },
  } as unknown as ImportRequest;
  expect(["a", "b", "c"].map((id) => wasOfOtherForm({ captures }, request, id))).toEqual([false, true, false]);
});
