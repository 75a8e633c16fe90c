/**
 * Asks a host for the files of a built site, and prints what it answers otherwise than readers need.
 * `node check-host.ts https://live.example.org/ _site`; exit code 1 where something is wrong, advice alone gives 0.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process, { argv } from "node:process";
import { pathToFileURL } from "node:url";

/** The endings of a site's files, and the media types with which browsers show them; the first is the best. */
export const mediaTypes: Readonly<Record<string, readonly string[]>> = {
  ".html": ["text/html"],
  ".css": ["text/css"],
  ".js": ["text/javascript", "application/javascript"],
  ".md": ["text/markdown", "text/plain"],
  ".csv": ["text/csv"],
  ".txt": ["text/plain"],
  ".vtt": ["text/vtt"],
  ".bib": ["text/x-bibtex", "application/x-bibtex", "text/plain", "application/octet-stream", ""],
  ".ris": ["application/x-research-info-systems", "text/plain", "application/octet-stream", ""],
  ".json": ["application/json"],
  ".xml": ["application/xml", "text/xml", "application/atom+xml"],
  ".avif": ["image/avif"],
  ".webp": ["image/webp"],
  ".jpg": ["image/jpeg"],
  ".png": ["image/png"],
  ".gif": ["image/gif"],
  ".tif": ["image/tiff"],
  ".svg": ["image/svg+xml"],
  ".ico": ["image/x-icon", "image/vnd.microsoft.icon"],
};
const compressed = new Set([".html", ".css", ".js", ".md", ".csv", ".json", ".xml", ".svg"]);
const inUtf8 = new Set([".html", ".md", ".csv", ".txt", ".vtt"]);
const year = 31_536_000;

export interface Finding {
  readonly kind: "wrong" | "advice";
  /** From the site's root. */
  readonly path: string;
  readonly text: string;
}

