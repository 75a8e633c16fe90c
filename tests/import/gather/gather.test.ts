import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { serve } from "../../captures/fetch/server.ts";
import { afterliveBeside, newFolder, startAfterlive, writeFiles } from "../../e2e/command-line.ts";
import { page, png, posts } from "../fetch/live-site.ts";

describe("--fetch-media", () => {
  test("asks no private address that was not named, and holds no lock while it waits", async () => {
    const root = newFolder();
    const asked: string[] = [];
    const waiting = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const at = await serve(({ url = "" }, response) => {
      asked.push(url);
      waiting.resolve();
      void goOn.promise.then(() => response.writeHead(200, { "content-type": "image/png" }).end(png));
    });
    const html = page(posts(3)).replaceAll('src="/pictures', `src="${at}/pictures`);
    const file = path.join(writeFiles(newFolder(), { "page.html": html }), "page.html");
    const args = ["import", file, "--root", root, "--fetch-media"];
    const closed = await afterliveBeside(args);
    expect(closed.status).toBe(0);
    expect(closed.stderr).toContain("127.0.0.1 is no address of the public Internet");
    expect(asked).toEqual([]);
    const open = startAfterlive([...args, "--allow-host", new URL(at).host]);
    await waiting.promise;
    const check = await afterliveBeside(["import", file, "--root", root, "--slug", "second", "--title", "B"]);
    expect(check.status, check.stderr).toBe(0);
    goOn.resolve();
    const { status, stderr } = await open.ended;
    expect(status, stderr).toBe(0);
    expect(asked.sort()).toEqual(["/pictures/1.png", "/pictures/2.png", "/pictures/3.png", "/robots.txt"]);
    expect(readdirSync(path.join(root, "content/a-ferry/media"))).toHaveLength(3);
  });

  test("asks for no picture that robots.txt forbids, and says so, but for one's own site", async () => {
    const asked: string[] = [];
    const at = await serve(({ url = "" }, response) => {
      asked.push(url);
      if (url === "/robots.txt") response.writeHead(200).end("User-agent: *\nDisallow: /pictures/2");
      else response.writeHead(200, { "content-type": "image/png" }).end(png);
    });
    const root = newFolder();
    const html = page(posts(3)).replaceAll('src="/pictures', `src="${at}/pictures`);
    const file = path.join(writeFiles(newFolder(), { "page.html": html }), "page.html");
    const args = ["import", file, "--root", root, "--fetch-media", "--allow-host", new URL(at).host];
    const { status, stderr } = await afterliveBeside(args);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('forbids it (line 2: "Disallow: /pictures/2")');
    expect(stderr).toContain("--ignore-robots");
    expect(asked.sort()).toEqual(["/pictures/1.png", "/pictures/3.png", "/robots.txt"]);
    asked.length = 0;
    expect((await afterliveBeside([...args, "--ignore-robots"])).status).toBe(0);
    expect(asked).toEqual(["/pictures/2.png"]);
  });
});
