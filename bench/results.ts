/** What the bench runner measured, as the tables of RESULTS.md: afterlive beside the others, as ratios to Hugo, and the goals. */

/** Milliseconds; RSS in MiB. */
interface Timing {
  readonly n: number;
  readonly wall: number;
  readonly wallMin: number;
  readonly wallMax: number;
  readonly rss: number;
}

/** A peer at a size, as `results.json` holds it. */
export interface ResultRow {
  readonly posts: number;
  readonly pages: number;
  readonly peer: string;
  readonly title?: string;
  readonly version?: string;
  readonly floor?: boolean;
  readonly error?: string;
  readonly check?: { readonly ok: boolean };
  readonly cold?: Timing;
  readonly warm?: Timing;
  readonly edit?: Timing;
  /** Milliseconds of each edit; `all` until the live page held the words too. */
  readonly watch?: { readonly all?: readonly number[]; readonly stale?: string; readonly error?: string };
}

export interface Results {
  readonly when: string;
  readonly machine: { readonly cpu?: string; readonly cores: number; readonly memGiB: number; readonly node: string };
  readonly rows: readonly ResultRow[];
}

/** A run of the runner on a disk, and one on a disk of memory. */
export interface Runs {
  readonly disk?: Results;
  readonly memory?: Results;
}

const sizes = [20, 2000, 10_000, 100_000] as const;
type Measure = "edit" | "warm" | "cold" | "watch";

interface Goal {
  readonly measure: Measure;
  readonly title: string;
  /** At most, for each of `sizes`: a ratio to Hugo, or milliseconds for `watch`. */
  readonly most: readonly number[];
  /** The runs for which it holds. */
  readonly on: readonly (keyof Runs)[];
}

const goals: readonly Goal[] = [
  {
    measure: "edit",
    title: "One post edited, built by a new process",
    most: [1.0, 0.2, 0.06, 0.02],
    on: ["disk", "memory"],
  },
  {
    measure: "warm",
    title: "Nothing changed, built again",
    most: [0.8, 0.2, 0.05, 0.02],
    on: ["disk", "memory"],
  },
  { measure: "cold", title: "Built from nothing", most: [4, 1.3, 0.9, 0.5], on: ["memory"] },
  {
    measure: "watch",
    title: "From a save to all pages, while serving",
    most: [30, 30, 50, 100],
    on: ["disk", "memory"],
  },
];

const reference = "hugo";
const places: readonly (readonly [run: keyof Runs, words: string])[] = [
  ["disk", "disk (ext4)"],
  ["memory", "memory (tmpfs)"],
];