/** `address` ends with "/"; `folder` is the built site. */
export async function checkHost(address: string, folder: string): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const say = (kind: Finding["kind"], file: string, text: string) => found.push({ kind, path: file, text });
  const ask = (file: string, headers: Record<string, string> = {}) =>
    fetch(new URL(file, address), { headers: { "accept-encoding": "identity", ...headers } });
  const files = filesOf(folder);

  for (const file of oneOfEachKind(files)) await checkFile(file);
  for (const file of ["no-such-page", "no/such/folder/page.html", "pictures/0000000000000000-360.avif"])
    await checkMissing(file);
  for (const file of [".afterlive/lock", ".git/config", ".htaccess"])
    if ((await ask(file)).ok) say("wrong", file, "is served: names that begin with a dot belong to nobody");
  if ((await ask("pictures/")).ok) say("wrong", "pictures/", "lists a folder");
  await checkFolders(files.find((file) => /^[^/]+\/index\.html$/.test(file)));
  return found;

  async function checkFile(file: string): Promise<void> {
    const bytes = readFileSync(path.join(folder, file));
    const answer = await ask(file);
    if (answer.status !== 200) return void say("wrong", file, `is answered with ${answer.status}`);
    if (!bytes.equals(Buffer.from(await answer.arrayBuffer())))
      say("wrong", file, "has other bytes than in the folder");
    checkType(file, answer.headers.get("content-type") ?? "");
    checkCache(file, answer.headers.get("cache-control") ?? "");
    const ending = path.extname(file);
    if (compressed.has(ending) && bytes.length > 1000) await checkCompression(file, bytes);
    if (bytes.length > 20 && !compressed.has(ending)) {
      const part = await ask(file, { range: "bytes=5-14" });
      const isPart = part.status === 206 && bytes.subarray(5, 15).equals(Buffer.from(await part.arrayBuffer()));
      if (!isPart) say("advice", file, "is not sent in parts: a recording cannot be played from its middle");
    }
    for (const encoding of ["identity", "gzip"]) await checkAgain(file, encoding);
  }

  function checkType(file: string, header: string): void {
    const ending = path.extname(file).toLowerCase();
    const [type = ""] = header.split(";");
    const lawful = mediaTypes[ending];
    if (lawful?.includes(type.trim().toLowerCase()) === false)
      say("wrong", file, `has the type "${header}", not ${lawful[0]}`);
    if (inUtf8.has(ending) && !/charset="?utf-8/i.test(header))
      say(ending === ".html" ? "advice" : "wrong", file, `has the type "${header}" without charset=utf-8`);
  }

  function checkCache(file: string, header: string): void {
    const age = /no-cache|no-store/.test(header) ? 0 : Number(/max-age=(\d+)/.exec(header)?.[1] ?? -1);
    if (file.startsWith("pictures/")) {
      if (age < year) say("advice", file, `may be kept for ever, but has "Cache-Control: ${header}"`);
    } else if (age > 3600) say("wrong", file, `may change, but has "Cache-Control: ${header}"`);
    else if (age < 0) say("advice", file, "has no Cache-Control: browsers guess how long they may keep it");
  }

  async function checkCompression(file: string, bytes: Buffer): Promise<void> {
    const answer = await ask(file, { "accept-encoding": "gzip, br" });
    if (!bytes.equals(Buffer.from(await answer.arrayBuffer()))) say("wrong", file, "is compressed to other bytes");
    if (!answer.headers.has("content-encoding")) say("advice", file, "is not compressed");
    else if (!/accept-encoding|\*/i.test(answer.headers.get("vary") ?? ""))
      say("wrong", file, "is compressed without Vary");
  }

  async function checkAgain(file: string, encoding: string): Promise<void> {
    const first = await ask(file, { "accept-encoding": encoding });
    await first.arrayBuffer();
    const etag = first.headers.get("etag");
    const changed = first.headers.get("last-modified");
    const condition = etag !== null ? { "if-none-match": etag } : { "if-modified-since": changed ?? "" };
    const again = await ask(file, { "accept-encoding": encoding, ...condition });
    await again.arrayBuffer();
    if (again.status !== 304)
      say("advice", file, `is sent again though it is as it was (${encoding}, ${again.status})`);
  }

  async function checkMissing(file: string): Promise<void> {
    const answer = await ask(file);
    const text = await answer.text();
    if (answer.status !== 404) say("wrong", file, `is not there, but is answered with ${answer.status}`);
    else if (text !== readFileSync(path.join(folder, "404.html"), "utf8"))
      say("wrong", file, "is not answered with 404.html");
    else if (!answer.headers.get("content-type")?.startsWith("text/html"))
      say("wrong", file, "has a 404.html that is no HTML");
    const age = Number(/max-age=(\d+)/.exec(answer.headers.get("cache-control") ?? "")?.[1] ?? 0);
    if (age > 3600) say("wrong", file, "is not there now, but browsers may remember that for long");
  }

  async function checkFolders(index: string | undefined): Promise<void> {
    const front = await ask("");
    if ((await front.text()) !== readFileSync(path.join(folder, "index.html"), "utf8"))
      say("wrong", "", "is not index.html");
    if (index === undefined) return;
    const name = path.dirname(index);
    for (const asked of [name, `${name}/`]) {
      const answer = await ask(asked);
      const isIndex = (await answer.text()) === readFileSync(path.join(folder, index), "utf8");
      if (!isIndex) say("wrong", asked, `is not answered with ${index}`);
      else if (!answer.url.endsWith(`/${name}/`)) say("wrong", asked, "does not lead to an address with / at its end");
    }
  }
}

/** Sorted, with "/"; without names that begin with a dot. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => !/(^|\/)[._]/.test(file) && file !== "404.html")
    .sort();
}

/** The first file of each ending, in pictures/ and elsewhere. */
const oneOfEachKind = (files: readonly string[]): readonly string[] => [
  ...new Map(
    files.toReversed().map((file) => [`${file.startsWith("pictures/")} ${path.extname(file)}`, file]),
  ).values(),
];

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  const [address = "", folder = "_site"] = argv.slice(2);
  try {
    if (!/^https?:\/\/.*\/$/.test(address)) throw new Error("Name the address of the site, with / at its end");
    if (!existsSync(path.join(folder, "index.html"))) throw new Error(`"${folder}" is no built site: name its folder`);
    const found = await checkHost(address, folder);
    for (const { kind, path: file, text } of found) console.log(`${kind}  /${file}  ${text}`);
    const wrong = found.filter(({ kind }) => kind === "wrong").length;
    console.log(`${wrong} wrong, ${found.length - wrong} to be better`);
    process.exitCode = wrong > 0 ? 1 : 0;
  } catch (error) {
    const { message, cause } = error as Error;
    console.error(`${message}${cause instanceof Error ? `: ${cause.message}` : ""}`);
    console.error("For example: node check-host.ts https://live.example.org/ _site");
    process.exitCode = 2;
  }
}
