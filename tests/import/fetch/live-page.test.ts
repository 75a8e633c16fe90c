/** `afterlive import https://...` against servers on this machine that play a live page. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../../src/archive/read/read.ts";
import { serve } from "../../captures/fetch/server.ts";
import {
  afterliveBeside,
  expectRefusal,
  fileWith,
  newFolder,
  startAfterlive,
  writeFiles,
} from "../../e2e/command-line.ts";
import { type Live, liveSite, page, post, posts } from "./live-site.ts";

function fetching(root: string, address: string, ...more: readonly string[]) {
  const args = ["import", address, "--root", root, "--pause", "0", "--allow-host", new URL(address).host, ...more];
  return afterliveBeside(args);
}

const archived = (root: string) => readArchive(root).pages[0]!.page;
const capturesOf = (root: string) => readdirSync(path.join(root, "content/a-ferry/captures"));
const warcsOf = (root: string) => capturesOf(root).filter((name) => name.endsWith(".warc.gz"));

describe("an address as a capture", () => {
  test("gives the posts of all pages with their pictures, one honest request each, kept as a web archive", async () => {
    const root = newFolder();
    const site = await liveSite({
      posts: posts(11),
      first({ url }, response) {
        if (url === "/short") response.writeHead(302, { location: "/live/ferry?utm_source=x#top" }).end();
        return url === "/short";
      },
    });
    const { status, stdout, stderr } = await fetching(root, `${site.at}/short`);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain(`fetched 3 pages and 11 pictures from ${site.at}/short`);
    expect(site.asked).toEqual([
      "/robots.txt",
      "/short",
      "/live/ferry?utm_source=x",
      "/live/ferry?page=2",
      "/live/ferry?page=3",
      ...Array.from({ length: 11 }, (_, index) => `/pictures/${11 - index}.png`),
    ]);
    expect([...site.agents]).toEqual([expect.stringMatching(/^afterlive\/\d+\.\d+\.\d+ \(\+https:\/\/github\.com\//)]);
    const { posts: found, source, captured } = archived(root);
    expect(found.map(({ headline }) => headline)).toEqual(
      Array.from({ length: 11 }, (_, index) => `Buoy ${11 - index}`),
    );
    expect(source).toBe(`${site.at}/live/ferry`);
    expect(Math.abs(Date.now() - captured!.epoch)).toBeLessThan(60_000);
    expect(readdirSync(path.join(root, "content/a-ferry/media"))).toHaveLength(11);
    const [warc = ""] = warcsOf(root);
    const bytes = gunzipSync(readFileSync(path.join(root, "content/a-ferry/captures", warc)));
    expect(bytes.toString("latin1").match(/^WARC-Type: \w+/gm)).toHaveLength(1 + 2 * site.asked.length);
    expect(existsSync(path.join(root, ".afterlive")), "nothing is left over").toBe(false);
  });

  test("asked again adds what is new, keeps what a person edited, and asks for no picture that is there", async () => {
    const root = newFolder();
    const live: Live = { posts: posts(7) };
    const site = await liveSite(live);
    await fetching(root, `${site.at}/live/ferry`);
    site.asked.length = 0;
    const same = await fetching(root, `${site.at}/live/ferry`);
    expect(same.stdout.match(/nothing has changed/g)).toHaveLength(2);
    expect(site.asked).toEqual(["/robots.txt", "/live/ferry", "/live/ferry?page=2"]);
    expect(warcsOf(root)).toHaveLength(1);

    const file = fileWith(path.join(root, "content/a-ferry"), "buoy number 2");
    writeFileSync(file, readFileSync(file, "utf8").replace("buoy number 2", "the second buoy"));
    live.posts = [post(8), ...posts(7).with(4, post(3, "The ferry turned at buoy number 3 and went home."))];
    site.asked.length = 0;
    const { status, stdout } = await fetching(root, `${site.at}/live/ferry`);
    expect(status, stdout).toBe(0);
    expect(archived(root).posts).toHaveLength(8);
    expect(readFileSync(file, "utf8")).toContain("the second buoy");
    fileWith(path.join(root, "content/a-ferry"), "turned at buoy number 3");
    expect(site.asked.filter((one) => one.endsWith(".png"))).toEqual(["/pictures/8.png"]);
    expect(warcsOf(root)).toHaveLength(2);
    // The web archive is a capture like any other: what is in it is known.
    const warc = path.join(root, "content/a-ferry/captures", warcsOf(root)[0]!);
    const again = await afterliveBeside(["import", warc, "--root", root]);
    expect(again.status, again.stderr).toBe(0);
    expect(archived(root).posts).toHaveLength(8);
    expect(readFileSync(file, "utf8")).toContain("the second buoy");
  });

  test("goes on after an interruption without asking twice, and nothing is locked while it waits", async () => {
    const root = newFolder();
    let isStuck = true;
    const waiting = Promise.withResolvers<void>();
    const site = await liveSite({
      posts: posts(12),
      first({ url }) {
        if (url !== "/live/ferry?page=3" || !isStuck) return false;
        waiting.resolve();
        return true;
      },
    });
    const address = `${site.at}/live/ferry`;
    const run = startAfterlive(["import", address, "--root", root, "--pause", "0", "--allow-host", site.host]);
    await waiting.promise;
    writeFiles(root, {
      "other.html": page(posts(3))
        .replaceAll("A ferry", "A tug")
        .replace(/<link[^>]*>/, ""),
    });
    const other = await afterliveBeside(["import", path.join(root, "other.html"), "--root", root]);
    expect(other.status, other.stderr).toBe(0);
    run.child.kill("SIGINT");
    await run.ended;
    expect(existsSync(path.join(root, "content/a-ferry"))).toBe(false);
    isStuck = false;
    site.asked.length = 0;
    const { status, stderr } = await fetching(root, address);
    expect(status, stderr).toBe(0);
    expect(site.asked.filter((one) => !one.endsWith(".png"))).toEqual(["/live/ferry?page=3"]);
    expect(
      readArchive(root)
        .pages.map(({ page: one }) => one.posts.length)
        .sort(),
    ).toEqual([12, 3]);
  });

  test("leaves out what robots.txt forbids, and says so; a person's own site can be fetched all the same", async () => {
    const closed = await liveSite({ posts: posts(2), robots: "User-agent: *\nDisallow: /live" });
    const refused = await fetching(newFolder(), `${closed.at}/live/ferry`);
    expectRefusal(refused, /robots\.txt of 127\.0\.0\.1:\d+ forbids it \(line 2: "Disallow: \/live"\)/);
    expect(closed.asked).toEqual(["/robots.txt"]);
    const root = newFolder();
    const half = await liveSite({
      posts: posts(8),
      robots: "User-agent: *\nDisallow: /*?page=\nDisallow: /pictures/6",
    });
    const { status, stderr } = await fetching(root, `${half.at}/live/ferry`);
    expect(status).toBe(0);
    expect(stderr).toContain(`Cannot fetch the further page ${half.at}/live/ferry?page=2: robots.txt of`);
    expect(stderr).toContain("Further pages that are missing: 1");
    expect(stderr).toMatch(/Cannot fetch the picture "[^"]*buoy-6\.jpg": .*forbids it \(line 3/);
    expect(archived(root).posts).toHaveLength(4);
    const own = await fetching(root, `${half.at}/live/ferry`, "--ignore-robots");
    expect(own.status, own.stderr).toBe(0);
    expect(archived(root).posts).toHaveLength(8);
    expect(readdirSync(path.join(root, "content/a-ferry/media"))).toHaveLength(8);
  });

  test("a server that is busy is asked again, as late as it says", async () => {
    const root = newFolder();
    const tried = new Map<string, number>();
    const { at, asked } = await liveSite({
      posts: posts(3),
      first({ url = "" }, response) {
        const nth = (tried.get(url) ?? 0) + 1;
        tried.set(url, nth);
        if (url === "/live/ferry" && nth === 1) response.writeHead(500).end();
        else if (url === "/live/ferry" && nth === 2) response.writeHead(429, { "retry-after": "1" }).end();
        else return false;
        return true;
      },
    });
    const { status, stderr } = await fetching(root, `${at}/live/ferry`);
    expect(status, stderr).toBe(0);
    expect(asked.filter((one) => one === "/live/ferry")).toHaveLength(3);
    expect(archived(root).posts).toHaveLength(3);
  });

  test("only says what it would ask for where that is wanted, and sends nothing", async () => {
    const root = newFolder();
    const site = await liveSite({ posts: posts(2) });
    const { status, stdout } = await fetching(root, `${site.at}/live/ferry#x`, "--dry-run");
    expect(status).toBe(0);
    expect(stdout).toContain(`${site.at}/robots.txt`);
    expect(stdout).toContain(`${site.at}/live/ferry  the page`);
    expect(stdout).toContain("nothing was sent");
    expect(site.asked).toEqual([]);
    expect(readdirSync(root)).toEqual([]);
  });

  test("is refused in a sentence where nothing can be fetched, and writes nothing", async () => {
    const inside = await serve((_, response) => response.end("secret"));
    const bomb = gzipSync(Buffer.alloc(65 * 2 ** 20));
    const site = await liveSite({
      posts: posts(2),
      first({ url = "" }, response) {
        const html = { "content-type": "text/html" };
        if (url === "/wall") response.writeHead(403, html).end("<p>Are you human?");
        else if (url === "/inside") response.writeHead(302, { location: inside }).end();
        else if (url === "/loop") response.writeHead(302, { location: "/loop" }).end();
        else if (url === "/bomb") response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(bomb);
        else if (url === "/pdf") response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF");
        else if (url === "/story") response.writeHead(200, html).end("<h1>A story</h1><p>It has no posts at all.");
        else return false;
        return true;
      },
    });
    for (const [address, message] of [
      [`${site.at}/none`, /the server answered 404: there is no such page/],
      [`${site.at}/wall`, /the server answered 403: it may refuse programs\n {4}Save the page in a browser and import/],
      [`${site.at}/inside`, /127\.0\.0\.1 is no address of the public Internet.*\n.*--allow-host 127\.0\.0\.1:\d+/],
      [`${site.at}/loop`, /the server redirects in a circle/],
      [`${site.at}/bomb`, /it has more than 20 MB/],
      [`${site.at}/pdf`, /expected a page \(HTML\) or its data \(JSON\), got "application\/pdf"/],
      [`${site.at}/story`, /no posts of a live page can be found/],
      ["http://127.0.0.1:9/", /the host refuses the connection/],
      ["http://name.invalid/", /no host has this name|the name cannot be looked up/],
    ] as const) {
      const root = newFolder();
      expectRefusal(await fetching(root, address), message);
      expect(existsSync(path.join(root, "content")), address).toBe(false);
    }
    const options = ["--allow-host", "a/b"];
    const wrong = await afterliveBeside(["import", `${site.at}/live/ferry`, ...options], { cwd: newFolder() });
    expectRefusal(wrong, /Cannot use --allow-host "a\/b"/);
  });

  test("says of a further page that no posts can be found in it", async () => {
    const site = await liveSite({ posts: posts(5) });
    const { status, stderr } = await fetching(newFolder(), `${site.at}/live/ferry`);
    expect(status).toBe(0);
    expect(stderr).toContain(
      `Cannot read the further page ${site.at}/live/ferry?page=2: no posts of a live page can be found in it`,
    );
  });

  test("takes in the data that the page would load, as parts of the same live page", async () => {
    const root = newFolder();
    const update = (minute: number) => ({
      "@type": "BlogPosting",
      "@id": `e${minute}`,
      headline: `Buoy at ${minute}`,
      datePublished: `2024-05-17T09:${minute}:00Z`,
      articleBody: `The ferry was seen from the pier at ${minute}, an hour before.`,
    });
    const data = { "@context": "https://schema.org", "@type": "LiveBlogPosting", headline: "A ferry" };
    const site = await liveSite({
      posts: posts(4),
      first({ url = "" }, response) {
        const json = { "content-type": "application/json" };
        if (url === "/live/ferry")
          response
            .writeHead(200, { "content-type": "text/html" })
            .end(page(posts(4), '<button data-load-more-url="/api/stream?cursor=1">More</button>'));
        else if (url === "/api/stream?cursor=1")
          response
            .writeHead(200, json)
            .end(JSON.stringify({ ...data, liveBlogUpdate: [update(40), update(30)], next: "/api/stream?cursor=2" }));
        else if (url === "/api/stream?cursor=2")
          response.writeHead(200, json).end(JSON.stringify({ ...data, liveBlogUpdate: [update(20)], next: null }));
        else return false;
        return true;
      },
    });
    const { status, stderr } = await fetching(root, `${site.at}/live/ferry`);
    expect(status, stderr).toBe(0);
    expect(archived(root).posts.map(({ headline }) => headline)).toEqual([
      ...[4, 3, 2, 1].map((number) => `Buoy ${number}`),
      ...[40, 30, 20].map((minute) => `Buoy at ${minute}`),
    ]);
    expect(archived(root).source).toBe(`${site.at}/live/ferry`);
  });

  test("follows the places of a stream, and pages that are only counted", async () => {
    const block = (id: string, minute: number) =>
      `<article id="block-646219928f08e408b758a${id}" class="block"><header><time datetime="2024-05-17T10:${minute}:00Z">1m ago</time></header><p>The ferry has left the north pier with tug ${id} beside it.</p></article>`;
    const pages: Readonly<Record<string, string>> = {
      "/guardian": `${block("f03", 30)}<nav aria-label="pagination">1 of 3 <a href="?page=with:block-f02">Next</a><a href="?page=with:block-f01">Oldest</a></nav>`,
      "/guardian?page=with:block-f02": `${block("f02", 20)}<nav aria-label="pagination">2 of 3 <a href="?page=with:block-f01">Next</a></nav>`,
      "/guardian?page=with:block-f01": `${block("f01", 10)}<nav aria-label="pagination">3 of 3</nav>`,
      "/counted": `${block("f03", 30)}<nav aria-label="pagination">1 of 2</nav>`,
      "/counted?page=2": `${block("f02", 20)}<nav aria-label="pagination">2 of 2</nav>`,
      // Whichever page is asked for, it answers with the first.
      "/deaf": `${block("f03", 30)}<nav aria-label="pagination">1 of 9</nav>`,
    };
    const asked: string[] = [];
    const at = await serve(({ url = "" }, response) => {
      asked.push(url);
      const html = pages[url] ?? (url.startsWith("/deaf?") ? pages["/deaf"] : undefined);
      response.writeHead(html === undefined ? 404 : 200, { "content-type": "text/html" });
      response.end(html === undefined ? "" : `<!doctype html><title>Harbour live</title><h1>Harbour live</h1>${html}`);
    });
    for (const [name, count, requests] of [
      ["guardian", 3, 4],
      ["counted", 2, 3],
      ["deaf", 1, 3],
    ] as const) {
      const root = newFolder();
      asked.length = 0;
      const { status, stderr } = await fetching(root, `${at}/${name}`);
      expect(status, stderr).toBe(0);
      expect(archived(root).posts, name).toHaveLength(count);
      expect(asked, name).toHaveLength(requests);
    }
  });
});
