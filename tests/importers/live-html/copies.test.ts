import { describe, expect, test } from "vitest";
import { findAll, parseHtml } from "../../../src/importers/html/html.ts";
import { attribute } from "../../../src/importers/html/inline.ts";
import { withoutCopies } from "../../../src/importers/live-html/copies.ts";

const long = "The ferry has left the quay with sixty people on board.";
const post = (name: string, time: string, more = "", text = long) =>
  `<article data-name="${name}" ${more}><time>${time}</time><p>${text}</p></article>`;

/** The names of the posts that are left. */
function namesOf(...posts: readonly string[]): readonly (string | undefined)[] {
  const all = findAll(parseHtml(posts.join("")), ({ tagName }) => tagName === "article");
  return withoutCopies(all, () => {}).map((one) => attribute(one, "data-name"));
}

describe("withoutCopies", () => {
  test("withoutCopies leaves out a pinned post that stands in its place as well, wherever it stands", () => {
    const pinned = post("pinned", "10:32", 'class="pinned"');
    const own = post("own", "10:32");
    expect(namesOf(pinned, own)).toEqual(["own"]);
    expect(namesOf(own, pinned)).toEqual(["own"]);
  });

  test.for([
    ["longer", `${long} Nobody is hurt.`],
    ["shorter", "The ferry has left the quay."],
  ])("withoutCopies leaves out a pinned post that is %s than the one in its place", ([, text]) => {
    const own = post("own", "10:32", 'id="a1"').replace("<p>", "<h3>Ferry leaves</h3><p>");
    const pinned = post("pinned", "10:32", 'class="pinned"', text).replace("<p>", "<h3>Ferry leaves</h3><p>");
    expect(namesOf(pinned, own)).toEqual(["own"]);
    expect(namesOf(pinned.replace("<article", '<article id="pinned-a1"').replace("10:32", "10:40"), own)).toEqual([
      "own",
    ]);
    expect(namesOf(pinned.replace("<article", '<article id="b1"'), own)).toEqual(["pinned", "own"]);
    expect(namesOf(pinned.replace("10:32", "10:33"), own)).toEqual(["pinned", "own"]);
    expect(namesOf(pinned.replace("<h3>Ferry leaves", "<h3>Ferry waits"), own)).toEqual(["pinned", "own"]);
  });

  test("withoutCopies keeps the same words at another printed time", () => {
    expect(namesOf(post("a", "19:05"), post("b", "18:19"))).toEqual(["a", "b"]);
  });

  test("withoutCopies keeps the same words and time under another id", () => {
    expect(namesOf(post("a", "10:32", 'id="a1"'), post("b", "10:32", 'id="b1"'))).toEqual(["a", "b"]);
    expect(namesOf(post("a", "10:32", 'id="a1"'), post("b", "10:32", 'id="a1"'))).toEqual(["b"]);
  });

  test("withoutCopies keeps a post that says one word more outside its paragraphs", () => {
    expect(namesOf(post("a", "10:32"), post("b", "10:32").replace("<p>", "<div>Goal!</div><p>"))).toEqual(["a", "b"]);
  });

  test("withoutCopies ends soon with thousands of equal posts under ids of their own", { timeout: 20_000 }, () => {
    const posts = Array.from({ length: 4000 }, (_, index) => post(`p${index}`, "10:32", `id="p${index}"`));
    expect(namesOf(...posts)).toHaveLength(4000);
  });
});
