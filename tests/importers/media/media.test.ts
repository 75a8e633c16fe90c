/** What pages show beside words: pictures, recordings, drawings, and who is credited for them. */
import { describe, expect, test } from "vitest";
import { liveHtml } from "../../../src/importers/live-html/live-html.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { accounted } from "../accounted.ts";
import { bodies, body, page, read } from "../html-reading.ts";

describe("pages that were read wrongly", () => {
  test("pictures of AMP have their captions and credits", () => {
    const [first, second] = bodies(page("amp-img.html"));
    expect(first).toContain(
      "![Lanterns](media/1915-lanterns.jpg)\nCaption: Lanterns on the pier\nCredit: Image: Harbour Pictures",
    );
    expect(second).toMatch(/!\[\]\(media\/1911-\w+\.jpg\)\nCredit: Harbour Pictures$/);
  });

  test("placeholders of embeds are embeds with their addresses", () => {
    const [first, second] = bodies(page("embed-placeholder.html"));
    expect(first).toBe(
      "::: embed\nSource: https://twitter.com/example/status/1313455352902492160\nProvider: Twitter\n:::",
    );
    expect(second).toBe("::: embed\nSource: https://news.example.org/ferry-1905\n:::");
  });

  test("credits in captions are credits", () => {
    const [first, second, third] = bodies(page("credit-in-caption.html"));
    expect(first).toContain("Caption: Lanterns on the pier.\nCredit: Bo Carr/Harbour Pictures");
    expect(second).toContain("Caption: The ferry at the pier\nCredit: Image: Harbour Pictures");
    expect(third).toContain("Credit: harbourpix");
  });

  test("the words of a drawing are a chart", () => {
    expect(bodies(page("drawing.html"))[1]).toContain(
      "::: chart\nCaption: Bar chart: Labour 412 seats, Conservatives 121 seats\n\nLabour 412 seats\n\nConservatives 121 seats\n:::",
    );
  });

  test("shadow roots, frames and grouped pictures of SingleFile are a part of the page", () => {
    const reading = accounted(liveHtml, page("single-file-parts.html"), { file: "page", zone: "Europe/London" });
    expect(printBlocks(reading.posts[0]!.blocks)).toContain(
      "Caption: The ferry Gullwing, decked with flags\n\n> Paper boats everywhere!",
    );
    expect([...(reading.pictures ?? [])].map(([, [address]]) => address?.slice(0, 22))).toEqual(
      Array(3).fill("data:image/jpeg;base64"),
    );
  });
});

