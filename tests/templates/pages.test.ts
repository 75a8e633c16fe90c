/** Templates: whole documents, valid, escaped, with links that resolve from their depth. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import type { LivePage } from "../../src/model/live-page.ts";
import archiveOutputs from "../../templates/archive-outputs.11ty.ts";
import gallery from "../../templates/gallery.11ty.ts";
import frontPage from "../../templates/index.11ty.ts";
import newest from "../../templates/live-page.11ty.ts";
import notFound from "../../templates/not-found.11ty.ts";
import oldest from "../../templates/oldest.11ty.ts";
import outputs from "../../templates/outputs.11ty.ts";
import pageData from "../../templates/page-data.11ty.ts";
import onePost from "../../templates/post.11ty.ts";
import { at, everything, hostile, livePage, paragraph, post, siteOf, words } from "../site/sample.ts";

/** Every page of a site, by its path. */
function print({ site, archive }: ReturnType<typeof siteOf>): ReadonlyMap<string, string> {
  const printable = [
    ...[frontPage, notFound].flatMap((template) => template.pages(archive)),
    ...[newest, oldest, onePost, gallery].flatMap((template) => site.pages.flatMap((page) => template.pages(page))),
  ];
  return new Map(printable.map(({ path, print }) => [path, print()]));
}

/** Every other file that lies beside them. */
const beside = ({ site, archive }: ReturnType<typeof siteOf>): readonly string[] =>
  [
    ...archiveOutputs.pages(archive),
    ...[outputs, pageData].flatMap((template) => site.pages.flatMap((page) => template.pages(page))),
  ].map(({ path }) => path);

const arabic = livePage(
  [post("p1", { published: at("2024-05-17T06:58:00+03:00", "Asia/Riyadh"), headline: "الماء يبلغ الجسر" })],
  { language: "ar", slug: "arabic", zone: "Asia/Riyadh", title: "النهر" },
);

/** A page in each language of the interface, and in one that it does not speak. */
const spoken = ["ar-EG", "en-GB", "fa", "fr-FR", "ru", "uk", "zh-CN", "he"].map((language) => {
  const night = at("2024-05-17T06:58:00+01:00");
  const noon = at("2024-05-17T12:58:00+01:00");
  return livePage(
    [
      post("p3", { published: noon, breaking: true, inferred: ["year"] }),
      post("p2", { truncated: true, blocks: [{ kind: "figure", file: "gone.jpg", alt: "" }] }),
      post("p1", { published: night, blocks: [{ kind: "map", source: "https://example.org/m", blocks: [] }] }),
    ],
    { language, slug: language.slice(0, 2), editors: ["Jo", "Mo", "Bo"], captured: noon, rights: "CC0" },
  );
});

const bad: LivePage = livePage(
  [
    post("p-bad", {
      published: at("2024-05-17T06:58:00+01:00"),
      label: hostile,
      headline: hostile,
      subheadline: hostile,
      clock: hostile,
      context: [hostile],
      bylines: [{ name: hostile, role: hostile }],
      blocks: [
        paragraph(hostile),
        { kind: "figure", file: "gone", alt: hostile, caption: words(`a${hostile}`), credit: words(hostile) },
        { kind: "figure", file: "mill.jpg", alt: hostile, caption: words(`b${hostile}`), credit: words(hostile) },
        {
          kind: "embed",
          author: hostile,
          provider: hostile,
          date: hostile,
          caption: words(hostile),
          source: "https://example.org/?a=1&b=%22",
          blocks: [paragraph(hostile)],
        },
      ],
    }),
    post("p-other", { blocks: [paragraph(hostile)] }),
  ],
  {
    slug: "bad",
    title: hostile,
    publisher: hostile,
    source: "https://example.org/?a=1&b=2",
    rights: hostile,
    note: words(hostile),
    editors: [hostile],
    panel: [hostile],
    summary: [paragraph(hostile)],
  },
);

/** Without the one script that a page loads, and without data, which is no script: both written as only we write them. */
const withoutOurScript = (text: string): string =>
  text
    .replace(/<script defer src="(?:\.\.\/)*script-[a-z]+\.js"><\/script>/, "")
    .replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, "");

