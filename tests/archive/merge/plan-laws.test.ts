import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planImport } from "../../../src/archive/merge/plan.ts";
import { normalisePost } from "../../../src/archive/normalise.ts";
import { readArchive } from "../../../src/archive/read/read.ts";
import { plainBlocks } from "../../../src/markdown/plain.ts";
import type { FoundPost, Post } from "../../../src/model/live-page.ts";
import * as arbitrary from "../arbitraries.ts";
import { found, importInto, request, withRoot } from "../import-fixtures.ts";

const numRuns = Math.ceil(arbitrary.numRuns / 8);
const file = (root: string, name: string) => join(root, "content/visit", name);
const timeline = (root: string): readonly Post[] => readArchive(root).pages[0]?.page.posts ?? [];
const words = (posts: readonly FoundPost[]) =>
  posts.map((post) => `${post.headline ?? ""}|${plainBlocks(post.blocks).trim()}`);

/** A timeline, newest first: posts of its minutes, some sharing one, all with words of their own. */
const live: fc.Arbitrary<FoundPost[]> = fc
  .array(fc.tuple(fc.constantFrom(0, 1, 1, 2), fc.constantFrom("Head", undefined)), { minLength: 1, maxLength: 12 })
  .map((steps) => {
    let minute = 0;
    return steps
      .map(([step, head], index) => {
        minute += step;
        return found(minute, head && `${head} ${index}`, `Text ${index}.`);
      })
      .reverse();
  });

/** Parts of a timeline that together hold all of it, in any order, each overlapping the next by some posts. */
const parted = live.chain((posts) =>
  fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 2 }), fc.infiniteStream(fc.nat()))
    .map(([size, overlap, random]) => {
      const parts: FoundPost[][] = [];
      for (let at = 0; at < posts.length; at += size) parts.push(posts.slice(at, at + size + overlap));
      const shuffled = parts.map((part, index) => ({ part, key: random.next().value ?? 0, index }));
      shuffled.sort((a, b) => a.key - b.key || a.index - b.index);
      return { posts, parts, shuffled: shuffled.map(({ part }) => part) };
    }),
);

describe("laws", () => {
  test("planImport changes nothing the second time, whatever the posts hold", () => {
    fc.assert(
      fc.property(fc.array(arbitrary.post, { maxLength: 6 }), arbitrary.page, (posts, page) => {
        withRoot((root) => {
          const asked = request("a.txt", posts, { found: { ...page, source: "https://example.org/live/visit" } });
          const plan = importInto(root, asked);
          expect(plan.created.length).toBe(posts.length);
          expect(plan.written.posts.map(({ blocks }) => blocks)).toEqual(
            posts.map((post) => normalisePost(post).blocks),
          );
          expect(readArchive(root).problems.filter(({ severity }) => severity === "error")).toEqual([]);
          expect(readArchive(root).pages[0]?.page.posts.length).toBe(posts.length);
          const again = planImport(root, asked);
          expect(again.changes).toEqual([]);
          expect(again.kept.length).toBe(posts.length);
        });
      }),
      { numRuns },
    );
  });

  test("planImport makes the same timeline of the parts of a page in any order, and importing a part again changes nothing", () => {
    fc.assert(
      fc.property(parted, ({ posts, parts, shuffled }) => {
        withRoot((root) => {
          for (const [index, part] of parts.entries()) importInto(root, request(`${index}.txt`, part));
          expect(words(timeline(root))).toEqual(words(posts));
          for (const [index, part] of parts.entries())
            expect(planImport(root, request(`${index}.txt`, part)).changes).toEqual([]);
        });
        withRoot((root) => {
          for (const [index, part] of shuffled.entries()) importInto(root, request(`${index}.txt`, part));
          expect(words(timeline(root)).toSorted()).toEqual(words(posts).toSorted());
          for (const [index, part] of shuffled.entries())
            expect(planImport(root, request(`${index}.txt`, part)).changes).toEqual([]);
        });
      }),
      { numRuns },
    );
  });

  test("planImport never touches a post that a person edited, and updates the others", () => {
    const edit = fc.constantFrom(
      (text: string) => text.replace(/\n---\n/, "\nlabel: Mine\n---\n"),
      (text: string) => `${text}\nA line of mine.`,
      (text: string) => text.replace("Text", "Word").replaceAll("\n", "\r\n"),
      (text: string) => text.replace(/^published:.*\n/m, "published: 2024-05-17T09:00Z\n"),
      (text: string) => text.replace(/^headline:.*\n/m, "").replace("---\n", "---\nbreaking: true\n"),
      (text: string) =>
        text.replace(/\n---\n[\s\S]*$/, "\nheadline: Mine: all\n---\nMine.").replace(/^headline: Head.*\n/m, ""),
    );
    fc.assert(
      fc.property(
        live,
        fc.infiniteStream(fc.tuple(fc.boolean(), edit)),
        fc.infiniteStream(fc.boolean()),
        (posts, edits, changes) => {
          withRoot((root) => {
            const first = importInto(root, request("a.txt", posts));
            const edited = new Map<string, string>();
            for (const id of first.created) {
              const [wanted, change] = edits.next().value!;
              if (!wanted) continue;
              const text = change(readFileSync(file(root, `${id}.md`), "utf8"));
              writeFileSync(file(root, `${id}.md`), text);
              edited.set(id, text);
            }
            const touched = posts.map((post) => (changes.next().value! ? { ...post, label: "Changed" } : post));
            const second = importInto(root, request("b.txt", touched));
            expect(second.created).toEqual([]);
            for (const [id, text] of edited) expect(readFileSync(file(root, `${id}.md`), "utf8")).toBe(text);
            const byId = new Map(timeline(root).map((post) => [post.id, post]));
            for (const [index, post] of touched.entries()) {
              const id = first.created[index]!;
              const changed = post !== posts[index];
              if (edited.has(id)) expect(second.updated).not.toContain(id);
              else expect(byId.get(id)?.label).toBe(changed ? "Changed" : undefined);
            }
            expect(planImport(root, request("b.txt", touched)).changes).toEqual([]);
            expect(planImport(root, request("a.txt", posts)).changes).toEqual([]);
          });
        },
      ),
      { numRuns },
    );
  });
});
