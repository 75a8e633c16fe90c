/** Pictures of those who wrote a post, and copies of pictures for browsers without scripts. */
import { describe, expect, test } from "vitest";
import { outlineOf, pageOf } from "../live-outline.ts";

const outline = (inner: string): string =>
  (
    outlineOf(
      pageOf(
        ["19:31", "18:16", "17:05"]
          .map((time) => `<div class="entry"><header><time>${time}</time></header>${inner}</div>`)
          .join(""),
      ),
    )[0] ?? ""
  ).replaceAll(/media\/[\w-]+/g, "media/x");

describe("a picture of who wrote a post", () => {
  test.for([
    [
      "is called avatar",
      '<p><img class="avatar" src="jo.png" alt="Jo Pratt"> Jo Pratt</p><p>Two.</p>',
      "Jo Pratt ¶ Two.",
    ],
    [
      "is small and square",
      '<div><img width="96" height="96" src="jo.png" alt="Jo Pratt"> Jo Pratt</div><p>Two.</p>',
      "Jo Pratt ¶ Two.",
    ],
    [
      "stands in the line of the name",
      '<div><span class="post__by"><img src="jo.png" alt="Jo Pratt">Jo Pratt</span></div><p>Two.</p>',
      "Jo Pratt ¶ Two.",
    ],
    [
      "is described by the byline",
      '<img src="jo.png" alt="Jo Pratt"><p>Two.</p><p class="author">Jo Pratt</p>',
      "by Jo Pratt / Two.",
    ],
  ] as const)("is none of the post where it %s", ([, inner, kept]) => {
    expect(outline(inner)).toBe(`19:31 / ${kept}`);
  });

  test.for([
    [
      "a caption says the same",
      '<div><img src="jo.png" alt="Jo Pratt"></div><p>Jo Pratt was seen here.</p>',
      "![Jo Pratt](media/x.jpg) ¶ Jo Pratt was seen here.",
    ],
    [
      "it shows a thing",
      '<p><img src="f.png" alt="A ferry"> A ferry</p><p>Two.</p>',
      "A ferry ¶ ![A ferry](media/x.jpg) ¶ Two.",
    ],
  ] as const)("is a figure where %s", ([, inner, kept]) => {
    expect(outline(inner).replace("![A ferry](media/x.jpg) ¶ A ferry", "A ferry ¶ ![A ferry](media/x.jpg)")).toBe(
      `19:31 / ${kept}`,
    );
  });
});

describe("a picture that a script loads", () => {
  const copy = '<noscript><img src="https://s.example/fire-big.jpg" alt="Flames"></noscript>';
  const held = '<img alt="Flames" src="data:image/svg+xml,%3Csvg/%3E">';
  const figure = "![Flames](media/x.jpg)";
  test.for([
    [
      "before",
      `<figure>${copy}${held}<figcaption>On a ridge.</figcaption></figure>`,
      `${figure} ¶ Caption: On a ridge.`,
    ],
    ["before, in an element of its own", `<p>One.</p><div><div>${copy}</div> ${held}</div>`, `One. ¶ ${figure}`],
    ["behind", `<p>One.</p><div>${held}${copy}</div>`, `One. ¶ ${figure}`],
    [
      "behind a picture of a few colours",
      `<p>One.</p><div><img alt="Flames" src="data:image/jpeg;base64,${"A".repeat(400)}">${copy}</div>`,
      `One. ¶ ${figure}`,
    ],
    [
      "before, with the only description",
      `<p>One.</p><div>${copy}<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></div>`,
      `One. ¶ ${figure}`,
    ],
  ] as const)("is one with its copy that stands %s", ([, inner, kept]) => {
    expect(outline(inner)).toBe(`19:31 / ${kept}`);
  });

  test("is another than the one of a copy that says other words", () => {
    const other = '<img alt="A map" src="data:image/svg+xml,%3Csvg/%3E">';
    expect(outline(`<p>One.</p><div>${copy}${other}</div>`)).toContain("![A map]");
    expect(outline(`<p>One.</p><div>${copy}${other}</div>`)).toContain("![Flames]");
  });
});
