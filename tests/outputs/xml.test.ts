/** xml prints well-formed documents, and the reader of these tests finds documents that are not. */
import { expect, test } from "vitest";
import { xml } from "../../src/outputs/xml.ts";
import { hostile } from "./sample.ts";
import { parseXml } from "./xml.ts";

test("xml escapes what is put in and leaves out what XML may not hold, and nothing else", () => {
  const root = parseXml(xml`<a b="${hostile}">${hostile}</a>`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question.
  const kept = hostile.replace(/[\u0000\u0007\uFFFF\uD800](?![\uDC00-\uDFFF])/g, "");
  expect(root.attributes.b).toBe(kept);
  expect(root.text).toBe(kept);
});

const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const wrong = [
  "<a/>",
  `${head}<a>`,
  `${head}<a></b>`,
  `${head}<a/><a/>`,
  `${head}<a>&nbsp;</a>`,
  `${head}<a>&</a>`,
  `${head}<a b=1/>`,
  `${head}<a b="<"/>`,
  `${head}<a b="1" b="2"/>`,
  `${head}<a>]]></a>`,
  `${head}<a>\u0007</a>`,
  `${head}<a/>words`,
];

test.each(wrong)("parseXml refuses %j", (source) => {
  expect(() => parseXml(source)).toThrow();
});
