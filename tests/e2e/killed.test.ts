/** An import that is killed in the middle: the next command, whichever it is, finds all of it or none of it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { newFolder, startAfterlive, succeed, writeFiles } from "./command-line.ts";
import { pageText } from "./page-text.ts";

const posts = 300;
const options = ["--slug", "log", "--title", "The log", "--year", "2024"];

/** A page of many posts, each of which tells its version. */
const log = (version: number) =>
  pageText(
    Array.from({ length: posts }, (_, n) => ({
      headline: `Note ${posts - n}`,
      stamp: `${String(9 - Math.floor(n / 60) + 10).padStart(2, "0")}:${String(59 - (n % 60)).padStart(2, "0")} British Summer Time 17 May`,
      paragraphs: [`Line ${posts - n} of version ${version}.`],
    })),
  );

const texts = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:md|html)$/.test(name) && !/[\\/]captures[\\/]/.test(name))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));

const versionsIn = (folder: string) =>
  [...new Set(texts(folder).flatMap((text) => text.match(/of version \d/g) ?? []))].sort();

test.each(["check", "build", "import"])("%s after a killed import finds it whole or undone", async (next) => {
  const root = writeFiles(newFolder(), { "1.txt": log(1), "2.txt": log(2) });
  succeed(["import", "1.txt", ...options], { cwd: root });
  const { child, ended } = startAfterlive(["import", "2.txt", ...options], { cwd: root });
  const journal = path.join(root, ".afterlive/journal");
  while (!existsSync(journal) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill("SIGKILL");
  await ended;
  succeed(next === "import" ? ["import", "2.txt", ...options] : [next], { cwd: root });
  expect(versionsIn(path.join(root, "content"))).toHaveLength(1);
  if (next === "build") expect(versionsIn(path.join(root, "_site"))).toHaveLength(1);
  expect(existsSync(journal)).toBe(false);
});
