/** `afterlive build` and `serve` over whole archives: the same bytes everywhere, and a site that follows each save. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { redPicture } from "../builder/small-archive.ts";
import {
  fileWith,
  newFolder,
  refuse,
  sampleArchive,
  startAfterlive,
  succeed,
  treeOf,
  writeFiles,
} from "./command-line.ts";
import { pageText, regatta, regattaOptions } from "./page-text.ts";

function regattaArchive(): string {
  const root = newFolder();
  succeed(["import", "-", "--root", root, ...regattaOptions], { input: pageText(regatta) });
  return root;
}

/** Takes away all pictures but the first few: encoding them is most of a build, and one is as good as ten here. */
function keepPictures(root: string, count: number): void {
  const pictures = Object.keys(treeOf(path.join(root, "content"))).filter((file) => /[\\/]media[\\/]/.test(file));
  for (const file of pictures.slice(count)) rmSync(path.join(root, "content", file));
}

describe("build", () => {
  test("with --cache and --out writes nothing into the archive, also where Eleventy prints it", () => {
    const root = regattaArchive();
    const apart = newFolder();
    const given = ["--root", root, "--cache", path.join(apart, "cache"), "--out", path.join(apart, "site")];
    // The import left its own.
    rmSync(path.join(root, ".afterlive"), { recursive: true, force: true });
    const before = treeOf(root);
    succeed(["build", ...given]);
    expect(succeed(["build", ...given]).stdout).toMatch(/^0 files written/m);
    expect(treeOf(root)).toEqual(before);
    writeFiles(root, {
      "eleventy.config.js": 'export default () => ({ dir: { input: "pages" } });\n',
      "pages/x.md": "x\n",
    });
    const withPages = treeOf(root);
    succeed(["build", ...given]);
    expect(treeOf(root)).toEqual(withPages);
  });

  test("gives the same bytes in other folders, zones and locales, from nothing each time", () => {
    const places = [
      { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
      { TZ: "America/St_Johns", LC_ALL: "C", LANG: "C" },
    ];
    const trees = places.map((env) => {
      const [root, out] = [sampleArchive(), path.join(newFolder(), "deep/er/site")];
      keepPictures(root, 2);
      succeed(["build", "--root", root, "--out", out], { env });
      return treeOf(out);
    });
    expect(Object.keys(trees[0]!).length).toBeGreaterThan(20);
    expect(trees[0]).toEqual(trees[1]);
  });

  test("says before it encodes pictures that it does, in plain lines where there is no terminal", async () => {
    const root = newFolder();
    const post = "---\nid: a\npublished: 2024-05-17T02:10:00Z\n---\n![A flag](media/flag.png)\n";
    writeFiles(root, { "content/sea/page.md": "---\ntitle: A sea\nzone: UTC\n---\n", "content/sea/a.md": post });
    writeFiles(root, { "content/sea/media/flag.png": await redPicture() });
    const built = succeed(["build", "--quick", "--root", root]);
    expect(built.stdout).toMatch(/^encoding pictures; later builds find them in the cache\n1 live page, 1 post in /);
    expect(built.stderr).toBe("");
    expect(succeed(["build", "--quick", "--root", root]).stdout).toMatch(/^1 live page, 1 post in /);
  });

  test("done twice touches no file", () => {
    const root = regattaArchive();
    succeed(["build", "--root", root]);
    const before = treeOf(path.join(root, "_site"));
    const { stdout } = succeed(["build", "--root", root]);
    expect(stdout).toMatch(/\b0 files written/);
    expect(treeOf(path.join(root, "_site"))).toEqual(before);
  });

  test("after any row of edits equals a build from nothing", () => {
    const root = regattaArchive();
    const content = path.join(root, "content");
    succeed(["build", "--root", root]);
    for (const [from, to] of [
      ["nine minutes", "ten minutes"],
      ["light wind", "stiff breeze"],
      ["ten minutes", "nine minutes"],
    ] as const) {
      const file = fileWith(content, from);
      writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
      succeed(["build", "--root", root]);
      const fresh = newFolder();
      cpSync(content, path.join(fresh, "content"), { recursive: true });
      succeed(["build", "--root", fresh]);
      expect(treeOf(path.join(root, "_site"))).toEqual(treeOf(path.join(fresh, "_site")));
    }
  });

  test("takes the current folder when it is told none, and removes what an earlier build made and this one does not", () => {
    const root = regattaArchive();
    succeed(["build"], { cwd: root });
    const before = Object.keys(treeOf(path.join(root, "_site")));
    expect(before).toContain("index.html");
    rmSync(fileWith(path.join(root, "content"), "light wind"));
    succeed(["build"], { cwd: root });
    const after = Object.keys(treeOf(path.join(root, "_site")));
    expect(before.filter((file) => !after.includes(file)).length).toBeGreaterThan(0);
    expect(after.filter((file) => !before.includes(file))).toEqual([]);
  });

  test("refuses a folder in which somebody else's files lie, and leaves them alone", () => {
    const root = regattaArchive();
    const out = writeFiles(newFolder(), { CNAME: "live.example.org\n", "letters/to-you.html": "<p>Dear you</p>" });
    const before = treeOf(out);
    refuse(["build", "--root", root, "--out", out], /CNAME/);
    expect(treeOf(out)).toEqual(before);
  });

  test("knows its own site again when its cache has been deleted, which may be done at any time", () => {
    const root = regattaArchive();
    succeed(["build", "--root", root]);
    const file = fileWith(path.join(root, "content"), "nine minutes");
    writeFileSync(file, readFileSync(file, "utf8").replace("nine minutes", "ten minutes"));
    rmSync(path.join(root, ".afterlive"), { recursive: true });
    succeed(["build", "--root", root]);
    expect(readFileSync(path.join(root, "_site/regatta/index.html"), "utf8")).toContain("ten minutes");
  });

  test("keeps captures out of the site, and writes nothing into content/", () => {
    const root = regattaArchive();
    const content = treeOf(path.join(root, "content"));
    succeed(["build", "--root", root]);
    const site = Object.keys(treeOf(path.join(root, "_site")));
    const named = site.filter((file) => /captures|\.gz$|\.yaml$/.test(file));
    expect(named.sort()).toEqual(["captures.csv", "captures.csv-metadata.json"]);
    expect(treeOf(path.join(root, "content"))).toEqual(content);
  });
});

describe("serve", () => {
  test("serves the site, follows a save, keeps the last good site through a mistake, and ends on Ctrl-C", async () => {
    const root = regattaArchive();
    const { child, ended, output } = startAfterlive(["serve", "--root", root, "--port", "18473"]);
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const url = await until(() => /http:\/\/[\w.]+:\d+\//.exec(output())?.[0], output);
    const stream = async () => (await fetch(`${url}regatta/index.html`)).text();
    expect(await stream()).toContain("nine minutes");
    expect((await fetch(`${url}no/such/page`)).status).toBe(404);

    const post = fileWith(path.join(root, "content"), "nine minutes");
    const good = readFileSync(post, "utf8");
    writeFileSync(post, good.replace("nine minutes", "ten minutes"));
    await until(async () => (await stream()).includes("ten minutes") || undefined, output);

    writeFileSync(post, good.replace(/^published:.*$/m, "published: noon"));
    await until(() => /"noon"/.exec(output())?.[0], output);
    expect(await stream()).toContain("ten minutes");

    writeFileSync(post, good.replace("nine minutes", "eleven minutes"));
    await until(async () => (await stream()).includes("eleven minutes") || undefined, output);

    child.kill("SIGINT");
    expect((await ended).status).toBe(0);
  });
});

/** Waits until `look` gives something; tells what the program said if it never does. */
async function until<T>(look: () => T | undefined | Promise<T | undefined>, output: () => string): Promise<T> {
  for (let turn = 0; turn < 600; turn += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited in vain; afterlive said:\n${output()}`);
}
