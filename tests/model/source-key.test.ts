import { expect, test } from "vitest";
import { idInSource } from "../../src/model/source-key.ts";

test("idInSource finds the id of a post in each form of its address", () => {
  const uuid = "0f5c1d7e-3b1c-4a55-9b5e-1f1f0a6b7c01";
  for (const source of [
    uuid,
    `asset:${uuid.toUpperCase()}`,
    `https://e.org/live?post=asset%3A${uuid}#post`,
    `https://e.org/${uuid.replace("0f", "1f")}#post-asset:${uuid}`,
  ])
    expect(idInSource(source)).toBe(uuid);
  expect(idInSource("https://e.org/live?page=with:block-582240f8e4b0a1ac2e2d0001#block-582240f8e4b0a1ac2e2d0001")).toBe(
    "582240f8e4b0a1ac2e2d0001",
  );
  for (const source of ["", "live-17", "https://e.org/live#5", `${"a".repeat(40)}`])
    expect(idInSource(source)).toBeUndefined();
});
