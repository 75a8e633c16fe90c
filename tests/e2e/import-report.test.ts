/** What an import says of what it read, through the command line. */
import { describe, expect, test } from "vitest";
import { newFolder, succeed, writeFiles } from "./command-line.ts";

describe("the report of an import", () => {
  test("names the words of a poorer capture that the fuller one words differently", () => {
    const html = `<!doctype html><title>A day at the pier</title><h1>A day at the pier</h1>${[1, 2, 3].map((post) => `<article><time datetime="2024-05-17T1${post}:00:00+01:00">1${post}:00</time><h2>Tide ${post}</h2><p>The tide of hour ${post} was higher than that of the day before.</p></article>`).join("")}`;
    const data = {
      "@context": "https://schema.org",
      "@type": "LiveBlogPosting",
      headline: "A day at the pier",
      liveBlogUpdate: [1, 2, 3].map((post) => ({
        "@type": "BlogPosting",
        headline: `Tide ${post}`,
        datePublished: `2024-05-17T1${post}:00:00+01:00`,
        articleBody: `The tide of hour ${post} was higher than that of the day before.${post === 2 ? " Sandbags were laid." : ""}`,
      })),
    };
    const root = writeFiles(newFolder(), { "page.html": html, "page.json": JSON.stringify(data) });
    succeed(["import", "page.html", "--slug", "pier"], { cwd: root });
    const { stdout } = succeed(["import", "page.json", "--slug", "pier"], { cwd: root });
    expect(stdout).toContain(
      '  not taken over, since another capture is newer or fuller: 3 words, beginning\n    "Sandbags were laid."\n',
    );
    expect(stdout).toContain("captures/ holds the wording that was not taken over");
    const told = JSON.parse(succeed(["import", "page.json", "--slug", "pier", "--json"], { cwd: root }).stdout);
    expect(told.captures[0].notTakenOver).toMatchObject({ words: 3, begins: ["Sandbags were laid."] });
  });

  test("says once what several captures have in common", () => {
    const page = (number: number) =>
      `<!doctype html><title>A day at the pier</title><h1>A day at the pier</h1>${[1, 2, 3].map((post) => `<article><time datetime="2024-05-1${number}T1${post}:00:00+01:00">1${post}:00</time><p>The tide of day ${number} and hour ${post} was higher than that of the day before.</p></article>`).join("")}`;
    const root = writeFiles(newFolder(), { "1.html": page(1), "2.html": page(2) });
    const { stderr } = succeed(["import", "1.html", "2.html"], { cwd: root });
    expect(stderr.match(/of no form that is known here/g)).toHaveLength(1);
    expect(stderr).toContain("(so in 1 other capture)");
  });
});