const archives: readonly [string, ReturnType<typeof siteOf>][] = [
  ["an archive with everything", siteOf([everything, arabic])],
  ["an archive with an address", siteOf([everything], { url: "https://example.org/a/", noindex: true, rights: "CC0" })],
  ["an empty archive", siteOf([])],
  ["an archive in eight languages", siteOf(spoken, { language: "ar" })],
  ...["fa", "fr", "ru", "uk", "zh"].map((language): [string, ReturnType<typeof siteOf>] => [
    `an empty archive, language ${language}`,
    siteOf([], { language }),
  ]),
  ["a live page without posts", siteOf([livePage([])])],
  ["a live page with one post", siteOf([livePage([post("p1", { published: at("2024-05-17T06:58:00Z") })])])],
  ["a live page without any time", siteOf([livePage([post("p2"), post("p1", { headline: "First" })])])],
  ["hostile text", siteOf([bad], { title: hostile, rights: hostile, about: [paragraph(hostile)] })],
  [
    "an event of many pages, with key events and a summary that leads to them",
    siteOf([
      livePage(
        Array.from({ length: 221 }, (_, index) =>
          post(`p${221 - index}`, { keyEvent: index % 60 === 0, supports: index === 99 ? [1] : [] }),
        ),
        { summary: [{ kind: "list", items: [[paragraph("A point")]] }], eventZone: "Asia/Shanghai" },
      ),
    ]),
  ],
  [
    "200 characters, 60 letters",
    siteOf([livePage([post("p1", { headline: "word ".repeat(40) }), post("p0", { headline: "x".repeat(60) })])]),
  ],
];
const kinds = archives.map(([name, archive]) => [name, print(archive), beside(archive)] as const);

describe.each(kinds)("the pages of %s", (_, pages, files) => {
  test("leave html-validate nothing to say", { timeout: 120_000 }, async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      // A post's headline is its title, however long it was.
      rules: { "long-title": "off" },
    });
    for (const [file, text] of pages) {
      const report = await validator.validateString(text, file);
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map((one) => `${file}:${one.line} ${one.ruleId} ${one.message}`),
        ),
      ).toEqual([]);
    }
  });

  test("lead nowhere but to pages and ids that exist, by relative links that name files", () => {
    for (const [file, text] of pages) {
      for (const [, href = ""] of text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
        if (/^https:\/\/example\.org\//.test(href) || (file === "404.html" && href === "/a/index.html")) continue;
        const [name = "", id] = href.split("#");
        const target = name === "" ? file : path.posix.join(path.posix.dirname(file), name);
        expect([...pages.keys(), ...files], `${file}: ${href}`).toContain(target);
        if (id !== undefined) expect(pages.get(target), `${file}: ${href}`).toContain(` id="${id}"`);
      }
    }
  });

  test("have each id once, a policy, and no style, script or handler of anyone's", () => {
    for (const [file, text] of pages) {
      const ids = [...text.matchAll(/<[^>]* id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, file).toBe(ids.length);
      expect(text, file).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
      const names = withoutOurScript(text).replace(/"[^"]*"/g, '""');
      expect(names, file).not.toMatch(/<script|<img src=x|<[^>]+\s(?:style|onerror)=|<@/);
      expect(text, file).not.toContain("unsafe");
    }
  });

  test("load only files of their own folder", () => {
    for (const [file, text] of pages) {
      const loaded = [...text.matchAll(/<(?:img|source|link)[^>]*? (?:src|srcset|href)="([^"]*)"/g)].map(
        ([, to]) => to ?? "",
      );
      const outside = loaded.filter((to) => /^(?:[a-z]+:|\/)/.test(to) && !to.startsWith("https://example.org/a/"));
      expect(outside, file).toEqual([]);
      const depth = file.split("/").length - 1;
      for (const to of loaded.filter((one) => /pictures|style\.css|favicon/.test(one))) {
        expect(to.startsWith("../".repeat(depth)) && !to.startsWith("../".repeat(depth + 1)), `${file}: ${to}`).toBe(
          true,
        );
      }
    }
  });
});

const page = (name: string) => kinds[0]?.[1].get(name) ?? "";
const plain = (text: string) => text.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