/** The whole of RESULTS.md. Without runs it holds the goals alone. */
export function resultsText(runs: Runs): string {
  const measured = places.flatMap(([run, words]) => {
    const results = runs[run];
    return results === undefined ? [] : [{ run, words, results }];
  });
  return `${[
    "# Beside other generators",
    "",
    "Every generator builds the same site from the same posts, checked page by page against one model; afterlive does so with the",
    "templates of `templates/` in this folder. Figures are medians; ratios are to Hugo in the same run, on the same disk: they",
    "carry over to other machines, milliseconds do not. `npm run bench -- --help` says how to measure and how to write this file.",
    ...(measured.length === 0 ? ["", "Nothing has been measured yet: below are the goals."] : []),
    ...measured.map(({ words, results }) => `\n${aboutRun(words, results)}`),
    "",
    "## Goals",
    ...goals.flatMap((goal) => ["", `### ${goal.title}`, "", ...goalTable(goal, runs)]),
    ...measured.flatMap(({ words, results }) => everyone(words, results)),
  ].join("\n")}\n`;
}

function aboutRun(words: string, { when, machine, rows }: Results): string {
  const noise = rows.flatMap(({ peer, cold }) => (peer === "noise" && cold !== undefined ? [spread(cold)] : []));
  const steady =
    noise.length === 0 ? "" : `; a fixed piece of work varied by up to ${Math.round(Math.max(...noise) * 100)} %`;
  const cores = `${machine.cores} × ${machine.cpu ?? "an unknown processor"}`;
  return `On ${words}: ${when.slice(0, 10)}, ${cores}, ${machine.memGiB} GiB, Node ${machine.node}${steady}.`;
}

const spread = ({ wall, wallMin, wallMax }: Timing): number => (wallMax - wallMin) / wall;

/** Ours is told by its title: the peer's name is the name of a folder. */
const isOurs = ({ title }: ResultRow): boolean => title?.startsWith("afterlive, plain") ?? false;

const figureOf = (row: ResultRow | undefined, measure: Measure): number | undefined =>
  measure === "watch" ? median(row?.watch?.all ?? []) : row?.[measure]?.wall;

function goalTable({ measure, most, on, title }: Goal, runs: Runs): readonly string[] {
  const columns = places.flatMap(([run, words]) =>
    [`${words}: afterlive`, "Hugo", "ratio"].map((name) => ({ run, name })),
  );
  const body = sizes.map((posts, index) => {
    const goal = most[index];
    if (goal === undefined) throw new Error(`Cannot tell the goal of "${title}" for ${posts} posts: it has none`);
    const cells = places.flatMap(([run]) => {
      const rows = (runs[run]?.rows ?? []).filter((row) => row.posts === posts);
      const [own, other] = [rows.find(isOurs), rows.find(({ peer }) => peer === reference)];
      const [value, base] = [figureOf(own, measure), figureOf(other, measure)];
      const ratio = value === undefined || base === undefined ? undefined : value / base;
      const judged = measure === "watch" ? value : ratio;
      const verdict = judged === undefined || !on.includes(run) ? "" : judged <= goal ? ", met" : ", missed";
      const shown = own?.error === undefined ? time(value) : "failed";
      return measure === "watch"
        ? [`${shown}${verdict}`, time(base), times(ratio)]
        : [shown, time(base), `${times(ratio)}${verdict}`];
    });
    return [number(posts), measure === "watch" ? `${goal} ms` : `${goal} ×`, ...cells];
  });
  return table(["posts", "goal", ...columns.map(({ name }) => name)], body);
}

/** All generators of a run, with the ratio of each to Hugo. */
function everyone(words: string, { rows }: Results): readonly string[] {
  return [...new Set(rows.map(({ posts }) => posts))].flatMap((posts) => {
    const here = rows.filter((row) => row.posts === posts);
    const base = here.find(({ peer }) => peer === reference);
    const cell = (row: ResultRow, measure: Measure): string => {
      const [value, of] = [figureOf(row, measure), figureOf(base, measure)];
      const ratio = value === undefined || of === undefined || row === base ? "" : ` (${times(value / of)})`;
      const stale = measure === "watch" && row.watch?.stale !== undefined ? ", a page stays stale" : "";
      return `${time(value)}${ratio}${stale}`;
    };
    const body = here.map((row) => [
      `${row.title ?? row.peer} ${row.version ?? ""}`.trim(),
      ...(["cold", "warm", "edit", "watch"] as const).map((measure) => cell(row, measure)),
      row.cold === undefined ? "–" : `${Math.round(row.cold.rss)} MiB`,
      row.error !== undefined
        ? "failed"
        : row.floor === true || row.check === undefined
          ? ""
          : row.check.ok
            ? "as the model"
            : "differs",
    ]);
    return [
      "",
      `## ${number(posts)} posts, live pages: ${number(here[0]?.pages ?? 0)}, on ${words}`,
      "",
      ...table(
        ["generator", "from nothing", "nothing changed", "one post edited", "while serving", "memory", "output"],
        body,
      ),
    ];
  });
}

function table(head: readonly string[], body: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...body.map(line)];
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
const times = (ratio: number | undefined): string =>
  ratio === undefined ? "–" : `${ratio.toFixed(ratio < 0.1 ? 3 : 2)} ×`;

function time(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return "–";
  if (milliseconds < 10_000) return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Rejects what is no `results.json`. */
export function parseResults(text: string, file: string): Results {
  const found: unknown = JSON.parse(text);
  if (typeof found === "object" && found !== null && "machine" in found && "rows" in found && Array.isArray(found.rows))
    return found as unknown as Results;
  throw new Error(`Cannot read "${file}": expected the results.json of a bench runner, got other JSON`);
}
