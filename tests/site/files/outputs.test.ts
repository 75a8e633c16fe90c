/** pageOutputs and archiveOutputs: the posts, the times and the addresses of the pages, and keys that change with the text. */
import { expect, test } from "vitest";
import type { LivePage } from "../../../src/model/live-page.ts";
import { archiveOutputs, otherForms, pageOutputs } from "../../../src/site/files/outputs.ts";
import type { OutputView } from "../../../src/site/views/text-files.ts";
import { parseCsv } from "../../outputs/csv.ts";
import { childrenOf, parseXml, textOf } from "../../outputs/xml.ts";
import { at, everything, livePage, post, siteOf } from "../sample.ts";

const url = "https://example.org/a/";

const textAt = (views: readonly OutputView[], path: string): string => {
  const view = views.find((one) => one.path === path);
  if (view === undefined) throw new Error(`no "${path}"`);
  return view.text();
};

const ofPage = (page: LivePage, over = {}) => pageOutputs(siteOf([page], over).site.pages[0]!);
const isos = siteOf([everything]).site.pages[0]!.posts.map(({ post }) => post.time?.iso);

test("pageOutputs hold each post of the live page, newest first, with its time", () => {
  const views = ofPage(everything, { url });
  const told = childrenOf(parseXml(textAt(views, "river/feed.xml")), "entry");
  expect(told.map((one) => textOf(one, "published"))).toEqual(isos);
  const { items } = JSON.parse(textAt(views, "river/feed.json"));
  expect(items.map((one: { date_published?: string }) => one.date_published)).toEqual(isos);
  const rows = parseCsv(textAt(views, "river/posts.csv")).slice(1);
  expect(rows.map(([id]) => id)).toEqual(everything.posts.map(({ id }) => id));
  expect(rows.map(([, published]) => published)).toEqual(isos.map((iso) => iso ?? ""));
  expect(parseXml(textAt(views, "river/sitemap.xml")).children).toHaveLength(everything.posts.length + 2);
});

test("pageOutputs hold the newest fifty posts in feeds, and all in the table", () => {
  const posts = Array.from({ length: 61 }, (_, index) => post(`p${index}`));
  const views = ofPage(livePage(posts));
  const { items } = JSON.parse(textAt(views, "river/feed.json"));
  expect(items.map(({ id }: { id: string }) => id)).toEqual(
    posts.slice(0, 50).map(({ id }) => `tag:afterlive.invalid,2024:river/${id}/`),
  );
  expect(parseCsv(textAt(views, "river/posts.csv"))).toHaveLength(62);
});

test("pageOutputs give texts whose addresses are whole where the archive has one, else lead from the file", () => {
  const whole = textAt(ofPage(everything, { url }), "river/feed.json");
  const bodies = (text: string) =>
    JSON.parse(text)
      .items.map(({ content_html }: { content_html: string }) => content_html)
      .join("");
  expect(bodies(whole)).toContain('src="https://example.org/a/pictures/aa-1440.jpg"');
  expect(bodies(whole)).toContain('href="https://example.org/a/river/#p-figures"');
  const near = textAt(ofPage(everything), "river/feed.json");
  expect(bodies(near)).toContain('src="../pictures/aa-1440.jpg"');
  expect(bodies(near)).toContain('href="index.html#p-figures"');
  for (const text of [whole, near]) expect(bodies(text)).not.toMatch(/<@|<svg/);
});

test("archiveOutputs have a robots.txt that names the sitemaps, where there are any, and none where the archive has its own", () => {
  const robots = (settings: object, dependencies = {}) =>
    archiveOutputs(siteOf([everything], settings, dependencies).archive).find(({ path }) => path === "robots.txt");
  const open = "User-agent: *\nAllow: /\n";
  expect(robots({ url })?.text()).toBe(`${open}Sitemap: ${url}sitemap.xml\n`);
  expect(robots({ url, noindex: true })?.text()).toBe(open);
  expect(robots({})?.text()).toBe(open);
  expect(robots({ url }, { ownFiles: new Set(["robots.txt"]) })).toBeUndefined();
  expect(robots({ url }, { ownFiles: new Set(["card.png"]) })?.text()).toContain("Sitemap: ");
});