describe("live page", () => {
  const text = page("river/index.html");

  test("says what became of it, with dates of the content only", () => {
    const facts = plain(/<dl class="facts">.*?<\/dl>/s.exec(text)?.[0] ?? "");
    expect(facts).toContain("Live coverage ended7 posts");
    expect(facts).toContain("Covers26 October 2024, 14:59 BST – 27 October 2024, 01:30 GMT");
    expect(facts).toContain("Archived28 October 2024, 06:00 GMT");
    expect(text).toContain('<a href="https://example.org/live" rel="noopener external">Example Wire</a>');
  });

  test("has one heading a post, which holds time, label, headline and byline", () => {
    const headings = [...text.matchAll(/<h3>(.*?)<\/h3>/gs)].map(([, inner]) => plain(inner ?? "").trim());
    expect(headings).toHaveLength(7);
    expect(headings[3]).toBe("21:40 BST 90&#39;+3 mins Analysis A goal Jo Farrow, Rivers Weather desk");
    expect(headings[0]).toBe("01:30 GMT Breaking Half past one, again");
    expect(headings[2]).toBe("Time unknown Nobody timed this");
  });

  test("has its permalink on the time, and the time in full for machines", () => {
    expect(text).toContain('<a href="p-night-1/index.html"><time datetime="2024-10-27T01:30:00+01:00">');
  });

  test("ranks inner headings below the post's", () => expect(text).toContain("<h4>An inner heading</h4>"));

  test("says once what alt and caption both say, and frames what is not here", () => {
    expect(text).toMatch(/width="1440" height="720" alt="A mill"/);
    expect(text).toMatch(/width="1440" height="720" alt=""[^>]*>.*?<span class="caption">The mill</s);
    expect(text).toContain('<p class="kind">Picture not in this archive</p><p>Two dogs</p>');
  });

  test("loads its first picture at once and the others when they come near", () => {
    expect(text.match(/fetchpriority="high"/g)).toHaveLength(1);
    expect(text.match(/loading="lazy"/g)).toHaveLength(2);
  });

  test("offers the other order", () => {
    expect(text).toContain('<span aria-current="true">Newest first</span>');
    expect(page("river/oldest.html")).toContain('<a href="index.html">Newest first</a>');
  });

  test("of twenty posts with pictures stays light", () => {
    const posts = Array.from({ length: 20 }, (_, index) =>
      post(`p${20 - index}`, {
        published: at(`2024-05-17T${String(23 - index).padStart(2, "0")}:00:00+01:00`),
        headline: `Gauge ${index}`,
        blocks: [{ kind: "figure", file: "mill.jpg", alt: `Picture ${index}`, caption: words(`Caption ${index}`) }],
      }),
    );
    const [stream] = newest.pages(siteOf([livePage(posts)]).site.pages[0]!);
    const weight = gzipSync(stream!.print(), { level: 9 }).length;
    // What is left of 14 KB is for the words.
    expect(weight).toBeLessThan(3.5 * 1024);
    expect(gzipSync(readFileSync("public/style.css"), { level: 9 }).length).toBeLessThan(9 * 1024);
  });
});

describe("post page", () => {
  test("keeps its links into the stream", () => {
    expect(page("river/p-media/index.html")).toContain('<a href="../index.html#p-figures">the pictures</a>');
  });

  test("has an h1 in words where the post has no headline", () => {
    expect(plain(/<h1>.*?<\/h1>/s.exec(page("river/p-figures/index.html"))?.[0] ?? "")).toContain("The mill at dawn");
  });
});

test("an Arabic page is written from the right, in Arabic", () => {
  expect(page("arabic/index.html")).toContain('<html lang="ar" dir="rtl">');
  expect(page("arabic/index.html")).toContain("<dd>منشور واحد</dd>");
  expect(page("arabic/index.html")).not.toContain('lang="en"');
});

describe("a page", () => {
  const eight = new Map(kinds.flatMap(([name, pages]) => (name.includes("eight") ? [...pages] : [])));

  test.each(["ar", "fa", "fr", "ru", "uk", "zh"])("in %s has no English but names", (language) => {
    for (const file of ["index", "oldest", "p1/index", "p2/index"]) {
      const body = eight.get(`${language}/${file}.html`)?.replace(/<head>.*?<\/head>/s, "") ?? "";
      const labels = [...body.matchAll(/ (?:aria-label|alt|title)="([^"]*)"/g)].map(([, label]) => label);
      const text = `${plain(body)} ${labels.join(" ")}`;
      expect(text.length).toBeGreaterThan(100);
      const english = text.replace(
        /River Archive|The river at Fenwick|Text of p\d\.?|\b(?:BST|CC0|Jo|Mo|Bo|Atom|JSON Feed)\b|posts\.csv|page\.json/g,
        "",
      );
      if (language === "fr") expect(english).not.toMatch(/\b(?:post|page|live|the|of|time|summary|picture|all)s?\b/i);
      else expect(english).not.toMatch(/[A-Za-z]/);
    }
  });

  test("in a language that the interface does not speak marks the words as English, from left to right", () => {
    expect(eight.get("he/index.html")).toContain('<html lang="he" dir="rtl">');
    expect(eight.get("he/index.html")).toContain('<span lang="en" dir="ltr">3 posts</span>');
  });
});

test("404.html allows its own style by its digest", () => {
  const text = page("404.html");
  const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? "";
  expect(text).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
});