describe("pictures", () => {
  const names =
    "data-src data-srcset data-lazy data-lazy-src data-lazyload data-original data-original-src data-hi-res-src data-img data-image data-pin-media data-full-src data-large-file data-src-retina data-srcsets data-bg".split(
      " ",
    );
  test.each(names)("are found in %s", (name) => {
    expect(
      body(`<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" ${name}="https://e.example.org/pier.jpg" alt=Pier>`),
    ).toBe("![Pier](https://e.example.org/pier.jpg)");
  });

  test.each([
    [
      "sources without an image",
      '<picture><source data-srcset="https://e.example.org/a.jpg 320w, https://e.example.org/b.jpg 1280w"></picture>',
      "![](https://e.example.org/b.jpg)",
    ],
    [
      "a background",
      '<div class="article-image" style="background-image: url(\'https://e.example.org/pier.jpg\')" aria-label="The pier"></div>',
      "![The pier](https://e.example.org/pier.jpg)",
    ],
    ["an object", '<object data="pier.jpg" title="The pier"></object>', "![The pier](pier.jpg)"],
    ["a description in its title", '<img src="pier.jpg" title="The pier">', "![The pier](pier.jpg)"],
    [
      "a caption in its data",
      '<img src="pier.jpg" alt=x data-caption="At dawn" data-credit="Bo Carr">',
      "![x](pier.jpg)\nCaption: At dawn\nCredit: Bo Carr",
    ],
    [
      "a table",
      "<table><tr><td><img src=pier.jpg alt=x></td><td>Words</td></tr></table>",
      "|  | Words |\n| --- | --- |\n\n![x](pier.jpg)",
    ],
    ["a heading", "<h3>Words <img src=pier.jpg alt=x></h3>", "### Words\n\n![x](pier.jpg)"],
    [
      "the shape of a picture of AMP",
      "<amp-img src=pier.jpg alt=x width=16 height=9 layout=responsive></amp-img>",
      "![x](pier.jpg)",
    ],
  ])("are found in %s", (_, html, markdown) => {
    expect(body(html)).toBe(markdown);
  });

  test("are found in a background that is a drawing with brackets in it", () => {
    const drawing =
      "%3Csvg viewBox='0 0 300 200'%3E%3Cg transform='translate(3,4)'%3E%3Cpath d='M0 0h90v90z M9 9h80v80z M5 5h70v70z M2 2h60v60z'/%3E%3C/g%3E%3C/svg%3E";
    const html = `<div class="photo" style="background-image: url(data:image/svg+xml,${drawing})"></div>`;
    expect(body(html)).toContain("![](data:image/svg+xml,");
  });

  test("in noscript are the lazy ones beside them, or pictures where there is no other", () => {
    expect(
      body(
        '<img class=lazy data-src="https://e.example.org/a1/pier-1.jpg" alt=x><noscript><img src="https://e.example.org/b2/pier-2.jpg" alt=x></noscript>',
      ),
    ).toBe("![x](https://e.example.org/a1/pier-1.jpg)");
    expect(
      body(
        '<img src="data:image/gif;base64,R0lGODlhAQ" alt=x><noscript><img src="https://e.example.org/pier.jpg"></noscript>',
      ),
    ).toBe("![x](https://e.example.org/pier.jpg)");
    expect(
      body(
        '<p>Words</p><noscript><img src="pier-at-dawn.jpg" alt=x></noscript><p>More</p><img src="pier-at-dawn.jpg?w=900" alt=x>',
      ),
    ).toBe("Words\n\nMore\n\n![x](pier-at-dawn.jpg?w=900)");
    expect(body('<p>Words</p><noscript><img src="pier.jpg" alt=x></noscript>')).toBe("Words\n\n![x](pier.jpg)");
  });

  test("of a few pixels are none, and their descriptions are counted", () => {
    expect(
      read(
        '<p>Words</p><img src=a.png width=30 height=30 alt="Mark"><img src=b.gif width=1 height=1><img src="https://e.example.org/30x30/c.png" alt="Tiny">',
      ),
    ).toEqual({
      body: "Words",
      lost: ["attribute words: Mark", "attribute words: Tiny"],
    });
  });

  test("of characters are the characters", () => {
    expect(
      body('<p>Good <img class=emoji alt="😀" src=a.svg> day <img class="wp-smiley" alt=":)" src=b.png></p>'),
    ).toBe("Good 😀 day :)");
  });

  test("stand before recordings as posters", () => {
    expect(
      body(
        '<figure><video src="https://e.example.org/a.mp4" poster="https://e.example.org/p.jpg">Your browser does not support the video tag.</video><figcaption>The ferry</figcaption></figure>',
      ),
    ).toBe(
      "::: video\nCaption: The ferry\nSource: https://e.example.org/a.mp4\nPoster: https://e.example.org/p.jpg\n:::",
    );
  });
});

describe("credits", () => {
  test.each([
    ["The pier (Image: Bo Carr)", "The pier", "Image: Bo Carr"],
    ["The pier. Photograph: Bo Carr/Harbour", "The pier.", "Photograph: Bo Carr/Harbour"],
    ["The pier at dawn Foto: Bo Carr/Agentur", "The pier at dawn", "Foto: Bo Carr/Agentur"],
    ["The pier | © Bo Carr", "The pier", "© Bo Carr"],
    ["Crowds at noon (reuters)", "Crowds at noon", "reuters"],
    ["Crowds at noon [AP Photo/Bo Carr]", "Crowds at noon", "AP Photo/Bo Carr"],
    ["(harbourpix)", "", "harbourpix"],
    ["<span>The pier.</span><span><span>Credit...</span><span>Bo Carr</span></span>", "The pier.", "Bo Carr"],
    ["The pier<span class=credit> (<div><i></i>Image:</div>Bo Carr)</span>", "The pier", "Image: Bo Carr"],
    ["Ada (left) and Bo (right)", "Ada (left) and Bo (right)", ""],
    ["(left)", "(left)", ""],
    [
      "She said this of the picture: it is a fine one. All agreed.",
      "She said this of the picture: it is a fine one. All agreed.",
      "",
    ],
  ])("in %s", (caption, said, credit) => {
    const fields = [...(said === "" ? [] : [`\nCaption: ${said}`]), ...(credit === "" ? [] : [`\nCredit: ${credit}`])];
    expect(body(`<figure><img src=pier.jpg alt=x><figcaption>${caption}</figcaption></figure>`)).toBe(
      `![x](pier.jpg)${fields.join("")}`,
    );
  });
});
