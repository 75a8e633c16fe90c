/** What the examples say to hosts that cannot be asked here: which files may be kept, of which type they are, what stays at home. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { mediaTypes } from "../../examples/hosting/check-host.ts";
import { makeFolder } from "../base/folder.ts";
import { hosting } from "./servers.ts";

const textOf = (file: string): string => readFileSync(path.join(hosting, file), "utf8");
const forEver = "public, max-age=31536000, immutable";

test("Netlify and Cloudflare Pages have browsers keep pictures, and no other file", () => {
  for (const file of ["netlify/netlify.toml", "cloudflare-pages/_headers"]) {
    const lines = textOf(file).split("\n");
    const kept = lines.flatMap((line, at) =>
      line.includes(forEver) ? [lines.slice(0, at).findLast((one) => one.includes("/"))] : [],
    );
    expect(kept).toEqual([expect.stringContaining("/pictures/*")]);
    expect(textOf(file).match(/Cache-Control/g)).toHaveLength(1);
  }
});

test("GitLab publishes the built site, not the archive's public/", () => {
  const job = parse(textOf("gitlab-pages/.gitlab-ci.yml"))["publish-archive"];
  expect(job.pages.publish).toBe("_site");
  expect(job.artifacts.paths).toEqual(["_site"]);
  expect(job.script).toContain("npm run build");
});

/** The calls of `aws` that publish.sh makes, each as its words. */
function callsOfPublish(): readonly (readonly string[])[] {
  const root = makeFolder();
  mkdirSync(path.join(root, "_site/pictures"), { recursive: true });
  mkdirSync(path.join(root, "bin"));
  const log = path.join(root, "log");
  for (const name of ["aws", "npx"]) {
    const file = path.join(root, "bin", name);
    writeFileSync(file, `#!/bin/sh\n{ printf '%s\\n' ${name} "$@"; echo; } >>"${log}"\n`);
    chmodSync(file, 0o755);
  }
  const env = { PATH: `${path.join(root, "bin")}:${process.env.PATH}`, BUCKET: "live.example.org" };
  const { status, stderr } = spawnSync("sh", [path.join(hosting, "s3/publish.sh")], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return readFileSync(log, "utf8")
    .trimEnd()
    .split("\n\n")
    .map((call) => call.split("\n"));
}

/** Whether a call of `aws s3 sync` copies a file: the last pattern that fits decides, and a star stands for slashes too. */
function copies(call: readonly string[], file: string): boolean {
  const folder = (call[3] ?? "").slice("_site/".length);
  if (!file.startsWith(folder)) return false;
  const below = folder === "" ? file : file.slice(folder.length + 1);
  let isCopied = true;
  call.forEach((word, at) => {
    const pattern = (call[at + 1] ?? "").replaceAll(".", "\\.").replaceAll("*", ".*");
    if (/^--(in|ex)clude$/.test(word) && new RegExp(`^${pattern}$`).test(below)) isCopied = word === "--include";
  });
  return isCopied;
}
const optionOf = (call: readonly string[], option: string): string | undefined => call[call.indexOf(option) + 1];

test("publish.sh records the addresses before it copies, gives each kind of file its type, and removes last", () => {
  const [build, published, ...syncs] = callsOfPublish();
  expect([build, published]).toEqual([
    ["npx", "afterlive", "build"],
    ["npx", "afterlive", "published"],
  ]);
  const removing = syncs.findIndex((call) => call.includes("--delete"));
  expect(syncs.slice(removing).every((call) => call.includes("--delete"))).toBe(true);
  const copying = syncs.slice(0, removing);
  const inPictures = [".avif", ".jpg", ".png", ".gif"].map((ending) => `pictures/0123456789abcdef-360${ending}`);
  const elsewhere = Object.keys(mediaTypes).map((ending) => `visit/media/a${ending}`);
  for (const file of [...inPictures, ...elsewhere]) {
    const calls = copying.filter((call) => copies(call, file));
    const type = mediaTypes[path.extname(file)]?.[0];
    expect([file, calls.map((call) => optionOf(call, "--content-type")?.split(";")[0])]).toEqual([file, [type]]);
    expect(calls.map((call) => optionOf(call, "--cache-control"))).toEqual([
      inPictures.includes(file) ? forEver : "no-cache",
    ]);
  }
  for (const call of syncs) expect(copies(call, ".afterlive/lock.md")).toBe(false);
  expect(optionOf(copying.at(-1) ?? [], "--include")).toBe("*.html");
});

test("the function of CloudFront names the page of a folder, and leaves files as they are", () => {
  const context = vm.createContext({});
  vm.runInContext(textOf("s3/folder-index.js"), context);
  const answer = (uri: string) =>
    JSON.parse(JSON.stringify(vm.runInContext(`handler({ request: { uri: ${JSON.stringify(uri)} } })`, context)));
  expect(answer("/")).toEqual({ uri: "/index.html" });
  expect(answer("/visit/p-one/")).toEqual({ uri: "/visit/p-one/index.html" });
  expect(answer("/visit/feed.xml")).toEqual({ uri: "/visit/feed.xml" });
  expect(answer("/visit")).toMatchObject({ statusCode: 301, headers: { location: { value: "/visit/" } } });
});
