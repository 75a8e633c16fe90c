/** The pages of the sample one by one: their look on a phone and in the dark, their HTML, their names. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFindings, fromDisk, long, openBrowser, repository, serveFolder, sightsOf } from "./harness.ts";
import { figuresIn, files, htmlFiles, pages, site, withPage } from "./sample.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const longest = [...pages].sort((a, b) => b.posts.length - a.posts.length)[0];
const post = longest?.posts.find(({ blocks }) => figuresIn(blocks).length > 0) ?? longest?.posts[0];
const kinds = [
  "index.html",
  "404.html",
  `${longest?.slug}/index.html`,
  `${longest?.slug}/oldest.html`,
  `${longest?.slug}/gallery.html`,
  `${longest?.slug}/${post?.id}/index.html`,
];
/** Each kind of page, and some of the posts; in the long suite all pages. */
const some = htmlFiles.filter((file, index) => long || kinds.includes(file) || index % 5 === 0);

describe("each kind of page of the sample", () => {
  test.each(kinds)("%s leaves axe nothing to say, light or dark, on a phone or on a desktop", async (file) => {
    for (const seen of sightsOf(kinds.indexOf(file))) {
      const findings = await withPage(
        browser,
        async (page) => {
          await page.goto(`${(await fromDisk(site)).base}${file}`);
          return axeFindings(page);
        },
        seen,
      );
      expect(findings, `${seen.colorScheme}, ${seen.viewport.width} px`).toEqual([]);
    }
  });

  test("does not scroll sideways at 320 px", () =>
    withPage(
      browser,
      async (page) => {
        const wide: string[] = [];
        for (const file of some) {
          await page.goto(`${(await fromDisk(site)).base}${file}`);
          const width = await page.evaluate<number>("document.scrollingElement.scrollWidth");
          if (width > 320) wide.push(`${file} is ${width} px wide`);
        }
        expect(wide).toEqual([]);
      },
      { viewport: { width: 320, height: 640 } },
    ));

  test("is dark where the reader asks for it", async () => {
    const background = (colorScheme: "light" | "dark") =>
      withPage(
        browser,
        async (page) => {
          await page.goto(`${(await fromDisk(site)).base}${kinds[2]}`);
          return page.evaluate<string>(
            "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor",
          );
        },
        { colorScheme },
      );
    expect(await background("dark")).not.toBe(await background("light"));
  });

  test("404.html stands by itself at any depth", async () => {
    const place = await serveFolder(site, "/a/b/c/");
    try {
      await withPage(browser, async (page) => {
        const asked: string[] = [];
        page.on("request", (request) => asked.push(request.url()));
        const response = await page.goto(`${place.base}no/such/page/`);
        expect(response?.status()).toBe(404);
        expect(await page.locator("h1").count()).toBe(1);
        expect(asked).toEqual([`${place.base}no/such/page/`]);
      });
    } finally {
      await place.close();
    }
  });
});

describe("the files of the sample", () => {
  test("leave html-validate nothing to say", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: {
        // A post's headline is its title, however long it was.
        "long-title": "off",
      },
    });
    const findings: string[] = [];
    for (const file of some) {
      const report = await validator.validateString(await readFile(path.join(site, file), "utf8"), file);
      for (const { messages } of report.results) {
        for (const { line, column, ruleId, message } of messages)
          findings.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
    expect(findings).toEqual([]);
  });

  test("are of the kinds and under the names that last", () => {
    expect(files.filter((file) => !/^[a-z0-9._/-]{1,100}$/.test(file))).toEqual([]);
    expect(
      files.filter(
        (file) =>
          !/\.(?:html|css|js|json|xml|csv|txt|md|svg|png|jpg|jpeg|webp|avif|ico|gif|webmanifest|nojekyll|bib|ris)$/.test(
            file,
          ),
      ),
    ).toEqual([]);
  });

  test("hold no path of this machine and no style in an attribute", () => {
    const bad = htmlFiles.filter((file) => {
      const text = readFileSync(path.join(site, file), "utf8");
      return text.includes(repository) || text.includes(site) || /<[^>]+\sstyle=/.test(text);
    });
    expect(bad).toEqual([]);
  });

  test("have a Content-Security-Policy on each page, and no script that it does not know", () => {
    for (const file of htmlFiles) {
      const text = readFileSync(path.join(site, file), "utf8");
      expect(text, file).toMatch(/<meta http-equiv="content-security-policy" content="[^"]*default-src/i);
      expect(text, file).not.toMatch(/content-security-policy" content="[^"]*unsafe/i);
    }
  });
});
