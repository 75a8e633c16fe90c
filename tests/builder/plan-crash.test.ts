/** Builds that die, or find the disk full, at each of their calls that change it; and builds that are killed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { forgetStages } from "../../src/base/transaction/prepared.ts";
import { withLock } from "../../src/base/transaction/transaction.ts";
import { buildSite } from "../../src/builder/build.ts";
import { buildCacheOf } from "../../src/builder/cache/build-cache.ts";
import { systemError } from "../base/transaction/faults.ts";
import { emptyMemory, withBuildFaults } from "./plan-faults.ts";
import { contents, fromNothing, newFolder, options, postText, put, settle, smallArchive } from "./small-archive.ts";

const long = Boolean(process.env.AFTERLIVE_LONG);

/** An archive that changes between two versions, and what its site holds in each. */
async function twoVersions(posts = 0) {
  const root = await smallArchive();
  const kept = newFolder();
  for (let n = 0; n < posts; n++) put(root, `content/visit/n${n}.md`, postText(`p-n${n}`, n % 60, `Note ${n}.`));
  cpSync(root, path.join(kept, "a"), { recursive: true });
  put(root, "content/visit/one.md", postText("p-one", 10, "Other words.\n\n![A red field](media/red.png)"));
  put(root, "content/visit/three.md", postText("p-three", 40, "Third."));
  rmSync(path.join(root, "content/visit/two.md"));
  put(root, "content/trip/page.md", "---\ntitle: A trip\nzone: UTC\n---\n![](media/red.png)\n");
  cpSync(path.join(root, "content/visit/media"), path.join(root, "content/trip/media"), { recursive: true });
  rmSync(path.join(root, "content/storm"), { recursive: true });
  put(root, "public/extra/extra.txt", "extra");
  for (let n = 0; n < posts; n++) put(root, `content/visit/n${n}.md`, postText(`p-n${n}`, n % 60, `New note ${n}.`));
  cpSync(root, path.join(kept, "b"), { recursive: true });
  const versions = ["a", "b"].map((name) => path.join(kept, name));
  const sites = [await fromNothing(versions[0]!), await fromNothing(versions[1]!)].map(({ files }) => files);
  const become = (version: number): void => {
    for (const name of ["content", "public"]) {
      rmSync(path.join(root, name), { recursive: true, force: true });
      if (existsSync(path.join(versions[version]!, name)))
        cpSync(path.join(versions[version]!, name), path.join(root, name), { recursive: true });
    }
  };
  return { root, out: path.join(root, "_site"), sites, become };
}

/** What the site shows; the program's own folder in it does not count. */
const shown = (out: string) =>
  Object.fromEntries(Object.entries(contents(out)).filter(([file]) => !file.startsWith(".afterlive/")));

/** Its code keeps it from being taken for a mistake of the template that was at work. */
class Death extends Error {
  readonly code = "DEATH";
}

describe("build that dies", () => {
  test("at any call that changes the disk leaves the old site or the new one, and the next build is right", async () => {
    const { root, out, sites, become } = await twoVersions();
    become(0);
    await buildSite(options(root));
    let version = 0;
    const seen = new Set<string>();
    const step = long ? 1 : 7;
    for (let moment = 0, died = true; died; moment += step) {
      become(1 - version);
      if (moment % 2 === 0) settle(root);
      died = false;
      const death = () => (died ? new Death() : undefined);
      const { thrown } = await withBuildFaults(
        () => buildSite(options(root)),
        (number) => {
          died ||= number === moment;
          return death();
        },
        death,
      );
      if (thrown !== undefined) expect(thrown).toBeInstanceOf(Death);
      forgetStages(out);
      emptyMemory();
      await withLock(out, () => {});
      const found = shown(out);
      if (thrown === undefined) expect(found, `at call ${moment}`).toEqual(sites[1 - version]);
      expect(sites, `at call ${moment}`).toContainEqual(found);
      seen.add(String(found["visit/p-three/index.html"] !== undefined) + version);
      // The next build is asked for what this one was, or for what was there before.
      version = moment % 3 === 0 ? version : 1 - version;
      become(version);
      await buildSite(options(root));
      expect(contents(out), `at call ${moment}, and again`).toEqual(sites[version]);
      expect((await buildSite(options(root))).outcome).toMatchObject({ written: [], removed: [] });
    }
    expect(seen.size).toBe(4);
    expect(readdirSync(out)).not.toContain(".afterlive");
  }, 600_000);
});

