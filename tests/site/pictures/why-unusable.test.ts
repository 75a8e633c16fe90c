import { expect, test } from "vitest";
import { whyUnusable } from "../../../src/site/pictures/why-unusable.ts";
import { photo } from "./pictures.ts";

test("whyUnusable says what is wrong with a picture that no page can show, and nothing of another", async () => {
  const bytes = await photo(90, 60);
  expect(await whyUnusable(bytes)).toBeUndefined();
  expect(await whyUnusable(bytes.subarray(0, 600))).toBe("Cannot use this picture: the file is damaged or cut off");
});
