/**
 * `npm run bench`: how long afterlive takes and how much memory, beside a fixed piece of work measured in the same run.
 *
 * Every measurement is a process of its own, and the rounds are interleaved, so that a slow minute of the machine falls
 * on all alike. Quote the ratios: they carry over to other machines, the milliseconds do not.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pageText } from "../tests/e2e/page-text.ts";
import { importRows } from "./imports.ts";
import { peersMissing, runOwnPages, runPeers, sizeOf } from "./peers.ts";
import { phasesFor, picturePhase } from "./phases.ts";
import { beside, recordedRatios } from "./record.ts";
import { parseResults, resultsText } from "./results.ts";
import type { Row, Sample } from "./sample.ts";
import { inventedPosts, type Workload, workloads } from "./workloads.ts";

const usage = `npm run bench -- [options]
  --rounds 5          how often each thing is measured
  --only WORDS        only what has these words in its name: build, import, phase, "phase render", peers ...
  --against FILE      a record such as bench/RECORD.md: how each ratio stands to the recorded one
  --posts 2000        sizes of the archives that are built, with commas between them
  --sizes 20,2000     sizes for the phases of a build, and beside other generators; up to 100000. 10000/25: on 25 live pages
  --peers DIR         a bench folder whose runner measures other generators beside afterlive (or AFTERLIVE_BENCH)
  --beside hugo       the names of those
  --own-pages         beside Hugo printing the pages that afterlive prints for readers, instead of those that all print
  --work DIR          where the runner builds: a folder on the disk to be measured
  --results DIR       where the runner's results.json stays; without it only its report is printed
  --disk FILE --memory FILE   measure nothing: print RESULTS.md from the results.json of a run on a disk, and one in memory
`;

const here = fileURLToPath(import.meta.url);
const repository = path.resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: "" },
    against: { type: "string" },
    posts: { type: "string", default: "2000" },
    sizes: { type: "string", default: "20,2000" },
    peers: { type: "string", default: process.env.AFTERLIVE_BENCH ?? "" },
    beside: { type: "string", default: "hugo" },
    "own-pages": { type: "boolean", default: false },
    work: { type: "string" },
    results: { type: "string" },
    disk: { type: "string" },
    memory: { type: "string" },
    measure: { type: "string" },
    help: { type: "boolean" },
  },
});
const sizes = values.sizes.split(",").map(sizeOf);
const allWorkloads: readonly Workload[] = [
  ...workloads,
  ...sizes.flatMap(({ posts }) => phasesFor(posts)),
  picturePhase,
];

/** In a process of its own: one workload, warmed up by one run, then timed once. */
async function measureHere(name: string): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), "afterlive-bench-"));
  try {
    const work = allWorkloads.find((workload) => workload.name === name)!.prepare(scratch);
    await work();
    const start = performance.now();
    await work();
    const milliseconds = performance.now() - start;
    const sample: Sample = { milliseconds, peak: process.resourceUsage().maxRSS * 1024 };
    process.stdout.write(JSON.stringify(sample));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function measureWorkload(name: string): Sample {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here, "--measure", name, "--sizes", values.sizes], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Cannot measure "${name}":\n${stderr}`);
  return JSON.parse(stdout) as Sample;
}

/** A whole command, Node's start included. */
function measureCommand(args: readonly string[], scratch: string): Sample {
  const note = path.join(scratch, "peak");
  const hook = `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS * 1024)));`;
  writeFileSync(path.join(scratch, "peak.cjs"), hook);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [
    ...["--require", path.join(scratch, "peak.cjs")],
    ...[path.join(repository, "bin/afterlive.cjs"), ...args],
  ]);
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`Cannot measure afterlive ${args.join(" ")}:\n${stderr}`);
  return { milliseconds, peak: Number(readFileSync(note, "utf8")) };
}

function buildRows(scratch: string): readonly Row[] {
  const sample = path.join(scratch, "sample");
  cpSync(path.join(repository, "content"), path.join(sample, "content"), { recursive: true });
  const archives = [{ name: "the sample", root: sample }];
  for (const count of values.posts.split(",").map(Number)) {
    const root = path.join(scratch, `posts-${count}`);
    const args = ["import", "-", "--root", root, "--slug", "invented", "--title", "Invented", "--year", "2024"];
    const bin = path.join(repository, "bin/afterlive.cjs");
    const input = pageText(inventedPosts(count));
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { input, encoding: "utf8" });
    if (status !== 0) throw new Error(`Cannot import ${count} posts:\n${stderr}`);
    archives.push({ name: `${count} posts`, root });
  }
  return archives.flatMap(({ name, root }) => {
    const build = () => measureCommand(["build", "--root", root], scratch);
    const forget = (...names: string[]) => {
      for (const folder of names) rmSync(path.join(root, folder), { recursive: true, force: true });
    };
    return [
      {
        name: `build ${name} from nothing`,
        measure() {
          forget("_site", ".afterlive");
          return build();
        },
      },
      { name: `build ${name} again, nothing changed`, measure: build },
      {
        name: `build ${name} again, one post edited`,
        measure() {
          editOnePost(root);
          return build();
        },
      },
    ];
  });
}

function editOnePost(root: string): void {
  const posts = readdirSync(path.join(root, "content"), { recursive: true, encoding: "utf8" })
    .filter((name) => /[/\\]p\d{8}-[^/\\]*\.md$/.test(name))
    .sort();
  const file = path.join(root, "content", posts[Math.floor(posts.length / 2)]!);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, `${text}\nAnd a word more.\n`);
}

function runAll(): void {
  const scratch = mkdtempSync(path.join(tmpdir(), "afterlive-bench-"));
  try {
    const rows: readonly Row[] = [
      ...allWorkloads.map(({ name }) => ({ name, measure: () => measureWorkload(name) })),
      { name: "afterlive --version (the start of Node)", measure: () => measureCommand(["--version"], scratch) },
      ...(values.only === "" || values.only.startsWith("build") ? buildRows(scratch) : []),
      ...(values.only === "" || values.only.startsWith("import") ? importRows(scratch, measureCommand) : []),
    ].filter(({ name }) => name === "reference" || name.includes(values.only));
    const samples = new Map<Row, Sample[]>(rows.map((row) => [row, []]));
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      process.stderr.write(`round ${round} of ${values.rounds}\n`);
      for (const row of rows) samples.get(row)!.push(row.measure());
    }
    printTable(samples);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A decimal more where the number is below `few`, so that small things do not all look alike. */
const digits = (value: number, few: number): string => {
  const usual = few < 1 ? 2 : 0;
  return value.toFixed(value < few ? usual + 2 : usual);
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

function printTable(samples: ReadonlyMap<Row, readonly Sample[]>): void {
  const times = (row: Row) => samples.get(row)!.map(({ milliseconds }) => milliseconds);
  const [first] = samples.keys();
  const unit = median(times(first!));
  const recorded = values.against === undefined ? undefined : recordedRatios(readFileSync(values.against, "utf8"));
  const lines = [...samples].map(([row, all]) => {
    const time = times(row);
    const peak = Math.max(...all.map((sample) => sample.peak)) / 2 ** 20;
    const spread = ((Math.max(...time) - Math.min(...time)) / median(time)) * 100;
    return [
      row.name,
      digits(median(time), 10),
      digits(median(time) / unit, 0.1),
      `${spread.toFixed(0)} %`,
      peak.toFixed(0),
      ...(recorded === undefined ? [] : [beside(median(time) / unit, recorded.get(row.name))]),
    ];
  });
  const out = [
    `Node ${process.versions.node}, ${availableParallelism()} of ${cpus()[0]?.model.trim() ?? "an unknown processor"}, ${values.rounds} rounds`,
    "",
    `| what | median ms | ratio to reference | spread | peak MB |${recorded === undefined ? "" : " to the record |"}`,
    `| --- | ---: | ---: | ---: | ---: |${recorded === undefined ? "" : " ---: |"}`,
    ...lines.map((cells) => `| ${cells.join(" | ")} |`),
  ];
  process.stdout.write(`${out.join("\n")}\n`);
}

function runBeside(): void {
  const missing = peersMissing(values.peers);
  if (missing !== undefined) {
    process.stderr.write(`${missing}\n`);
    return;
  }
  const scratch = mkdtempSync(path.join(tmpdir(), "afterlive-beside-"));
  try {
    const work = path.resolve(values.work ?? path.join(scratch, "work"));
    const results = path.resolve(values.results ?? path.join(scratch, "results"));
    const run = values["own-pages"] ? runOwnPages : runPeers;
    run(values.peers, { sizes, rounds: Number(values.rounds), beside: values.beside, work, results });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function printResults(): void {
  const read = (file: string | undefined) =>
    file === undefined ? undefined : parseResults(readFileSync(file, "utf8"), file);
  const [disk, memory] = [read(values.disk), read(values.memory)];
  process.stdout.write(resultsText({ ...(disk && { disk }), ...(memory && { memory }) }));
}

if (values.help === true) process.stdout.write(usage);
else if (values.measure !== undefined) await measureHere(values.measure);
else if (values.disk !== undefined || values.memory !== undefined) printResults();
else {
  if (values.only !== "peers") runAll();
  if (values.only === "" || values.only === "peers") runBeside();
}
