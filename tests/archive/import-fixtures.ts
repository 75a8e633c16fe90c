/** Small live pages for the laws of import, and a folder to import them into. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { captureFileOf } from "../../src/archive/captures/captures.ts";
import { type ImportPlan, type ImportRequest, planImport } from "../../src/archive/merge/plan.ts";
import { sha256 } from "../../src/base/digest.ts";
import { textContent } from "../../src/model/inline.ts";
import type { FoundPost } from "../../src/model/live-page.ts";

export const zone = "Europe/London";

export const found = (minute: number | undefined, headline: string | undefined, text: string): FoundPost => ({
  ...(minute !== undefined && {
    published: { epoch: Date.UTC(2024, 4, 17, 1, 0) + minute * 60_000, offset: 60, zone },
  }),
  inferred: minute === undefined ? [] : ["year"],
  ...(headline !== undefined && { headline }),
  breaking: false,
  context: [],
  bylines: [],
  truncated: false,
  blocks: [{ kind: "paragraph", content: textContent(text) }],
});

export const request = (
  name: string,
  posts: readonly FoundPost[],
  more: Partial<ImportRequest> = {},
): ImportRequest => {
  const bytes = Buffer.from(JSON.stringify([name, posts, more.found ?? ""]));
  return {
    slug: "visit",
    title: "A visit",
    found: { editors: [], panel: [], summary: [{ kind: "paragraph", content: textContent("In short.") }] },
    posts,
    capture: { name, digest: sha256(bytes) },
    importer: "test",
    options: { url: "https://example.org/live/visit", year: 2024 },
    zone,
    ledger: [{ kind: "page-number", count: 1, lines: [3] }],
    ...more,
  };
};

/** Runs with an archive in an empty folder, which is removed afterwards. */
export function withRoot<T>(run: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), "afterlive-archive-"));
  try {
    return run(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Imports one capture after the other; writes without the care of a transaction, since this runs thousands of times. */
export function importInto(root: string, ...requests: readonly ImportRequest[]): ImportPlan {
  let plan: ImportPlan | undefined;
  for (const each of requests) {
    plan = planImport(root, each);
    // What `captureChanges` gives, less its bytes, which no test reads here.
    const capture = { path: captureFileOf(plan.slug, each.capture.digest), bytes: "" };
    for (const change of [...plan.changes, capture]) {
      if (!("bytes" in change)) throw new Error(`unexpected removal of ${change.path}`);
      mkdirSync(dirname(join(root, change.path)), { recursive: true });
      writeFileSync(join(root, change.path), change.bytes);
    }
  }
  if (plan === undefined) throw new Error("nothing to import");
  return plan;
}

/** Every file of content/ by its path, as Latin-1 text. */
export function snapshot(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const each of readdirSync(join(root, "content"), { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue;
    const path = join(each.parentPath, each.name);
    files.set(path.slice(root.length + 1), readFileSync(path, "latin1"));
  }
  return files;
}
