import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCaptureOptions, readCaptures } from "../../../src/archive/captures/captures.ts";
import { findLivePage } from "../../../src/archive/merge/find-page.ts";
import { planImport } from "../../../src/archive/merge/plan.ts";
import { readArchive } from "../../../src/archive/read/read.ts";
import type { FoundPost, Post } from "../../../src/model/live-page.ts";
import { Refusal } from "../../../src/model/problem.ts";
import { found, importInto, request, snapshot, withRoot, zone } from "../import-fixtures.ts";

const file = (root: string, name: string) => join(root, "content/visit", name);
const timeline = (root: string): readonly Post[] => readArchive(root).pages[0]?.page.posts ?? [];

/** A timeline, newest first: posts of its minutes, some sharing one, all with words of their own. */
const three = [found(30, "Third", "Text three."), found(20, "Second", "Text two."), found(10, "First", "Text one.")];
const [third, second, first] = three as [FoundPost, FoundPost, FoundPost];
const secondId = "p20240517-0220-second";

describe("planImport", () => {
  test("writes page, posts, capture and what it needs next time", () => {
    withRoot((root) => {
      const asked = request("page.txt", three);
      const plan = importInto(root, asked);
      expect(plan).toMatchObject({
        slug: "visit",
        page: "created",
        updated: [],
        kept: [],
        declined: [],
        conflicts: [],
      });
      expect([...snapshot(root).keys()].sort()).toEqual([
        `content/visit/captures/${asked.capture.digest}.gz`,
        "content/visit/captures/captures.yaml",
        "content/visit/p20240517-0210-first.md",
        "content/visit/p20240517-0220-second.md",
        "content/visit/p20240517-0230-third.md",
        "content/visit/page.md",
      ]);
      expect(readCaptureOptions(root, "visit")).toEqual(asked.options);
      expect(readCaptures(root, "visit").records[0]).toMatchObject({
        name: "page.txt",
        posts: plan.created,
        ledger: asked.ledger,
      });
      expect(findLivePage(root, { digest: asked.capture.digest })).toBe("visit");
      expect(findLivePage(root, { url: "http://www.example.org/live/visit/?page=2#x" })).toBe("visit");
      expect(findLivePage(root, { title: "Visit" })).toBe("visit");
      expect(findLivePage(root, { title: "Another" })).toBeUndefined();
    });
  });

  test("keeps comments, the order of keys, unknown keys and line ends when it updates, and the older wording", () => {
    withRoot((root) => {
      importInto(root, request("a.txt", three));
      const path = file(root, `${secondId}.md`);
      const own = readFileSync(path, "utf8")
        .replace("---\n", "---\n# my comment\nmine: 1\n")
        .replace(/^headline: (.*)$/m, "headline:   'Second'  # checked")
        .replace(/\n$/, "")
        .replaceAll("\n", "\r\n");
      writeFileSync(path, own);
      const plan = importInto(root, request("b.txt", [{ ...second, headline: "Second: more", label: "Analysis" }]));
      expect(plan.updated).toEqual([secondId]);
      const imported = /^imported: (.*)\r$/m.exec(readFileSync(path, "utf8"))?.[1];
      expect(readFileSync(path, "utf8")).toBe(
        own
          .replace("'Second'  # checked", '"Second: more"  # checked\r\nlabel: Analysis')
          .replace(/imported: .*\r/, `imported: ${imported}\r`),
      );
      expect(plan.revisions).toEqual([`content/visit/captures/revisions/${secondId}.md`]);
      expect(readFileSync(file(root, `captures/revisions/${secondId}.md`), "utf8")).toContain(own);
    });
  });

  test("reports a conflict field by field, and takes the digest of its hint for settled", () => {
    withRoot((root) => {
      importInto(root, request("a.txt", three));
      const path = file(root, `${secondId}.md`);
      writeFileSync(path, readFileSync(path, "utf8").replace("headline: Second", "headline: Mine"));
      const changed = request("b.txt", [third, { ...second, headline: "Theirs" }, first]);
      const plan = importInto(root, changed);
      expect(plan.conflicts).toEqual([
        {
          severity: "error",
          file: `content/visit/${secondId}.md`,
          line: 5,
          column: 11,
          message:
            'Cannot update "headline": you changed this file and the live page changed too: "Mine" here, "Theirs" in the capture',
          hint: expect.stringMatching(
            /^Your words stay\. Take over what you want, then write "imported: sha256-[0-9a-f]{16}" to settle it$/,
          ),
        },
      ]);
      const settled = /imported: sha256-[0-9a-f]+/.exec(plan.conflicts[0]!.hint!)![0];
      writeFileSync(path, readFileSync(path, "utf8").replace(/imported: .*/, settled));
      expect(planImport(root, changed)).toMatchObject({ changes: [], conflicts: [] });
    });
  });

  test("does not create a post again whose file was deleted, nor one that changed since", () => {
    withRoot((root) => {
      importInto(root, request("a.txt", three));
      rmSync(file(root, `${secondId}.md`));
      expect(importInto(root, request("a.txt", three))).toMatchObject({ created: [], declined: [secondId] });
      expect(planImport(root, request("a.txt", three)).changes).toEqual([]);
      const changed = importInto(root, request("b.txt", [third, { ...second, headline: "Reworded" }, first]));
      expect(changed).toMatchObject({ created: [], declined: [secondId] });
      expect([...readCaptures(root, "visit").declined.keys()]).toEqual([secondId]);
      const captures = file(root, "captures/captures.yaml");
      writeFileSync(captures, readFileSync(captures, "utf8").replace(/\n# Posts whose files[\s\S]*$/, "\n"));
      expect(importInto(root, request("a.txt", three)).created).toEqual([secondId]);
    });
  });

  test("keeps a post that a newer capture lacks, a post that was moved to another file, and one of an older capture", () => {
    withRoot((root) => {
      importInto(root, request("a.txt", three));
      const path = file(root, `${secondId}.md`);
      writeFileSync(file(root, "renamed.md"), readFileSync(path));
      rmSync(path);
      const changed = importInto(root, request("b.txt", [{ ...second, label: "New" }]));
      expect(changed).toMatchObject({ created: [], updated: [secondId], declined: [] });
      expect(timeline(root).length).toBe(3);
      expect(planImport(root, request("a.txt", three)).changes).toEqual([]);
    });
  });

  test("does not put a post that was cut off over a whole one", () => {
    withRoot((root) => {
      importInto(root, request("a.txt", three));
      const cut = { ...found(20, "Second", "Text"), truncated: true };
      expect(importInto(root, request("b.txt", [cut]))).toMatchObject({ kept: [secondId], updated: [], created: [] });
    });
  });

  test("matches two of three only where one post on each side fits", () => {
    withRoot((root) => {
      const twins = [found(5, "Get involved", "One."), found(5, "Get involved", "Two.")];
      importInto(root, request("a.txt", twins));
      const reworded = [found(5, "Get involved", "Three."), found(5, "Get involved", "Two.")];
      expect(importInto(root, request("b.txt", reworded))).toMatchObject({
        created: [],
        updated: { length: 1 },
        kept: { length: 1 },
      });
      const both = [found(5, "Get involved", "Four."), found(5, "Get involved", "Five.")];
      expect(importInto(root, request("c.txt", both)).created.length).toBe(2);
    });
  });

  test("knows two posts again that differ by seconds alone", () => {
    withRoot((root) => {
      const [early] = [found(10, undefined, "Quiet.")] as [FoundPost];
      const late = { ...early, published: { ...early.published!, epoch: early.published!.epoch + 1000 } };
      for (const posts of [
        [early, late],
        [late, early],
      ]) {
        const asked = request("seconds.txt", posts);
        importInto(root, asked);
        expect(planImport(root, asked).changes).toEqual([]);
        expect(timeline(root).map(({ published }) => published?.epoch)).toEqual([
          late.published.epoch,
          early.published!.epoch,
        ]);
      }
    });
  });

  test("keeps the order of a capture for posts without a time, alone and among others", () => {
    withRoot((root) => {
      const loose = ["c", "b", "a"].map((name) => found(undefined, name, name));
      importInto(root, request("a.txt", loose), request("b.txt", [found(undefined, "before", "before")]));
      expect(timeline(root).map(({ headline }) => headline)).toEqual(["c", "b", "a", "before"]);
    });
    withRoot((root) => {
      const mixed = [
        found(9, "9", "9"),
        found(undefined, "x", "x"),
        found(undefined, "w", "w"),
        found(7, "7", "7"),
        found(6, "6", "6"),
      ];
      importInto(root, request("a.txt", mixed));
      expect(timeline(root).map(({ headline }) => headline)).toEqual(["9", "x", "w", "7", "6"]);
    });
  });

  test("lets a person's page.md win, fills what it lacks, and reports what changed on both sides", () => {
    withRoot((root) => {
      importInto(root, request("a.txt", three));
      const part = { editors: ["Jo Farrow"], panel: [] };
      expect(importInto(root, request("b.txt", [], { found: part })).page).toBe("updated");
      const path = file(root, "page.md");
      writeFileSync(path, readFileSync(path, "utf8").replace("title: A visit", "title: Mine # really"));
      expect(planImport(root, request("a.txt", three))).toMatchObject({ changes: [], page: "kept" });
      const other = planImport(root, request("c.txt", [], { found: { ...part, editors: ["Al"] } }));
      expect(other.page).toBe("conflict");
      expect(other.conflicts.map(({ message }) => message.slice(0, 24))).toEqual([
        'Cannot update "title": y',
        'Cannot update "editors":',
      ]);
      expect(other.changes.some(({ path }) => path.endsWith("page.md"))).toBe(false);
    });
  });

  const refusal = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
    return "no refusal";
  };

  test("refuses a bad slug, a page without a title, another page's slug and a folder with errors", () => {
    withRoot((root) => {
      const { slug: _slug, title: _title, ...bare } = request("page.txt", three);
      expect(refusal(() => planImport(root, { ...bare, slug: "../x" }))).toBe(
        '--slug  Cannot use the slug "../x": expected 1 to 80 of a-z, 0-9 and "-"\n    For example --slug x',
      );
      expect(refusal(() => planImport(root, bare))).toBe(
        'page.txt  Cannot tell the live page\'s title: the capture has none\n    Give one: --title "A state visit"',
      );
      expect(refusal(() => planImport(root, { ...bare, title: "Визит" }))).toBe(
        '--slug  Cannot make a slug of the title "Визит": it has no Latin letters\n    Give one: --slug state-visit',
      );
      expect(planImport(root, { ...bare, title: "Łódź: été, “Ærø” & Straße" }).slug).toBe("lodz-ete-aero-strasse");
      importInto(root, request("page.txt", three));
      expect(
        refusal(() => planImport(root, request("p.txt", [], { options: { url: "https://example.org/other" } }))),
      ).toBe(
        'content/visit/page.md  Cannot import into "visit": it holds https://example.org/live/visit, and the capture is of https://example.org/other\n    Give another --slug, or the same --url',
      );
      writeFileSync(file(root, `${secondId}.md`), "---\nid: [\n---\n");
      expect(refusal(() => planImport(root, request("page.txt", three)))).toContain(`${secondId}.md:`);
    });
  });

  test("does not depend on the zone of the machine", () => {
    withRoot((root) => {
      const late = { ...first, published: { epoch: Date.UTC(2024, 5, 1, 23, 30), offset: 0, zone } };
      expect(importInto(root, request("a.txt", [late])).created).toEqual(["p20240602-0030-first"]);
    });
  });
});
