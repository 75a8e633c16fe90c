/** Words of neighbours that stand side by side without a blank, and lines of texts that are shown as they are written. */
import { describe, expect, test } from "vitest";
import { outlineOf, pageOf } from "../live-outline.ts";

const bodyOf = (inner: string): string =>
  (
    outlineOf(
      pageOf(
        ["19:31", "18:16", "17:05"]
          .map((time) => `<div class="entry"><time>${time}</time><p>In hour ${time.slice(0, 2)}.</p>${inner}</div>`)
          .join(""),
      ),
    )[0] ?? ""
  ).replace("19:31 / In hour 19. ¶ ", "");

describe("words of neighbours", () => {
  test.for([
    ["two spans", "<div><span>Ann Bell</span><span>Reporting from Hull</span></div>", "Ann Bell Reporting from Hull"],
    ["two labels", "<label>Corran</label><label>Agnes</label>", "Corran Agnes"],
    ["labels of a choice", "<p><label>yes</label><label>no</label></p>", "yes no"],
    [
      "links to two places",
      '<p><a href="https://e.org/1">Corran</a><a href="https://e.org/2">Agnes</a></p>',
      "[Corran](https://e.org/1) [Agnes](https://e.org/2)",
    ],
    [
      "sentences",
      '<p><span class="a">The pier fell.</span><span class="b">Nobody saw it.</span></p>',
      "The pier fell. Nobody saw it.",
    ],
    [
      "a script without capitals",
      '<p><span class="a">שלום רב</span><span class="b">לכם כולם</span></p>',
      "שלום רב לכם כולם",
    ],
  ] as const)("stay apart: %s", ([, inner, body]) => {
    expect(bodyOf(inner)).toBe(body);
  });

  test.for([
    ["a capital in bold", "<p><b>T</b>he pier</p>", "**T**he pier"],
    ["lower case", "<p><span>inter</span><span>national</span></p>", "international"],
    ["a name in two spans", '<p><span class="a">You</span><span class="b">Tube</span></p>', "YouTube"],
    [
      "what a word processor cut",
      '<p><span style="x">She saw the new Mac</span><span style="x">Donald farm</span></p>',
      "She saw the new MacDonald farm",
    ],
    ["two marks", "<p><b>Mac</b><i>Donald</i></p>", "**Mac***Donald*"],
    ["a word of a script without capitals", "<p><span>מח</span><span>שב</span></p>", "מחשב"],
    ["Chinese", "<p><span>北京</span><span>大学</span></p>", "北京大学"],
    ["a number", "<p><span>Rule 1</span><span>0</span></p>", "Rule 10"],
  ] as const)("are not parted in a word that is written in pieces: %s", ([, inner, body]) => {
    expect(bodyOf(inner)).toBe(body);
  });
});

describe("a text that is shown as it is written", () => {
  test("keeps its columns as code", () => {
    expect(bodyOf("<pre>\n1 Corran   12:01\n2 Agnes    12:44\n</pre>")).toBe(
      "``` ¶ 1 Corran   12:01 ¶ 2 Agnes    12:44 ¶ ```",
    );
  });

  test("keeps its lines and links", () => {
    expect(bodyOf('<pre>\nThe pier\n\n<b>falls</b>\ntonight <a href="https://e.org/x">here</a>\n</pre>')).toBe(
      "The pier\\ ¶ **falls**\\ ¶ tonight [here](https://e.org/x)",
    );
  });
});
