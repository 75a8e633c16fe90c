import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { diskCache } from "../../../src/builder/cache/disk-cache.ts";
import { emptyMemory } from "../plan-faults.ts";
import { newFolder } from "../small-archive.ts";

afterEach(emptyMemory);

/** Some values of a little more than 1,000 bytes, each in a file of its own, stored one after the other. */
function putSome(count: number) {
  const folder = newFolder();
  return Array.from({ length: count }, (_, index) => {
    const file = path.join(folder, `${index}.json`);
    return { file, digest: diskCache.put(file, { index, words: "x".repeat(1000) }) };
  });
}

/** The indexes of the values that are in memory: their files are removed. */
function inMemory(stored: ReturnType<typeof putSome>): readonly number[] {
  for (const { file } of stored) rmSync(file, { force: true });
  return [...stored.keys()].filter((index) => diskCache.get(stored[index]!.file, stored[index]!.digest) !== undefined);
}

test("diskCache.get gives back what put stored, and nothing of a file that was cut, changed or is another one", () => {
  const at = path.join(newFolder(), "a/b.json");
  expect(diskCache.get(at)).toBeUndefined();
  const digest = diskCache.put(at, { words: "état" });
  expect(diskCache.get(at)).toEqual({ value: { words: "état" }, digest });
  expect(diskCache.get(at, "0".repeat(64))).toBeUndefined();
  const text = readFileSync(at, "utf8");
  for (const harm of [text.slice(0, -1), `${text} `, text.replace("words", "wards"), ""]) {
    writeFileSync(at, harm);
    expect(diskCache.get(at)).toBeUndefined();
  }
});

test("diskCache.keepInMemory keeps the latest values whose bytes are within the limit", () => {
  diskCache.keepInMemory(6500);
  expect(inMemory(putSome(9))).toEqual([3, 4, 5, 6, 7, 8]);
});

test("diskCache.keepInMemory evicts at once what is beyond the new limit", () => {
  const stored = putSome(4);
  diskCache.keepInMemory(2500);
  expect(inMemory(stored)).toEqual([2, 3]);
});

test("diskCache evicts the least recently used value first, and keeps what it read from a file too", () => {
  diskCache.keepInMemory(4500);
  const stored = putSome(4);
  const [first] = stored;
  expect(diskCache.get(first!.file, first!.digest)?.value).toMatchObject({ index: 0 });
  putSome(3);
  expect(inMemory(stored)).toEqual([0]);
  emptyMemory();
  const [read] = putSome(1);
  emptyMemory();
  expect(diskCache.get(read!.file, read!.digest)?.value).toMatchObject({ index: 0 });
  expect(inMemory([read!])).toEqual([0]);
});

test("diskCache keeps in memory no value that is larger than the limit", () => {
  diskCache.keepInMemory(500);
  expect(inMemory(putSome(2))).toEqual([]);
});

test("diskCache gives a value in memory only under its own digest", () => {
  const [one] = putSome(1);
  diskCache.put(one!.file, "another");
  expect(diskCache.get(one!.file, one!.digest)).toBeUndefined();
});

test("diskCache.move puts a value in the place of another, in memory too", () => {
  const [from, to] = putSome(2);
  diskCache.move(from!.file, to!.file);
  expect(diskCache.get(from!.file, from!.digest)).toBeUndefined();
  expect(diskCache.get(to!.file, to!.digest)).toBeUndefined();
  expect(diskCache.get(to!.file)?.value).toMatchObject({ index: 0 });
  rmSync(to!.file);
  expect(diskCache.get(to!.file, from!.digest)?.value).toMatchObject({ index: 0 });
});

test("diskCache.hasRoomFor says whether a value is in memory, or fits beside all that is", () => {
  diskCache.keepInMemory(3000);
  const stored = putSome(2);
  expect(diskCache.hasRoomFor(stored[0]!.file)).toBe(true);
  emptyMemory();
  diskCache.keepInMemory(1500);
  putSome(1);
  expect(diskCache.hasRoomFor(stored[0]!.file)).toBe(false);
});
