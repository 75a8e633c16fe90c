/** The words above headlines that say what kind of post it is. */
import { describe, expect, test } from "vitest";
import { liveText } from "../../../src/importers/live-text/live-text.ts";
import { isLabel } from "../../../src/importers/text/labels.ts";
import { accounted } from "../accounted.ts";
import { textOptions } from "../text-outline.ts";

const page = (head: string) =>
  `Storm at sea: live\n14 May 2024\n\n17:47\nFerry back\nThe ferry is back in the port of Brine.\n\n16:20\n${head}\nThe low deepened faster than all models said.\n\n12:10\nHello\nWelcome to our live page of the storm.\n`;
const second = (head: string) => {
  const { label, headline, breaking, keyEvent } = accounted(liveText, page(head), textOptions).posts[1]!;
  return { label, headline, breaking, ...(keyEvent !== undefined && { keyEvent }) };
};

describe("a label", () => {
  test.for(["Analysis", "DÉCRYPTAGE", "Video", "Eilmeldung", "ÚLTIMA HORA", "▶ Watch"])(
    "is no headline above one: %s",
    (label) => {
      const expected = { label, headline: "Why the wind turned", breaking: false };
      expect(second(`${label}\nWhy the wind turned`)).toEqual(expected);
      expect(second(`${label}\n\nWhy the wind turned`)).toEqual(expected);
      expect(second(`${label}\nWhy did the wind turn?`)).toEqual({ ...expected, headline: "Why did the wind turn?" });
    },
  );

  test("can say that a post is breaking, or a key event", () => {
    expect(second("Breaking\nThe wind turns")).toEqual({
      label: undefined,
      headline: "The wind turns",
      breaking: true,
    });
    const key = { label: "Key event", headline: "The wind turns", breaking: false, keyEvent: true };
    expect(second("Key event\nThe wind turns")).toEqual(key);
  });

  test("is a headline where none stands below it, and none where it says more", () => {
    expect(second("Analysis")).toEqual({ label: undefined, headline: "Analysis", breaking: false });
    expect(second("Analysis of the wind\nIt turned")).toMatchObject({ label: undefined });
    expect(isLabel("Video of the wind")).toBe(false);
  });
});