test("pageOutputs hold pictures without their links to the gallery, which a reader of feeds has not", () => {
  for (const over of [{}, { url: "https://example.org/a/" }])
    for (const { path, text } of pageOutputs(siteOf([everything], over).site.pages[0]!)) {
      // The sitemap lists the gallery.
      if (path.endsWith("sitemap.xml")) continue;
      expect(text()).not.toContain("gallery.html");
      expect(text()).not.toContain("<@");
    }
});

test("pageOutputs have sitemaps only where an address is known and search engines are welcome", () => {
  const paths = (over: object) => ofPage(everything, over).map(({ path }) => path);
  expect(paths({ url })).toContain("river/sitemap.xml");
  expect(paths({})).not.toContain("river/sitemap.xml");
  expect(paths({ url, noindex: true })).not.toContain("river/sitemap.xml");
});

test("pageOutputs say by their JSON what their texts say: another time, headline or capture is another JSON", () => {
  const one = post("p1", { published: at("2024-05-17T02:00:00+01:00") });
  const made = (page: LivePage) => ofPage(page).map((view) => [JSON.stringify(view), view.text()] as const);
  const before = made(livePage([one]));
  const changed = [
    livePage([{ ...one, updated: at("2024-05-17T03:00:00+01:00") }]),
    livePage([{ ...one, headline: "Other" }]),
    livePage([one], { captured: at("2024-05-18T00:00:00Z") }),
    livePage([one], { publisher: "Other Wire" }),
  ];
  for (const page of changed)
    for (const [index, [json, text]] of made(page).entries())
      if (text !== before[index]![1]) expect(json).not.toBe(before[index]![0]);
});

test("archiveOutputs hold the latest posts of all live pages, with the address of each", () => {
  const other = livePage([post("p1", { published: at("2024-10-26T21:45:00+01:00") })], { slug: "mill" });
  const { archive } = siteOf([everything, other], { url });
  const views = archiveOutputs(archive);
  const { items } = JSON.parse(textAt(views, "feed.json"));
  expect(items.map((one: { url: string }) => one.url)).toEqual(
    archive.latest().map(({ page, post }) => `${url}${page.slug}/${post.id}/`),
  );
  expect(items.map((one: { url: string }) => one.url)[2]).toBe(`${url}mill/p1/`);
  expect(childrenOf(parseXml(textAt(views, "feed.xml")), "entry")).toHaveLength(items.length);
  const index = parseXml(textAt(views, "sitemap.xml"));
  expect(index.children.map((one) => textOf(one, "loc"))).toEqual([
    `${url}sitemap-archive.xml`,
    `${url}river/sitemap.xml`,
    `${url}mill/sitemap.xml`,
  ]);
});

test("otherForms are files that lie beside the live page", () => {
  const paths = ofPage(everything).map(({ path }) => path);
  const shown = paths.filter((path) => !path.endsWith("-metadata.json"));
  expect(otherForms.map(({ href }) => `river/${href}`)).toEqual([...shown, "river/page.json"]);
});

test("archiveOutputs hold the newest fifty posts of sixty live pages", () => {
  const day = (page: number, hour: number) =>
    at(`2024-0${1 + Math.floor(page / 20)}-${10 + (page % 20)}T${10 + hour}:00:00Z`);
  const pages = Array.from({ length: 60 }, (_, page) =>
    livePage(
      [1, 0].map((hour) => post(`p${hour}`, { published: day(page, hour) })),
      { slug: `s${page}` },
    ),
  );
  const { items } = JSON.parse(textAt(archiveOutputs(siteOf(pages, { url }).archive), "feed.json"));
  const wanted = Array.from({ length: 50 }, (_, index) => `${url}s${59 - Math.floor(index / 2)}/p${1 - (index % 2)}/`);
  expect(items.map((one: { url: string }) => one.url)).toEqual(wanted);
});
