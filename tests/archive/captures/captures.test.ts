import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { captureChanges, readCaptures } from "../../../src/archive/captures/captures.ts";
import { sha256 } from "../../../src/base/digest.ts";

test("captureChanges keeps the capture compressed, the same bytes at any time and on any system, and only once", async () => {
  const root = mkdtempSync(join(tmpdir(), "afterlive-captures-"));
  try {
    const bytes = Buffer.from("The words of a capture. ".repeat(1_000));
    const digest = sha256(bytes);
    const [change, ...others] = await captureChanges(root, "visit", { digest, bytes });
    const path = `content/visit/captures/${digest}.gz`;
    expect([change?.path, others]).toEqual([path, []]);
    const packed = change !== undefined && "bytes" in change ? Buffer.from(change.bytes) : Buffer.alloc(0);
    expect(gunzipSync(packed)).toEqual(bytes);
    expect(packed.length).toBeLessThan(bytes.length / 10);
    expect([...packed.subarray(4, 8), packed[9]]).toEqual([0, 0, 0, 0, 255]);
    mkdirSync(join(root, "content/visit/captures"), { recursive: true });
    writeFileSync(join(root, path), packed);
    expect(await captureChanges(root, "visit", { digest, bytes })).toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

const digest = `sha256-${"a".repeat(64)}`;

test.each([
  ["- a", '""'],
  ["captures: a", '"captures"'],
  ["captures: [{ digest: sha256-1, name: a, importer: b }]", '"captures.0.digest"'],
  [`captures: [{ digest: ${digest}, importer: b }]`, '"captures.0.name"'],
  [`captures: [{ digest: ${digest}, name: a, importer: b, options: { zone: [] } }]`, '"captures.0.options.zone"'],
  [
    `captures: [{ digest: ${digest}, name: a, importer: b, ledger: [{ kind: c, count: 1.5, lines: [] }] }]`,
    '"captures.0.ledger.0.count"',
  ],
  ["captures: []\nknown: [a]", '"known"'],
  ["captures: [", "it is not YAML"],
])("readCaptures says which value of %j is wrong", (text, place) => {
  const root = mkdtempSync(join(tmpdir(), "afterlive-captures-"));
  try {
    mkdirSync(join(root, "content/visit/captures"), { recursive: true });
    writeFileSync(join(root, "content/visit/captures/captures.yaml"), text);
    expect(() => readCaptures(root, "visit")).toThrow(`Cannot read what was imported: ${place}\n`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
