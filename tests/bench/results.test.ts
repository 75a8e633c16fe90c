/** The tables of RESULTS.md say what was measured, and nothing where nothing was. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseResults, type ResultRow, type Results, resultsText } from "../../bench/results.ts";

const timing = (wall: number) => ({ n: 5, wall, wallMin: wall * 0.9, wallMax: wall * 1.1, rss: 80.4 });

const row = (peer: string, title: string, posts: number, wall: number, watch: readonly number[]): ResultRow => ({
  ...{ posts, pages: 1, peer, title, version: "1.2.3", check: { ok: true } },
  ...{ cold: timing(wall * 2), warm: timing(wall / 2), edit: timing(wall), watch: { all: watch } },
});

const results = (rows: readonly ResultRow[]): Results => ({
  when: "2026-11-24T00:13:16.102Z",
  machine: { cpu: "Slow", cores: 2, memGiB: 24, node: "v24.21.0" },
  rows,
});

const hugo = row("hugo", "Hugo", 2000, 1000, [500, 510, 490, 505]);
const lineOf = (text: string, heading: string, start: string): string =>
  text
    .slice(text.indexOf(heading))
    .split("\n")
    .find((line) => line.startsWith(start)) ?? "";

describe("resultsText", () => {
  test("judges a ratio to Hugo against its goal", () => {
    const text = resultsText({
      disk: results([hugo, row("plain", "afterlive, plain pages", 2000, 150, [20, 40, 25])]),
    });
    expect(lineOf(text, "### One post edited", "| 2,000")).toBe(
      "| 2,000 | 0.2 × | 150 ms | 1000 ms | 0.15 ×, met | – | – | – |",
    );
    expect(lineOf(text, "### From a save", "| 2,000")).toBe(
      "| 2,000 | 30 ms | 25.0 ms, met | 503 ms | 0.050 × | – | – | – |",
    );
  });

  test("says what is missed, what failed, and nothing of a disk for which there is no goal", () => {
    const slow = results([hugo, row("bench", "afterlive, plain pages", 2000, 1500, [])]);
    const failed: ResultRow = { posts: 20, pages: 1, peer: "plain", title: "afterlive, plain pages", error: "crash" };
    const text = resultsText({ disk: slow, memory: { ...slow, rows: [...slow.rows, failed] } });
    expect(lineOf(text, "### Built from nothing", "| 2,000")).toBe(
      "| 2,000 | 1.3 × | 3000 ms | 2000 ms | 1.50 × | 3000 ms | 2000 ms | 1.50 ×, missed |",
    );
    expect(lineOf(text, "### Nothing changed", "| 20 ")).toBe("| 20 | 0.8 × | – | – | – | failed | – | – |");
    expect(text).toContain("On memory (tmpfs): 2026-11-24, 2 × Slow, 24 GiB, Node v24.21.0.");
  });

  test("lists every generator with its ratio, and how much the machine varied", () => {
    const noise: ResultRow = { posts: 2000, pages: 1, peer: "noise", title: "Reference", floor: true, cold: timing(1) };
    const zola = row("zola", "Zola", 2000, 500, []);
    const text = resultsText({ memory: results([hugo, { ...zola, watch: { all: [], stale: "page" } }, noise]) });
    expect(text).toContain("a fixed piece of work varied by up to 20 %");
    expect(lineOf(text, "## 2,000 posts", "| Zola")).toBe(
      "| Zola 1.2.3 | 1000 ms (0.50 ×) | 250 ms (0.50 ×) | 500 ms (0.50 ×) | –, a page stays stale | 80 MiB | as the model |",
    );
  });

  test("without runs holds the goals and no figure", () => {
    const text = resultsText({});
    expect(text).toContain("Nothing has been measured yet");
    expect(text.match(/\d ms \|/g)).toHaveLength(4);
  });
});

describe("parseResults", () => {
  test("rejects other JSON", () => {
    expect(() => parseResults("[]", "a.json")).toThrow('Cannot read "a.json": expected the results.json');
    expect(parseResults(JSON.stringify(results([hugo])), "a.json").rows).toEqual([hugo]);
  });
});

test("RESULTS.md is there, and was printed by this program", () => {
  const text = readFileSync(path.resolve(import.meta.dirname, "../../bench/RESULTS.md"), "utf8");
  for (const line of resultsText({}).split("\n").slice(0, 5)) expect(text).toContain(line);
});
