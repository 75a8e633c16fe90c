import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../src/base/digest.ts";
import { digestFile } from "../../src/base/digest-file.ts";
import { makeFolder } from "./folder.ts";

test.each([0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) * 3 + 5])("digestFile is the digest of all %i bytes", (size) => {
  const bytes = new Uint8Array(size).map((_, index) => index * 7);
  const file = join(makeFolder(), "bytes");
  writeFileSync(file, bytes);
  expect(digestFile(file)).toBe(sha256(bytes));
});
