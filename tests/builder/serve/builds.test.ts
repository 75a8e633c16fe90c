import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { buildCacheOf } from "../../../src/builder/cache/build-cache.ts";
import { readState } from "../../../src/builder/cache/state.ts";
import type { BuildAnswer } from "../../../src/builder/serve/build-process.ts";
import { startBuilder } from "../../../src/builder/serve/builds.ts";
import { options, postText, put, putFailingTable, settle, smallArchive } from "../small-archive.ts";

/** The processes that this one has started and that live. */
const children = (): readonly number[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

const onLinux = test.skipIf(process.platform !== "linux");

async function newBuilder() {
  const root = await smallArchive();
  const answers: BuildAnswer[] = [];
  const builder = startBuilder(options(root), (answer) => answers.push(answer));
  onTestFinished(() => builder.close());
  return { root, builder, answers };
}

onLinux("startBuilder builds on in a new process after its own was killed", async () => {
  const { root, builder, answers } = await newBuilder();
  await builder.build({ templates: false });
  for (const pid of children()) process.kill(pid, "SIGKILL");
  const after = await builder.build({ templates: false }).then(
    () => "built",
    (error: Error) => error.message,
  );
  if (after !== "built") expect(after).toBe("the process that builds ended with SIGKILL");
  await builder.build({ templates: false });
  expect(answers.filter(({ kind }) => kind === "built").length).toBeGreaterThanOrEqual(2);
  expect(readdirSync(path.join(root, "_site"))).toContain("index.html");
});

onLinux(
  "startBuilder leaves no process and no lock behind when it is closed, whatever it was told before",
  async () => {
    const { root, builder } = await newBuilder();
    await builder.build({ templates: false });
    const building = builder.build({ templates: false });
    for (const pid of children()) process.kill(pid, "SIGINT");
    await builder.close();
    await building;
    expect(children()).toEqual([]);
    expect(readdirSync(root).filter((name) => name.includes("lock"))).toEqual([]);
  },
);

/** A live page of which a post was written just before it was built: its mark is not to be trusted. */
async function justSaved() {
  const made = await newBuilder();
  const { root, builder } = made;
  settle(root);
  await builder.build({ templates: false });
  put(root, "content/storm/one.md", postText("p-wind", 30, "Gusts."));
  await builder.build({ templates: false, pages: new Set(["storm"]) });
  return { ...made, markOf: () => readState(buildCacheOf(options(root)))?.pages.storm?.sourceMark };
}

test("startBuilder has a page that was just saved read once more while there is nothing to do", async () => {
  const { markOf, answers } = await justSaved();
  expect(markOf()).toBe("");
  await vi.waitFor(() => expect(markOf()).not.toBe(""), 5000);
  // No save asked for it, so no save is told.
  expect(answers.filter(({ kind }) => kind === "built")).toHaveLength(2);
});

test("startBuilder prints pages first, and feeds and tables while there is nothing to do", async () => {
  const { root, answers } = await justSaved();
  const last = answers.at(-1);
  const written = last?.kind === "built" ? last.report.outcome.written : [];
  expect(written).toEqual(expect.arrayContaining(["storm/index.html", "storm/oldest.html", "storm/p-wind/index.html"]));
  expect(written.filter((file) => file.startsWith("storm/") && !file.endsWith(".html"))).toEqual([]);
  for (const file of ["feed.xml", "page.json", "posts.csv", "search.js", "p-wind/post.md"]) {
    const text = (): string => readFileSync(path.join(root, "_site/storm", file), "utf8");
    await vi.waitFor(() => expect(text(), file).toContain("Gusts."), 5000);
  }
});

test("startBuilder tells what failed between two saves: once, and with the next save", async () => {
  const { root, builder, answers } = await newBuilder();
  putFailingTable(root, "p-late", "too late");
  settle(root);
  await builder.build({ templates: false });
  expect(answers.at(-1)).toMatchObject({ kind: "built" });
  put(root, "content/storm/two.md", postText("p-late", 40, "Late."));
  await builder.build({ templates: false, pages: new Set(["storm"]) });
  expect(answers.at(-1)).toMatchObject({ kind: "built" });
  await vi.waitFor(() => expect(answers.at(-1)).toMatchObject({ kind: "unfinished" }), 10_000);
  expect(JSON.stringify(answers.at(-1))).toContain("too late");
  await builder.build({ templates: false, pages: new Set(["storm"]) });
  expect(answers.at(-1)).toMatchObject({ kind: "refused" });
  expect(JSON.stringify(answers.at(-1))).toContain("too late");
  expect(answers.filter(({ kind }) => kind === "unfinished")).toHaveLength(1);
  rmSync(path.join(root, "content/storm/two.md"));
  await builder.build({ templates: false, pages: new Set(["storm"]) });
  expect(answers.at(-1)).toMatchObject({ kind: "built" });
});

test("startBuilder tells with the next build what was written between two saves", async () => {
  const { root, builder, answers } = await justSaved();
  put(root, "content/storm/one.md", postText("p-wind", 30, "Calm."));
  const page = path.join(root, "_site/storm/index.html");
  await vi.waitFor(() => expect(readFileSync(page, "utf8")).toContain("Calm."), 5000);
  await builder.build({ templates: false, pages: new Set(["storm"]) });
  const last = answers.at(-1);
  expect(last?.kind === "built" && last.report.outcome.written).toContain("storm/index.html");
  await builder.build({ templates: false, pages: new Set(["storm"]) });
  expect(answers.at(-1)).toMatchObject({ report: { outcome: { written: [], removed: [] } } });
});

test("startBuilder builds on where what it looked at meanwhile had gone", async () => {
  const { root, builder, answers } = await justSaved();
  rmSync(path.join(root, "content/storm"), { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await builder.build({ templates: false });
  expect(answers.at(-1)).toMatchObject({ kind: "built", report: { livePages: 1 } });
  expect(readdirSync(path.join(root, "_site"))).not.toContain("storm");
});
