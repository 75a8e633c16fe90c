/** An event of several pages, built by the real command line: notes two minutes apart, across the night in which summer time ends in London. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
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
  for (let n = 0; n < count; n++) {
    const published = new Date(Date.parse("2024-10-26T22:00:00Z") + n * 120_000).toISOString().slice(0, 19);
    writeFileSync(
      path.join(folder, `note-${n}.md`),
      `---\nid: note-${n}\npublished: ${published}+00:00\nheadline: Note ${n}\n---\nLine ${n}${n % 80 === 0 ? ", by the river" : ""}.\n`,
    );
  }
  const bin = path.join(repository, "bin/afterlive.cjs");
  const { status, stderr } = spawnSync(process.execPath, [bin, "build", "--root", root, "--out", out], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return { out, remove: () => rmSync(root, { recursive: true, force: true }) };
}
