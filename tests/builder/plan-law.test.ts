/** The law of the plan: whatever happened before, a build leaves what a build from nothing gives, and says the same. */
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { buildCacheOf } from "../../src/builder/cache/build-cache.ts";
import { filesBelow } from "../../src/builder/output/files-below.ts";
import { anyEdit, apply, changesTemplates, type Edit, forgets, mend, type World } from "./plan-edits.ts";
import { buildApart, newProcess, type Outcome } from "./plan-process.ts";
import { contents, newFolder, options, smallArchive } from "./small-archive.ts";

afterAll(newProcess);

const pictureOf = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 12, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
const pictures = Promise.all(["#c81e28", "#1e28c8"].map(pictureOf)).then((all) => [...all, Buffer.from("none")]);

const anyRound = fc.record({
  edits: fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
  mode: fc.constantFrom("quick", "quick", "quick", "release"),
  verify: fc.constantFrom(false, false, true),
  cold: fc.boolean(),
  // As while serving, when the next save comes before the files for programs are printed.
  hurried: fc.nat({ max: 2 }),
});
type Round = typeof anyRound extends fc.Arbitrary<infer T> ? T : never;

async function newWorld(): Promise<World> {
  const [root, other] = [await smallArchive(), await smallArchive()];
  for (const one of [root, other]) {
    fs.writeFileSync(path.join(one, "content/visit/media/red.png"), (await pictures)[0] ?? "");
    expect((await buildApart(options(one))).refused).toBe(false);
    // What searches read is under the law as well.
    expect(Object.keys(contents(path.join(one, "_site")))).toEqual(
      expect.arrayContaining(["search.js", "visit/search.js"]),
    );
  }
  return { root, other, pictures: await pictures, older: new Map() };
}

function remember({ root, older }: World): void {
  const { folder } = buildCacheOf(options(root));
  for (const file of filesBelow(folder)) older.set(file, fs.readFileSync(path.join(folder, file)));
}

const long = Boolean(process.env.AFTERLIVE_LONG);
const refusedForForeign = "it holds files that no build of this archive is known to have written";

async function judge(world: World, { edits, mode, verify, cold, hurried }: Round): Promise<void> {
  const { root } = world;
  if (cold || edits.some(({ what }) => changesTemplates.has(what))) await newProcess();
  const out = path.join(root, "_site");
  const folder = newFolder();
  // What was changed in the site itself, below its landmarks, only a build that verifies sees.
  const given = { ...options(root), mode, verify: verify || edits.some(({ what }) => what === "harm") };
  for (let times = 0; times < hurried; times++) await buildApart({ ...given, verify: false, htmlFirst: true });
  const before = contents(out);
  let built = await buildApart(given);
  const fresh = await buildApart({ root, cache: path.join(folder, "cache"), out: path.join(folder, "site"), mode });
  const wanted = contents(path.join(folder, "site"));
  if (!fresh.refused && built.refused && edits.some(({ what }) => forgets.has(what) || what === "harm")) {
    expect(built.problems.join()).toContain(refusedForForeign);
    expect(contents(out)).toEqual(before);
    fs.rmSync(out, { recursive: true });
    built = await buildApart(given);
  }
  expect(built.refused).toBe(fresh.refused);
  // Who refuses names every error; warnings of live pages that are as they were it need not repeat.
  const told = ({ refused, problems }: Outcome) => problems.filter((one) => !refused || one.startsWith("error"));
  expect(told(built)).toEqual(told(fresh));
  fs.rmSync(folder, { recursive: true });
  if (built.refused) {
    expect(contents(out)).toEqual(before);
    return;
  }
  expect(contents(out)).toEqual(wanted);
  expect(await buildApart({ ...given, verify: false })).toEqual({ ...built, changed: 0 });
}

async function live(rounds: readonly Round[]): Promise<void> {
  const world = await newWorld();
  for (const round of rounds) {
    const older = new Map(world.older);
    for (const edit of round.edits) apply({ ...world, older }, edit as Edit);
    remember(world);
    await judge(world, round);
    if (fs.existsSync(path.join(world.root, "content"))) {
      mend(world);
      await judge(world, { ...round, edits: [...round.edits, { what: "noTemplate", a: 0, b: 0, c: 0 }] });
    }
  }
}

test("build after any history leaves what a build from nothing gives, says the same, and then writes nothing", async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyRound, { minLength: 1, maxLength: long ? 10 : 4 }), live), {
    numRuns: long ? 8 : 1,
  });
}, 3_600_000);
