/** Links within a site that the page does not name. */
import { describe, expect, test } from "vitest";
import { liveHtml } from "../../../src/importers/live-html/live-html.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { parseInstant } from "../../../src/model/instant.ts";
import { accounted } from "../accounted.ts";
import { pageOf } from "../live-outline.ts";

const page = (inner: string): string =>
  pageOf(
    ["16:58", "16:31", "15:00"]
      .map(
        (time, index) => `<div class="entry"><time>${time}</time><p>Hour ${time}.${index === 0 ? inner : ""}</p></div>`,
      )
      .join(""),
  );
const read = (inner: string, address?: string) => {
  const captured = parseInstant("2024-05-16T23:59:00+01:00", "Europe/London")!;
  const options = { file: "page.html", zone: "Europe/London", captured, ...(address !== undefined && { address }) };
  const { posts, problems } = accounted(liveHtml, page(inner), options);
  const said = problems.map(({ message }) => message).filter((one) => one.includes("within"));
  return { body: printBlocks(posts[0]?.blocks ?? []).trim(), said };
};

describe("links within a site without a name", () => {
  test("are counted in one warning", () => {
    expect(
      read(' <a href="/plan">The plan</a> <a href="map.html">a map</a> <a href="https://e.org/x">x</a>').said,
    ).toEqual(["2 links lead to addresses within their site, which the page does not name"]);
    expect(read(' <a href="../plan">The plan</a>').said).toEqual([
      "1 link leads to an address within its site, which the page does not name",
    ]);
  });

  test("are counted with recordings", () => {
    expect(read('</p><video src="clip.mp4"></video><p>And <a href="/plan">more</a>').said).toEqual([
      "1 link and 1 recording lead to addresses within their site, which the page does not name",
    ]);
  });

  test("are nothing to say where they are anchors, mail, buttons, or have no words", () => {
    expect(
      read(' <a href="#a">up</a> <a href="mailto:a@e.org">mail</a> <a href="javascript:go()">go</a> <a href="/x"></a>')
        .said,
    ).toEqual([]);
    expect(read('</p><a href="/share/1" class="share">Share</a><p>').said).toEqual([]);
  });

  test("are kept where the person says the address of the page", () => {
    const address = "https://news.example.org/live/page";
    expect(read(' <a href="/plan">The plan</a>', address)).toEqual({
      body: "Hour 16:58. [The plan](https://news.example.org/plan)",
      said: [],
    });
    expect(read('</p><video src="clip.mp4"></video><p>', address).body).toContain(
      "Source: https://news.example.org/live/clip.mp4",
    );
  });
});
