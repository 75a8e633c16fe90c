/** What is known to be missing of a live page: read as import wrote it, and only what posts do not fill by now. */
import { describe, expect, test } from "vitest";
import { completenessFileOf, gapsLeft, type KnownGaps, readGaps } from "../../../src/archive/captures/gaps.ts";
import { newFolder, put } from "../../builder/small-archive.ts";
import { at, post } from "../../site/sample.ts";

const known: KnownGaps = {
  pages: [2, 3],
  total: 3,
  named: ["66471c3a8f08aa4b5a0d0003", "1204"],
  began: "2024-05-17T08:00:00+01:00",
};
const late = Number.MAX_SAFE_INTEGER;

describe("readGaps", () => {
  const read = (text: string | undefined, now = late) => {
    const root = newFolder();
    put(root, "content/ferry/page.md", "");
    if (text !== undefined) put(root, completenessFileOf("ferry"), text);
    return readGaps(root, "ferry", undefined, now);
  };

  test("gives what the file says, and caches it once the file has settled", () => {
    const text = JSON.stringify({ captures: [], gaps: known });
    const { value, cached } = read(text);
    expect(value.known).toEqual(known);
    expect(cached?.known).toEqual(known);
    expect(read(text, 0).cached).toBeUndefined();
  });

  test("takes what is cached of the same file, and of no other", () => {
    const root = newFolder();
    put(root, completenessFileOf("ferry"), JSON.stringify({ gaps: known }));
    const { signature } = readGaps(root, "ferry", undefined, late).cached!;
    const remembered = { ...known, total: 7 };
    const again = (seen: string) => readGaps(root, "ferry", { signature: seen, known: remembered }, late).value.known;
    expect(again(signature)).toEqual(remembered);
    expect(again("other")).toEqual(known);
  });

  test.each([
    ["no file", undefined],
    ["no gaps", '{"captures":[]}'],
    ["damage", "{"],
    ["something else", "null"],
    ["pages that are no list", '{"gaps":{"pages":1,"total":1,"named":[]}}'],
    ["a total that is no number", '{"gaps":{"pages":[],"total":"1","named":[]}}'],
    ["bytes that are no text", "\ud800"],
  ])("says nothing of %s", (_, text) => expect(read(text).value.known).toBeUndefined());
});

describe("gapsLeft", () => {
  const noon = post("p1", { published: at("2024-05-17T12:00:00+01:00") });
  const left = (posts: Parameters<typeof gapsLeft>[1]) => gapsLeft(known, posts, "Europe/London");

  test("counts what is missing", () =>
    expect(left([noon])).toEqual({ posts: 2, pages: 2, ofPages: 3, began: at("2024-05-17T08:00:00+01:00") }));

  test("leaves out posts that somebody wrote since, whatever stands before their ids", () => {
    const filled = (source: string) => left([{ ...noon, source }])?.posts;
    expect(
      filled("https://example.org/live?page=with:block-66471C3A8F08AA4B5A0D0003#block-66471c3a8f08aa4b5a0d0003"),
    ).toBe(1);
    expect(filled("live-blog-post-1204")).toBe(1);
    expect(filled("live-blog-post-31204")).toBe(2);
  });

  test("leaves out a beginning that a post now reaches, and one of a live page without times", () => {
    const early = post("p0", { published: at("2024-05-17T08:30:00+01:00") });
    expect(left([noon, early])?.began).toBeUndefined();
    expect(left([post("p2")])?.began).toBeUndefined();
  });

  test("is nothing where nothing is missing any more", () => {
    expect(gapsLeft({ pages: [], total: 0, named: ["1204"] }, [{ ...noon, source: "1204" }], "UTC")).toBeUndefined();
    expect(gapsLeft(undefined, [noon], "UTC")).toBeUndefined();
  });
});
