/** pageUrls and archiveUrls: each page with a canonical address is in one sitemap, and the index lists all sitemaps. */
import { expect, test } from "vitest";
import { archiveOutputs, pageOutputs } from "../../../src/site/files/outputs.ts";
import { countUrls, pageUrls } from "../../../src/site/files/sitemap-urls.ts";
import type { PageSite } from "../../../src/site/views/page-site.ts";
import { faultsBySchema } from "../../outputs/schemas.ts";
import { childrenOf, parseXml, textOf } from "../../outputs/xml.ts";
import { archives, print } from "../../templates/archives.ts";
import { at, everything, livePage, post, siteOf } from "../sample.ts";

const url = "https://example.org/a/";
const long = livePage(
  Array.from({ length: 221 }, (_, index) =>
    post(`p${221 - index}`, {
      published: at(new Date(Date.UTC(2024, 4, 17, 8, 221 - index)).toISOString().replace(".000Z", "+00:00")),
    }),
  ),
  { slug: "long" },
);
const sitemapsOf = (page: PageSite) => pageOutputs(page).filter(({ path }) => /\/sitemap[^/]*$/.test(path));
const places = (text: string) => parseXml(text).children.map((place) => textOf(place, "loc") ?? "");

test("sitemaps have each page that names itself its canonical address, and no other", () => {
  const given = siteOf([everything, long], { url });
  const canonical = new Set<string>();
  for (const [file, text] of print(given)) {
    const [, address] = /<link rel="canonical" href="([^"]*)">/.exec(text) ?? [];
    if (file !== "404.html" && address !== undefined) canonical.add(address);
  }
  const own = archiveOutputs(given.archive);
  const textAt = (path: string) => own.find((view) => view.path === path)!.text();
  const told = [textAt("sitemap-archive.xml"), ...given.site.pages.flatMap(sitemapsOf).map(({ text }) => text())];
  expect(told.flatMap(places).sort()).toEqual([...canonical].sort());
  expect(places(textAt("sitemap.xml"))).toEqual(
    ["sitemap-archive.xml", ...given.site.pages.flatMap(sitemapsOf).map(({ path }) => path)].map(
      (path) => `${url}${path}`,
    ),
  );
});

test("sitemaps of any archive follow sitemaps.org", () => {
  const given = [...archives.map(([, one]) => one), siteOf([everything, long], { url })];
  const texts = given.flatMap(({ archive, site }) =>
    [...archiveOutputs(archive), ...site.pages.flatMap(pageOutputs)]
      .filter(({ path }) => /(^|\/)sitemap[^/]*\.xml$/.test(path))
      .map(({ text }) => text()),
  );
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) expect(faultsBySchema("sitemap", text)).toEqual([]);
});

test("pageUrls are as many as countUrls says, for any archive", () => {
  for (const [name, { site }] of archives)
    for (const page of site.pages) expect(pageUrls(page), name).toHaveLength(countUrls(page));
});

test("pageUrls have the time of the last change of their posts, and no time where that is not known", () => {
  const [page] = siteOf([long]).site.pages;
  const byPath = new Map(pageUrls(page!).map(({ path, changed }) => [path, changed]));
  const iso = (id: string) => page!.posts.find((one) => one.post.id === id)?.post.time?.iso;
  expect(byPath.get("long/index.html")).toBe(iso("p221"));
  expect(byPath.get("long/page-1.html")).toBe(iso("p20"));
  expect(byPath.get("long/page-10.html")).toBe(iso("p200"));
  expect(byPath.get("long/p7/index.html")).toBe(iso("p7"));
  const untimed = pageUrls(siteOf([livePage([post("p1")])]).site.pages[0]!);
  expect(untimed).toEqual([{ path: "river/index.html" }, { path: "river/p1/index.html" }]);
  const gallery = pageUrls(siteOf([everything]).site.pages[0]!).find(({ path }) => path === "river/gallery.html");
  expect(gallery).toEqual({ path: "river/gallery.html" });
});

test("sitemaps of more than 50,000 addresses are divided, and the index has every part", () => {
  const { archive, site } = siteOf([livePage([post("p1")])], { url });
  const [page] = site.pages;
  const [alone] = page!.posts;
  const many: PageSite = { ...page!, posts: Array.from({ length: 50_001 }, () => alone!) };
  const files = sitemapsOf(many);
  expect(files.map(({ path }) => path)).toEqual(["river/sitemap.xml", "river/sitemap-2.xml"]);
  const counts = files.map(({ text }) => text().match(/<loc>/g)?.length);
  expect(counts).toEqual([50_000, 2]);
  expect(new Set(files.map((view) => JSON.stringify(view))).size).toBe(2);
  const sitemaps = [{ folder: "river/", urls: countUrls(many) }];
  const index = archiveOutputs({ ...archive, sitemaps }).find(({ path }) => path === "sitemap.xml");
  expect(places(index!.text()).slice(1)).toEqual(files.map(({ path }) => `${url}${path}`));
});

test("an index of more than 50,000 sitemaps is divided as well, and robots.txt names each part", () => {
  const { archive } = siteOf([], { url });
  const sitemaps = Array.from({ length: 50_000 }, (_, index) => ({ folder: `s${index}/`, urls: 1 }));
  const outputs = archiveOutputs({ ...archive, sitemaps });
  const files = outputs.filter(({ path }) => /^sitemap(-\d+)?\.xml$/.test(path));
  expect(files.map(({ path }) => path)).toEqual(["sitemap.xml", "sitemap-2.xml"]);
  expect(childrenOf(parseXml(files[1]!.text()), "sitemap")).toHaveLength(1);
  expect(files[0]!.text().match(/<loc>/g)).toHaveLength(50_000);
  const robots = outputs.find(({ path }) => path === "robots.txt")!.text();
  expect(robots.match(/(?<=Sitemap: ).*/g)).toEqual(files.map(({ path }) => `${url}${path}`));
});
