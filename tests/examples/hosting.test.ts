/** The examples of hosting name what a built site holds, and the servers of this machine serve a site with them as readers need. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { checkHost, mediaTypes } from "../../examples/hosting/check-host.ts";
import { buildSite } from "../../src/builder/build.ts";
import { filesBelow } from "../../src/builder/output/files-below.ts";
import { newFolder, options, postText, put, smallArchive } from "../builder/small-archive.ts";
import { hosting, isInstalled, serveWith } from "./servers.ts";

/** A link to the site, as `deploy directory` makes it. */
let site = "";

beforeAll(async () => {
  const root = await smallArchive();
  put(
    root,
    "content/archive.md",
    "---\ntitle: A small archive\nlanguage: en-GB\nurl: https://live.example.org/\n---\nFor tests.\n",
  );
  const photo = await sharp({ create: { width: 400, height: 240, channels: 3, background: "#1e28c8" } })
    .jpeg()
    .toBuffer();
  put(root, "content/storm/media/blue.jpg", photo);
  put(
    root,
    "content/storm/media/line.svg",
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 0h90"/></svg>',
  );
  put(
    root,
    "content/storm/two.md",
    postText("p-two", 40, "More.\n\n![Blue](media/blue.jpg)\n\n![A line](media/line.svg)"),
  );
  put(root, "public/captions.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nÄh\n");
  const built = path.join(newFolder(), "built");
  await buildSite({ ...options(root, built), mode: "release" });
  // What a killed build leaves, and what a machine lays beside files.
  mkdirSync(path.join(built, ".afterlive"));
  writeFileSync(path.join(built, ".afterlive/lock"), "secret\n");
  copyFileSync(path.join(hosting, "apache/htaccess"), path.join(built, ".htaccess"));
  site = path.join(newFolder(), "live");
  symlinkSync(built, site);
});

const endingsOf = (): ReadonlySet<string> =>
  new Set(
    filesBelow(site)
      .map((file) => path.extname(file))
      .filter(Boolean),
  );

test("the small site holds a file of each kind that a site of an archive holds", () => {
  for (const ending of Object.keys(mediaTypes))
    if (![".webp", ".gif", ".tif"].includes(ending)) expect(endingsOf()).toContain(ending);
});

/** What each server knows by itself: Apache and Caddy ask the system's list of types, which Debian and others keep. */
const common = [".html", ".css", ".json", ".xml", ".txt", ".jpg", ".png", ".svg", ".ico"];
const known: Readonly<Record<string, readonly string[]>> = { nginx: [], apache: common, caddy: common, lighttpd: [] };

describe.each(["nginx", "apache", "caddy", "lighttpd"] as const)("%s", (server) => {
  const examples = readdirSync(path.join(hosting, server));

  test.each(examples)(
    "%s names each media type that the server does not know, the page 404.html and dots",
    (example) => {
      const text = readFileSync(path.join(hosting, server, example), "utf8");
      for (const ending of endingsOf()) {
        if (!(ending in mediaTypes) || known[server]?.includes(ending)) continue;
        const type = (mediaTypes[ending]?.[0] ?? "").replace("+", "\\+");
        const name = ending.slice(1);
        // Caddy matches an ending in one line and gives it its type in the next.
        const isNamed = new RegExp(`\\b${name}\\b.*\\n?.*${type}|${type}.*\\b${name}\\b`).test(text);
        expect(isNamed, `${ending} is ${type}`).toBe(true);
      }
      expect(text).toMatch(/404\.html/);
      expect(text).toMatch(/\/\\\.\(\?!well-known\/\)|hide \.\*/);
    },
  );

  test.skipIf(!isInstalled(server)).each(examples)("%s serves a site as readers need it", async (example) => {
    const below = example.includes("below") ? "live/" : "";
    const address = await serveWith(server, example, site, newFolder());
    expect(await checkHost(`${address}${below}`, site)).toEqual([]);
  });
});
