/** Ways on from a post and from a live page: to their addresses, and to how they are cited. */
import { expect, test } from "vitest";
import { archives, print } from "./archives.ts";

const [bare, published] = archives.map(([, archive]) => print(archive).get("river/index.html") ?? "");
const plain = (text = "") => text.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

test("below each post of a stream stand links to its own page and to its citation there", () => {
  expect(bare).toContain(
    '<p class="ways"><a href="p-saturday/index.html">Link</a> · <a href="p-saturday/index.html#to_cite">Cite</a></p>',
  );
  expect(bare?.match(/<p class="ways">/g)).toHaveLength(7);
});

test("the foot of a live page says how to cite it, and its address where it has one", () => {
  const cited = "Example Wire. “The river at Fenwick”. River Archive. ";
  const captured = "Captured 28 October 2024 from https://example.org/live BibTeX · RIS";
  expect(plain(bare)).toContain(`Cite this live page${cited}${captured}`);
  expect(plain(bare)).not.toContain("Permanent address");
  expect(plain(published)).toContain(
    `Permanent addresshttps://example.org/a/river/Cite this live page${cited}https://example.org/a/river/ ${captured}`,
  );
});
