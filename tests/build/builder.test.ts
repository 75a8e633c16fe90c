import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Answer } from "../../src/build/build-worker.ts";
import { startBuilder } from "../../src/build/builder.ts";
import { options, smallArchive } from "./small-archive.ts";

/** The processes that this one has started and that live. */
const children = (): readonly number[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

const onLinux = test.skipIf(process.platform !== "linux");

async function newBuilder() {
  const root = await smallArchive();
  const answers: Answer[] = [];
  const builder = startBuilder(options(root), (answer) => answers.push(answer));
  onTestFinished(() => builder.close());
  return { root, builder, answers };
}

onLinux("startBuilder builds on in a new process after its own was killed", async () => {
  const { root, builder, answers } = await newBuilder();
  await builder.build({ fresh: false });
  for (const pid of children()) process.kill(pid, "SIGKILL");
  const after = await builder.build({ fresh: false }).then(
    () => "built",
    (error: Error) => error.message,
  );
  if (after !== "built") expect(after).toBe("the process that builds ended with SIGKILL");
  await builder.build({ fresh: false });
  expect(answers.filter(({ kind }) => kind === "built").length).toBeGreaterThanOrEqual(2);
  expect(readdirSync(path.join(root, "_site"))).toContain("index.html");
});

onLinux(
  "startBuilder leaves no process and no lock behind when it is closed, whatever it was told before",
  async () => {
    const { root, builder } = await newBuilder();
    await builder.build({ fresh: false });
    const building = builder.build({ fresh: false });
    for (const pid of children()) process.kill(pid, "SIGINT");
    await builder.close();
    await building;
    expect(children()).toEqual([]);
    expect(readdirSync(root).filter((name) => name.includes("lock"))).toEqual([]);
  },
);
