import { expect, test } from "vitest";
import { readCompletenessFile } from "../../../src/archive/captures/completeness-file.ts";
import { newFolder, writeFiles } from "../../e2e/command-line.ts";

test("readCompletenessFile gives text and value, no value of a damaged file, and no text where there is no file", () => {
  const root = writeFiles(newFolder(), {
    "content/a/captures/completeness.json": '{"captures":[]}',
    "content/b/captures/completeness.json": '{"captures":',
  });
  expect(readCompletenessFile(root, "a")).toEqual({ text: '{"captures":[]}', value: { captures: [] } });
  expect(readCompletenessFile(root, "b")).toEqual({ text: '{"captures":', value: undefined });
  expect(readCompletenessFile(root, "c")).toEqual({ text: "", value: undefined });
});
