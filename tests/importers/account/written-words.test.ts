import { expect, it } from "vitest";
import { isSpace } from "../../../src/importers/account/written-words.ts";

it("isSpace knows every character that a pattern takes for white space, and no other", () => {
  for (let code = 0; code < 2 ** 16; code += 1)
    if (isSpace(code) !== /\s/.test(String.fromCharCode(code))) expect.fail(`of code ${code.toString(16)}`);
});
