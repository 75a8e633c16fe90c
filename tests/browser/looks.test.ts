/**
 * The pages as they were looked at and found good, in looks/: `npm run looks` takes the pictures anew, for a person to look at.
 * Where browser and fonts are those of the record, pictures are compared; elsewhere only where things stand.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { long, openBrowser, repository } from "./harness.ts";
import { type Boxes, difference, fingerprint, looks, take } from "./look.ts";

const folder = path.join(import.meta.dirname, "looks");
const record = path.join(folder, "record.json");
const recording = process.env.AFTERLIVE_LOOKS === "record";
const unlike = path.join(repository, "node_modules/.cache/looks");

interface Recorded {
  readonly fingerprint: string;
  readonly boxes: Readonly<Record<string, Boxes>>;
}

let browser: Browser;
let here: string;
beforeAll(async () => {
  browser = await openBrowser();
  here = await fingerprint(browser);
});

/** In the short suite each page is seen once, in windows that take turns; the longest page only in the long suite. */
const seen = long
  ? looks
  : [...Map.groupBy(looks, ({ archive, file }) => `${archive} ${file}`).values()].flatMap((ways, turn) =>
      ways[0]?.file === "many/all.html" ? [] : [ways.at(turn % ways.length) ?? []].flat(),
    );

const recorded = (): Recorded => JSON.parse(readFileSync(record, "utf8")) as Recorded;
const fileOf = (name: string): string => path.join(folder, `${name}.png`);

test.runIf(recording)("looks are recorded", async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const boxes: Record<string, Boxes> = {};
  for (const look of looks) {
    const taken = await take(browser, look);
    boxes[look.name] = taken.boxes;
    writeFileSync(fileOf(look.name), taken.picture);
  }
  const lines = Object.entries(boxes).map(([name, one]) => `    ${JSON.stringify(name)}: ${JSON.stringify(one)}`);
  writeFileSync(record, `{\n  "fingerprint": ${JSON.stringify(here)},\n  "boxes": {\n${lines.join(",\n")}\n  }\n}\n`);
});

describe.runIf(!recording)("the looks", () => {
  test("are all there, and small", () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".png"));
    expect(names.toSorted()).toEqual(looks.map(({ name }) => `${name}.png`).toSorted());
    const sizes = names.map((name) => statSync(path.join(folder, name)).size);
    expect(Math.max(...sizes)).toBeLessThan(60 * 1024);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3 * 1024 * 1024);
  });

  test.for(seen)("$name is as it was", async (look, { skip }) => {
    const { fingerprint: there, boxes } = recorded();
    const taken = await take(browser, look);
    const { tops, sides } = compared(boxes[look.name] ?? {}, taken.boxes, there === here ? 2 : look.width / 20);
    expect(sides).toEqual([]);
    expect(tops).toEqual([]);
    if (there !== here)
      return skip(`pictures are of ${there}, this is ${here}: only the places of things were compared`);
    const differs = existsSync(fileOf(look.name))
      ? await difference(readFileSync(fileOf(look.name)), taken.picture)
      : 1;
    if (differs > 0.001) {
      mkdirSync(unlike, { recursive: true });
      writeFileSync(path.join(unlike, `${look.name}.png`), taken.picture);
    }
    expect(differs, `See ${path.join(unlike, look.name)}.png; if it is meant, npm run looks`).toBeLessThanOrEqual(
      0.001,
    );
  });
});

/** What stands elsewhere by more than `most` pixels at the sides, and whether one thing is above another as it was. */
function compared(
  before: Boxes,
  now: Boxes,
  most: number,
): { readonly tops: readonly string[]; readonly sides: readonly string[] } {
  const names = Object.keys({ ...before, ...now });
  const sides = names.filter((name) => {
    const [old, young] = [before[name], now[name]];
    if (old === undefined || young === undefined) return true;
    return Math.abs(old[0] - young[0]) > most || Math.abs(old[2] - young[2]) > 2 * most;
  });
  const above = (boxes: Boxes, one: string, other: string) => (boxes[one]?.[1] ?? 0) + 8 < (boxes[other]?.[1] ?? 0);
  const tops = names.flatMap((one) =>
    names
      .filter((other) => above(before, one, other) && above(now, other, one))
      .map((other) => `${one} was above ${other}`),
  );
  return { tops, sides };
}
