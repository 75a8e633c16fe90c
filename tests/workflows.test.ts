/** The ready-made workflows cannot be run here: they are read, and the commands in them are held against the program. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { sharedOptions } from "../src/commands/command.ts";
import { commands } from "../src/commands/registry.ts";

const repository = path.resolve(import.meta.dirname, "..");
const folders = [".github/workflows", "examples/kubernetes", "examples/hosting/gitlab-pages"];
const files = folders.flatMap((folder) =>
  readdirSync(path.join(repository, folder)).map((name) => `${folder}/${name}`),
);
const textOf = (file: string): string => readFileSync(path.join(repository, file), "utf8");

test.each(files)("%s is YAML, and what it calls of afterlive exists", async (file) => {
  for (const { errors, warnings } of parseAllDocuments(textOf(file))) expect([...errors, ...warnings]).toEqual([]);
  for (const [, name = "", rest = ""] of textOf(file).matchAll(/npx afterlive (\S+)([^\n]*)/g)) {
    const listed = commands.find((command) => command.name === name);
    expect(listed, name).toBeDefined();
    const { options } = (await listed?.load()) ?? { options: {} };
    for (const [, option = ""] of rest.matchAll(/ --([a-z-]+)/g))
      expect(Object.keys({ ...sharedOptions, ...options })).toContain(option);
  }
});

test("large.yml builds as many parts as it says, brings their hidden files along and merges all of them", () => {
  const { jobs } = parse(textOf(".github/workflows/large.yml"));
  const { part } = jobs.build.strategy.matrix;
  expect(part).toEqual(part.map((_: number, index: number) => index + 1));
  const steps = [...jobs.build.steps, ...jobs.merge.steps];
  const using = (action: string) => steps.find(({ uses = "" }) => uses.startsWith(action)).with;
  const runs = steps.map(({ run }) => run).filter((run) => run?.includes("afterlive"));
  expect(runs).toEqual([
    "npx afterlive build --shard ${{ matrix.part }}/${{ strategy.job-total }} --out part",
    "npx afterlive merge parts/* --out _site",
    "npx afterlive published",
  ]);
  expect(using("actions/upload-artifact")).toMatchObject({ name: "part-${{ matrix.part }}", path: "part" });
  expect(using("actions/upload-artifact")["include-hidden-files"]).toBe(true);
  expect(using("actions/download-artifact")).toEqual({ pattern: "part-*", path: "parts" });
  expect(using("actions/upload-pages-artifact").path).toBe("_site");
});

test.each(["pages.yml", "large.yml"])("%s records the addresses, and keeps the list, before it publishes", (name) => {
  const { jobs, permissions } = parse(textOf(`.github/workflows/${name}`));
  const steps: readonly { run?: string; uses?: string }[] = Object.values<{ steps: [] }>(jobs).flatMap(
    (job) => job.steps,
  );
  const index = (word: string) => steps.findIndex(({ run = "", uses = "" }) => `${run}${uses}`.includes(word));
  expect(permissions.contents).toBe("write");
  expect(index("npx afterlive published")).toBeGreaterThan(0);
  expect(index("git push")).toBeGreaterThan(index("npx afterlive published"));
  expect(index("actions/deploy-pages")).toBeGreaterThan(index("git push"));
});

test("large-archive.yaml builds as many parts as it says, each by its index, on a volume that all can write", () => {
  const [claim, build, merge] = parseAllDocuments(textOf("examples/kubernetes/large-archive.yaml")).map((one) =>
    one.toJS(),
  );
  expect(claim.spec.accessModes).toEqual(["ReadWriteMany"]);
  expect(build.spec.completionMode).toBe("Indexed");
  const [container] = build.spec.template.spec.containers;
  const parts = container.env.find(({ name }: { name: string }) => name === "AFTERLIVE_PARTS").value;
  expect(parts).toBe(String(build.spec.completions));
  expect(container.args[0]).toContain('--shard "$((JOB_COMPLETION_INDEX + 1))/$AFTERLIVE_PARTS"');
  for (const { spec } of [build, merge]) {
    const [{ volumeMounts }] = spec.template.spec.containers;
    expect(volumeMounts).toEqual([{ name: "parts", mountPath: "/parts" }]);
    expect(spec.template.spec.volumes[0].persistentVolumeClaim.claimName).toBe(claim.metadata.name);
  }
});
