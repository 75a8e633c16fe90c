import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { importCaptures } from "../../src/import/import.ts";
import type { ImportJob } from "../../src/import/job.ts";
import type { ReportLine } from "../../src/import/report/report.ts";
import { Refusal } from "../../src/model/problem.ts";
import { newFolder, writeFiles } from "../e2e/command-line.ts";
import { picture } from "../e2e/ferry.ts";

const postAt = (hour: number, text = `The ferry was seen from the pier at hour ${hour}.`) =>
  `<article class="entry" id="e${hour}"><time datetime="2024-05-17T0${hour}:00:00Z">${hour}.00</time><p>${text}</p></article>`;
const pageOf = (...posts: readonly string[]) =>
  `<!doctype html><html lang="en"><title>A ferry</title><h1>A ferry</h1><main>${posts.join("")}</main>`;

const fetching: ImportJob["fetching"] = { userAgent: "test", allowed: [], pause: 0, ignoreRobots: false };

/** A job for these files in a folder of their own, with a terminal that is silent. */
function jobOf(files: Readonly<Record<string, string>>, given: Partial<ImportJob> = {}): ImportJob {
  const folder = writeFiles(newFolder(), files);
  return {
    root: newFolder(),
    sources: Object.keys(files).map((name) => path.join(folder, name)),
    options: {},
    fetching,
    fetchMedia: false,
    dryRun: false,
    pictureFault: async () => undefined,
    json: false,
    terminal: { out: () => {}, err: () => {}, progress: () => {}, input: async () => undefined, now: () => 0 },
    ...given,
  };
}

const textsTo = (stream: "out" | "err", lines: readonly ReportLine[]) =>
  lines.filter(({ to }) => to === stream).map(({ text }) => text);

const postsIn = (root: string) =>
  readdirSync(path.join(root, "content/a-ferry")).filter((name) => name.endsWith(".md") && name !== "page.md");

describe("importCaptures", () => {
  test("importCaptures makes one live page of two captures, and reports each", async () => {
    const job = jobOf({
      "1.html": pageOf(...[6, 5, 4, 3].map((hour) => postAt(hour))),
      "2.html": pageOf(...[4, 3, 2, 1].map((hour) => postAt(hour))),
    });
    const { lines, hasConflicts } = await importCaptures(job);
    expect(postsIn(job.root)).toHaveLength(6);
    expect(hasConflicts).toBe(false);
    expect(lines.filter(({ text }) => text.startsWith("content/a-ferry  from "))).toHaveLength(2);
    expect(existsSync(path.join(job.root, ".afterlive/importing"))).toBe(false);
  });

  test("importCaptures of a dry run reports the same posts and writes nothing", async () => {
    const job = jobOf({ "1.html": pageOf(...[4, 3, 2, 1].map((hour) => postAt(hour))) }, { dryRun: true });
    const { lines } = await importCaptures(job);
    expect(textsTo("out", lines)[0]).toMatch(/^would write content\/a-ferry {2}from /);
    expect(textsTo("out", lines)).toContain("  4 created, 0 updated, 0 kept");
    expect(readdirSync(job.root)).toEqual([]);
  });

  test("importCaptures keeps a picture that no page can show, and names it with the reason", async () => {
    const figure = `<figure><img alt="A white ferry" width="600" height="400" src="data:image/png;base64,${Buffer.from(picture).toString("base64")}"></figure>`;
    const errors: string[] = [];
    const { terminal } = jobOf({});
    const job = jobOf(
      { "1.html": pageOf(postAt(4, `The ferry.</p>${figure}<p>It sails.`), postAt(3), postAt(2), postAt(1)) },
      {
        pictureFault: async (bytes) => `Cannot use this picture: ${bytes.length} bytes`,
        terminal: { ...terminal, err: (line) => errors.push(line) },
      },
    );
    await importCaptures(job);
    const files = readdirSync(path.join(job.root, "content/a-ferry/media"));
    expect(files).toHaveLength(1);
    expect(errors).toEqual([
      `content/a-ferry/media/${files[0]}  warning: Cannot use this picture: ${picture.length} bytes`,
    ]);
  });

  test("importCaptures keeps the words of a person where both sides changed, and says so to standard error", async () => {
    const job = jobOf({ "1.html": pageOf(...[4, 3, 2, 1].map((hour) => postAt(hour))) });
    await importCaptures(job);
    const file = path.join(job.root, "content/a-ferry", postsIn(job.root)[0] ?? "");
    writeFileSync(file, readFileSync(file, "utf8").replace("the pier", "the old pier"));
    const [, hour = ""] = /hour (\d)/.exec(readFileSync(file, "utf8")) ?? [];
    writeFileSync(
      job.sources[0] ?? "",
      pageOf(...[4, 3, 2, 1].map((one) => (one === Number(hour) ? postAt(one, "The ferry is lost.") : postAt(one)))),
    );
    const { lines, hasConflicts } = await importCaptures(job);
    expect(hasConflicts).toBe(true);
    expect(textsTo("err", lines).at(-1)).toContain(`content/a-ferry/${path.basename(file)}`);
    expect(readFileSync(file, "utf8")).toContain("the old pier");
  });

  test("importCaptures writes nothing where one of two captures cannot be read", async () => {
    const job = jobOf({ "1.html": pageOf(...[4, 3, 2, 1].map((hour) => postAt(hour))), "2.html": "<p>A recipe" });
    await expect(importCaptures(job)).rejects.toThrow(Refusal);
    expect(existsSync(path.join(job.root, "content"))).toBe(false);
  });

  test("importCaptures refuses a stored option that a person changed into a wrong one, and names its file", async () => {
    const job = jobOf({ "1.html": pageOf(...[4, 3, 2, 1].map((hour) => postAt(hour))) }, { options: { year: 2024 } });
    await importCaptures(job);
    const file = path.join(job.root, "content/a-ferry/captures/captures.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("year: 2024", "year: 24"));
    await expect(importCaptures({ ...job, options: {} })).rejects.toThrow(
      'content/a-ferry/captures/captures.yaml  Cannot use the option "year: 24": expected a year from 1990 to 2200',
    );
  });

  test("importCaptures gives its report as one JSON value to standard output", async () => {
    const job = jobOf({ "1.html": pageOf(...[4, 3, 2, 1].map((hour) => postAt(hour))) }, { json: true });
    const { lines } = await importCaptures(job);
    const [value = "", ...more] = textsTo("out", lines);
    expect(more).toEqual([]);
    expect(JSON.parse(value)).toMatchObject({
      dryRun: false,
      captures: [{ livePage: "content/a-ferry", pictures: { came: 0, absent: 0 } }],
    });
  });
});
