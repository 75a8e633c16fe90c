import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, expect } from "vitest";
import { sha256 } from "../../src/base/digest.ts";
import { buildSite } from "../../src/builder/build.ts";
import { filesBelow } from "../../src/builder/output/files-below.ts";
import { Refusal } from "../../src/model/problem.ts";

const folders: string[] = [];
const removeFolders = (): void => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
};
afterAll(removeFolders);
// Files of tests that share a process load this module once: the second of them has no `afterAll` of it.
process.once("exit", removeFolders);

/** A folder that goes when the tests of the file are done. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "afterlive-build-"));
  folders.push(folder);
  return folder;
}

export function put(root: string, file: string, data: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), data);
}

export const postText = (id: string, minute: number, text: string): string =>
  `---\nid: ${id}\npublished: 2024-05-17T02:${String(minute).padStart(2, "0")}:00+01:00\nheadline: "About ${id}"\n---\n${text}\n`;

/** A template of the archive's own that prints a table of each live page, and fails where it has the post. */
export function putFailingTable(root: string, id: string, message: string): void {
  put(root, "templates/package.json", '{ "type": "module" }');
  put(
    root,
    "templates/posts-csv.11ty.ts",
    `const views = (site) => [{ slug: site.page.slug, days: site.newest.days }];
     const render = (view) => {
       const text = JSON.stringify(view);
       if (text.includes("${id}")) throw new Error("${message}");
       return text;
     };
     export default { name: "table", of: "live page", views, path: ({ slug }) => slug + "/table.txt", render };`,
  );
}

export const redPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 240, channels: 3, background: "#c81e28" } })
    .png()
    .toBuffer();

/** Two live pages, three posts, a picture and a figure without one. */
export async function smallArchive(): Promise<string> {
  const root = newFolder();
  const picture = await redPicture();
  put(root, "content/archive.md", "---\ntitle: A small archive\nlanguage: en-GB\n---\nFor tests.\n");
  for (const slug of ["visit", "storm"])
    put(
      root,
      `content/${slug}/page.md`,
      `---\ntitle: The ${slug}\nslug: ${slug}\nzone: Europe/London\nlanguage: en-GB\n---\n- It began\n- It ended\n`,
    );
  put(
    root,
    "content/visit/one.md",
    postText("p-one", 10, "First words.\n\n![A red field](media/red.png)\nCaption: Red"),
  );
  put(root, "content/visit/two.md", postText("p-two", 20, "Second words.\n\n![Something lost](media/lost.jpg)"));
  put(root, "content/visit/media/red.png", picture);
  put(root, "content/storm/one.md", postText("p-wind", 30, "Wind."));
  return root;
}

export const options = (root: string, out = path.join(root, "_site")) =>
  ({ root, out, cache: path.join(root, ".afterlive"), mode: "quick" }) as const;

/** The digest of each file. */
export const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(filesBelow(folder).map((file) => [file, sha256(readFileSync(path.join(folder, file)))]));

/** The errors for which a build was refused: file and message. */
export const refused = async (given: Parameters<typeof buildSite>[0]): Promise<readonly string[]> => {
  const error = await buildSite(given).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).problems
    .filter(({ severity }) => severity === "error")
    .map(({ file, message }) => `${file}  ${message}`);
};

/** A program that builds an archive. */
export const script = (root: string): string =>
  `import { buildSite } from ${JSON.stringify(path.resolve("src/builder/build.ts"))};
   await buildSite(${JSON.stringify({ ...options(root), mode: "release" })});`;

/** What a build from nothing gives, in a folder and with a cache of its own. */
export async function fromNothing(root: string, mode: "quick" | "release" = "quick") {
  const folder = newFolder();
  const out = path.join(folder, "site");
  const report = await buildSite({ ...options(root, out), cache: path.join(folder, "cache"), mode });
  return { files: contents(out), report };
}

/** Waits until what was written may be known again by its times: a file that changed a moment ago may not. */
export function settle(root: string): void {
  let last = 0;
  for (const name of ["content", "public"])
    for (const file of filesBelow(path.join(root, name)))
      last = Math.max(last, lstatSync(path.join(root, name, file)).ctimeMs);
  while (Date.now() - last <= 60) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
}
