/** Structured data through the command line: imported, built, and completed by the page's text. */
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { afterlive, newFolder, succeed, treeOf, writeFiles } from "./command-line.ts";
import { pageText, regatta, regattaOptions } from "./page-text.ts";

const url = "https://news.example.org/live/regatta";
const times = ["2024-05-17T16:45:20+01:00", "2024-05-17T15:20:00+01:00", "2024-05-17T15:10:00+01:00"];
const data = {
  "@context": "https://schema.org",
  "@type": "LiveBlogPosting",
  url,
  headline: "The island regatta, as it happened",
  publisher: { "@type": "NewsMediaOrganization", name: "The Island News" },
  liveBlogUpdate: regatta.map(({ headline, paragraphs }, index) => ({
    "@type": "BlogPosting",
    url: `${url}#post-${index}`,
    headline,
    datePublished: times[index],
    articleBody: paragraphs.join(" "),
  })),
};
const page = `<!doctype html><title>x</title><script type="application/ld+json">${JSON.stringify(data)}</script>`;
const postsOf = (root: string) => readArchive(root).pages[0]!.page.posts;

describe("import of structured data", () => {
  test("turns the data of a saved page into an archive that can be built, and says what is not in it", () => {
    const root = writeFiles(newFolder(), { "page.html": page });
    const { stdout, stderr } = succeed(["import", "page.html"], { cwd: root });
    expect(stdout).toContain("from page.html (json-ld)");
    expect(stdout).toContain("3 posts, 17 May 2024 15:10 to 17 May 2024 16:45");
    expect(stderr).toContain("The capture is poorer than the page was: only its structured data was read");
    expect(postsOf(root).map(({ source }) => source)).toEqual([0, 1, 2].map((index) => `${url}#post-${index}`));
    succeed(["check"], { cwd: root });
    succeed(["build"], { cwd: root });
    const before = treeOf(path.join(root, "content"));
    expect(succeed(["import", "page.html"], { cwd: root }).stdout).toContain("nothing has changed");
    expect(treeOf(path.join(root, "content"))).toEqual(before);
  });

  test("is completed by the text of the page, and never takes the place of it", () => {
    const root = writeFiles(newFolder(), { "page.html": page, "page.txt": pageText(regatta) });
    succeed(["import", "page.html", "--slug", "regatta"], { cwd: root });
    const ids = postsOf(root).map(({ id }) => id);
    succeed(["import", "page.txt", ...regattaOptions], { cwd: root });
    expect(postsOf(root).map(({ id }) => id)).toEqual(ids);
    const whole = printBlocks(postsOf(root)[0]!.blocks);
    expect(whole.trimEnd()).toBe(regatta[0]!.paragraphs.join("\n\n"));
    const later = page.replace("The prizes", "All prizes");
    writeFiles(root, { "later.html": later });
    const { stdout } = succeed(["import", "later.html", "--captured", "2024-05-19T10:00+01:00"], { cwd: root });
    expect(stdout).toContain("0 created, 0 updated, 3 kept");
    expect(printBlocks(postsOf(root)[0]!.blocks)).toBe(whole);
  });

  test("refuses a page that holds none, and says what to do instead", () => {
    const root = writeFiles(newFolder(), { "page.html": "<!doctype html><p>Hello" });
    const { status, stderr } = afterlive(["import", "page.html"], { cwd: root });
    expect(status).toBe(1);
    expect(stderr).toContain("it is HTML in which no posts of a live page can be found");
    expect(stderr).toContain("Save the page again");
  });
});