describe("build on a full disk", () => {
  test("at any call says what is wrong and what became of the site, and the next build is right", async () => {
    const { root, out, sites, become } = await twoVersions();
    become(0);
    await buildSite(options(root));
    let version = 0;
    const seen = new Set<string>();
    for (let moment = 0, failed = true; failed; moment += long ? 1 : 7) {
      become(1 - version);
      failed = false;
      const { thrown } = await withBuildFaults(
        () => buildSite(options(root)),
        (number, name) => {
          if (number < moment || failed || !/^(writeFile|copyFile|mkdir|rename)/.test(name)) return undefined;
          failed = true;
          return systemError("ENOSPC");
        },
      );
      const found = shown(out);
      if (thrown !== undefined) {
        expect(thrown).toBeInstanceOf(Failure);
        const { message, hint } = thrown as Failure;
        expect(message, `at call ${moment}`).toMatch(/^Cannot .*: the disk is full$/);
        if (hint.endsWith("the site is as it was") || hint.endsWith("nothing was changed"))
          expect(found, `at call ${moment}: ${message}; ${hint}`).toEqual(sites[version]);
        else if (!hint.endsWith("it goes on where this one stopped"))
          expect(found, `at call ${moment}: ${message}; ${hint}`).toEqual(sites[1 - version]);
        seen.add(hint.replace(/^.*; /, ""));
      }
      emptyMemory();
      version = 1 - version;
      await buildSite(options(root));
      expect(contents(out), `at call ${moment}, and again`).toEqual(sites[version]);
    }
    expect(seen).toContain("the site is as it was");
    if (long) expect(seen).toContain("the site is the new one, and the next build looks at each of its files");
  }, 600_000);

  test("or with a cache that cannot be written to, leaves the site as it was and says so", async () => {
    const { root, out, sites, become } = await twoVersions();
    become(0);
    await buildSite(options(root));
    const { folder } = buildCacheOf(options(root));
    for (const [taken, inTheWay] of [
      [folder, path.join(root, "gone")],
      [out, path.join(root, "gone-site")],
    ] as const) {
      become(1);
      cpSync(taken, inTheWay, { recursive: true, preserveTimestamps: true });
      rmSync(taken, { recursive: true });
      writeFileSync(taken, "a file in the way");
      const thrown: unknown = await buildSite(options(root)).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(Error);
      expect((thrown as Error).message).toMatch(/^.*Cannot build into ".*": (it is a file|a (part|file) of)/);
      if (taken !== out) expect(contents(out)).toEqual(sites[0]);
      rmSync(taken);
      cpSync(inTheWay, taken, { recursive: true, preserveTimestamps: true });
      await buildSite(options(root));
      expect(contents(out)).toEqual(sites[1]);
      become(0);
      await buildSite(options(root));
    }
  });
});

describe("build killed with signal 9", () => {
  const kills = long ? 100 : 3;
  test(`at ${kills} random moments leaves the old site or the new one, and the next build is right`, async () => {
    const { root, out, sites, become } = await twoVersions(80);
    become(0);
    await buildSite(options(root));
    const program = `import { buildSite } from ${JSON.stringify(path.resolve("src/builder/build.ts"))};
      await import(${JSON.stringify(path.resolve("src/builder/incremental-build.ts"))});
      console.log("begins");
      await buildSite(${JSON.stringify(options(root))});`;
    let version = 0;
    let longest = 300;
    for (let kill = 0; kill < kills; kill++) {
      become(1 - version);
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = once(child, "exit");
      await once(child.stdout, "data");
      const begin = performance.now();
      // The first one is let run: it tells how long a build takes.
      if (kill === 0) longest = await ended.then(() => performance.now() - begin);
      else await pause(Math.random() * longest);
      child.kill("SIGKILL");
      await ended;
      emptyMemory();
      await withLock(out, () => {});
      expect(sites, `after kill ${kill}`).toContainEqual(contents(out));
      version = kill % 3 === 0 ? 1 - version : version;
      become(version);
      await buildSite(options(root));
      expect(contents(out), `after kill ${kill}, and again`).toEqual(sites[version]);
    }
    expect(readdirSync(out)).not.toContain(".afterlive");
  }, 600_000);
});
