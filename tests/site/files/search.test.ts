/** pageSearch and archiveSearch: all words that a page shows of a post, and the page that holds it. */
import vm from "node:vm";
import { expect, test } from "vitest";
import { archiveSearch, pageSearch } from "../../../src/site/files/search.ts";
import type { OutputView } from "../../../src/site/views/text-files.ts";
import { at, everything, hostile, livePage, paragraph, post, siteOf } from "../sample.ts";

type Row = readonly [
  string,
  string,
  string,
  string,
  readonly string[],
  readonly (readonly string[])[],
  string,
  string,
  number,
];
interface Told {
  readonly title: string;
  readonly files: readonly string[];
  readonly posts: readonly Row[];
}

/** The data of a file, which is run as a browser runs it. */
function told(view: OutputView): Told {
  const handed: unknown[] = [];
  vm.runInNewContext(view.text(), { afterliveSearch: (given: unknown) => handed.push(given) });
  expect(handed).toHaveLength(1);
  return JSON.parse(JSON.stringify(handed[0]));
}

const ofPage = (...given: Parameters<typeof livePage>) => pageSearch(siteOf([livePage(...given)]).site.pages[0]!);
const long = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    post(`p${count - index}`, { published: at(new Date(1.7e12 - index * 6e4).toISOString()) }),
  );

test("pageSearch holds each post of the live page, newest first, with the clock and the zone of the page", () => {
  const { posts, ...head } = told(pageSearch(siteOf([everything]).site.pages[0]!));
  expect(head).toEqual({ title: everything.title, language: "en-GB", direction: "ltr", files: ["index.html"] });
  expect(posts.map(([id]) => id)).toEqual(everything.posts.map(({ id }) => id));
  const views = siteOf([everything]).posts.map((one) => one.post);
  expect(posts.map(([, iso, zone]) => [iso, zone])).toEqual(
    views.map(({ time }) => [time?.iso ?? "", time?.zone ?? ""]),
  );
});

test("pageSearch holds all words of a post, and gives a post without a headline another name", () => {
  const full = post("p2", {
    headline: "Gauge",
    subheadline: "Below it",
    label: "Analysis",
    breaking: true,
    context: ["Upstream"],
    bylines: [{ name: "Jo", role: "Weather desk" }, { name: "Mo" }],
    corrections: ["The hour was wrong"],
    blocks: [
      paragraph("One."),
      { kind: "figure", file: "mill.jpg", alt: "A mill", credit: [{ kind: "text", text: "Bo" }] },
    ],
  });
  const rows = told(ofPage([full, post("p1", { subheadline: "Only this" }), post("p0", { blocks: [] })])).posts;
  expect(rows).toEqual([
    [
      "p2",
      "",
      "",
      "Gauge",
      ["Breaking", "Analysis"],
      [["Jo", ", Weather desk"], ["Mo"]],
      "Below it\nUpstream\nOne.\nA mill\nBo\nThe hour was wrong",
      "p",
      0,
    ],
    ["p1", "", "", "Only this", [], [], "Text of p1.", "", 0],
    ["p0", "", "", "Post", [], [], "", "", 0],
  ]);
});

test("pageSearch marks key events, and posts that have a picture which the archive holds", () => {
  const site = siteOf([everything]).site.pages[0]!;
  const marks = new Map(told(pageSearch(site)).posts.map((row) => [row[0], row[7]]));
  const pictured = new Set(site.gallery?.pictures.map((one) => one.post.id));
  expect(pictured.size).toBeGreaterThan(0);
  for (const { post } of siteOf([everything]).posts)
    expect(marks.get(post.id), post.id).toBe(`${post.keyEvent ? "k" : ""}${pictured.has(post.id) ? "p" : ""}`);
  const [key] = told(ofPage([post("p1", { keyEvent: true })])).posts;
  expect(key?.[7]).toBe("k");
});

test("pageSearch says on which page of a long event each post stands", () => {
  const site = siteOf([livePage(long(247))]).site.pages[0]!;
  const { files, posts } = told(pageSearch(site));
  const standing = new Map(
    site.eventPages.flatMap(({ frame, days }) =>
      days.flatMap((day) => day.posts.map((one) => [one.post.id, frame.path.replace("river/", "")] as const)),
    ),
  );
  expect(standing.size).toBe(247);
  expect(Object.fromEntries(posts.map((row) => [row[0], files[row[8]]]))).toEqual(Object.fromEntries(standing));
  expect(files.at(-1)).toBe("index.html");
  expect(files[0]).toBe("page-1.html");
});

test("pageSearch hands hostile words over as they are", () => {
  const words = `${hostile}\u2028\u2029</script>\\"\${x}\`'\u0000__proto__`;
  const { title, posts } = told(
    ofPage([post("p1", { headline: words, label: words })], { title: words, language: "ar" }),
  );
  expect([title, posts[0]![3], posts[0]![4]]).toEqual([words, words, [words]]);
});

test("pageSearch says by its JSON what its text says: another word, time or page is another JSON", () => {
  const one = post("p1", { published: at("2024-05-17T02:00:00+01:00"), headline: "One" });
  const made = (view: OutputView) => ({ json: JSON.stringify(view), text: view.text() });
  const before = made(ofPage([one]));
  for (const other of [
    ofPage([{ ...one, headline: "Other" }]),
    ofPage([{ ...one, blocks: [] }]),
    ofPage([{ ...one, corrections: ["So"] }]),
    ofPage([{ ...one, keyEvent: true }]),
    ofPage([{ ...one, published: at("2024-05-17T02:01:00+01:00") }]),
    ofPage([one], { title: "Other" }),
    ofPage([one], { language: "fa" }),
    ofPage([one, post("p0")]),
  ]) {
    expect(made(other).text).not.toBe(before.text);
    expect(made(other).json).not.toBe(before.json);
  }
  expect(made(ofPage(long(239))).json).not.toBe(made(ofPage(long(240))).json);
  expect(made(ofPage([one]))).toEqual(before);
});

test("archiveSearch lists the live pages, newest first, and changes with nothing else", () => {
  const older = livePage([post("p1", { published: at("2020-05-17T02:00:00+01:00") })], { slug: "mill" });
  const newer = livePage([post("p1", { published: at("2024-05-17T02:00:00+01:00") })], { slug: "weir" });
  const of = (pages: Parameters<typeof siteOf>[0]) => archiveSearch(siteOf(pages).archive);
  expect(told(of([older, newer]))).toEqual(["weir", "mill"]);
  expect(told(of([]))).toEqual([]);
  expect(JSON.stringify(of([older, { ...newer, title: "Other" }]))).toBe(JSON.stringify(of([older, newer])));
});
