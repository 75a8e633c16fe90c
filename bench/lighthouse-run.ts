/** `npm run lighthouse`: installs Lighthouse where it is not, looks at the sample and at an event of 1,500 posts, prints what READER.md holds. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { buildSite } from "../tests/browser/build-site.ts";
import { browserBin, repository, serveFolder } from "../tests/browser/harness.ts";
import { type Audit, audit, home, isInstalled } from "./lighthouse.ts";
import { writeLongEvent } from "./long-event.ts";

const rounds = Number(process.argv[2] ?? 3);

if (!isInstalled()) {
  const npm = process.env.npm_execpath;
  const args = ["ci", "--ignore-scripts", "--prefix", home];
  if (npm) spawnSync(process.execPath, [npm, ...args], { cwd: home, stdio: "inherit" });
  else spawnSync("npm", args, { cwd: home, stdio: "inherit" });
}

const folder = mkdtempSync(path.join(tmpdir(), "afterlive-lighthouse-"));

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

async function lineOf(name: string, url: string): Promise<string> {
  const audits: Audit[] = [];
  for (let round = 0; round < rounds; round++) audits.push(await audit(browserBin(), url));
  const of = (key: Exclude<keyof Audit, "faults">): number => median(audits.map((one) => one[key]));
  for (const fault of new Set(audits.flatMap(({ faults }) => faults))) console.error(`${name}: ${fault}`);
  const scores = [of("performance"), of("accessibility"), of("bestPractices"), of("seo")];
  return `| ${[name, ...scores, seconds(of("firstPaintMs")), seconds(of("largestPaintMs")), `${Math.round(of("blockedMs"))} ms`, of("shift").toFixed(3)].join(" | ")} |`;
}

try {
  writeLongEvent(folder);
  const [sample, long] = [path.join(folder, "sample"), path.join(folder, "long")];
  buildSite(repository, sample);
  buildSite(folder, long);
  const [first, second] = [await serveFolder(sample, "/", true), await serveFolder(long, "/", true)];
  const slug = "state-visit-2024";
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, medians of ${rounds} rounds.\n`,
  );
  console.log(
    "| page | performance | accessibility | best practices | SEO | first paint | largest paint | blocked | shift |",
  );
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const [name, url] of [
    ["front page", `${first.base}index.html`],
    ["live page", `${first.base}${slug}/index.html`],
    ["post page", `${first.base}${slug}/p20240517-0358-tea-beside-the-lake/index.html`],
    ["1,500 posts in parts", `${second.base}log/index.html`],
    ["1,500 posts on one page", `${second.base}log/all.html`],
  ] as const)
    console.log(await lineOf(name, url));
  await first.close();
  await second.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
