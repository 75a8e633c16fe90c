/**
 * An event of several pages, built by the real command line: notes two minutes apart, across the night in which summer time ends in
 * London. Note 3 and every seventieth after it is an analysis, 21 and every fiftieth is signed, 30, 31 and 130 are key events; 66 is
 * breaking, 88 has a picture, 89 the name of one that is not there, 0 has no time.
 */
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSite } from "./build-site.ts";
import { repository } from "./harness.ts";

export interface Log {
  /** The site; the live page is in `log/`. */
  readonly out: string;
  readonly remove: () => void;
}

export function buildLog(count: number): Log {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-log-"));
  const out = path.join(root, "_site");
  const folder = path.join(root, "content/log");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(root, "content/archive.md"), "---\ntitle: Logs\nlanguage: en-GB\n---\nLogs.\n");
  writeFileSync(
    path.join(folder, "page.md"),
    "---\ntitle: The log\npublisher: A desk\nzone: Europe/London\nlanguage: en-GB\n---\n- A log\n",
  );
  mkdirSync(path.join(folder, "media"));
  copyFileSync(path.join(repository, "public/apple-touch-icon.png"), path.join(folder, "media/mill-88.png"));
  for (let n = 0; n < count; n++) {
    const published = new Date(Date.parse("2024-10-26T22:00:00Z") + n * 120_000).toISOString().slice(0, 19);
    writeFileSync(
      path.join(folder, `note-${n}.md`),
      `---\nid: note-${n}\n${n === 0 ? "" : `published: ${published}+00:00\n`}headline: Note ${n}\n${more(n)}---\nLine ${n}${n % 80 === 0 ? ", by the river" : ""}.\n${n === 88 || n === 89 ? `\n![A mill](media/mill-${n}.png)\n` : ""}`,
    );
  }
  buildSite(root, out);
  return { out, remove: () => rmSync(root, { recursive: true, force: true }) };
}

const more = (n: number): string =>
  [
    n % 70 === 3 && "label: Analysis",
    n % 50 === 21 && 'byline: [{ name: Jo Farrow, role: "at the mill" }]',
    [30, 31, 130].includes(n) && "keyEvent: true",
    n === 66 && "breaking: true",
  ]
    .map((line) => (line === false ? "" : `${line}\n`))
    .join("");
