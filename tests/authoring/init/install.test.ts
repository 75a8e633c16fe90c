import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { install, needsInstall } from "../../../src/authoring/init/install.ts";
import { Failure } from "../../../src/base/failure.ts";

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "afterlive-install-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An npm that writes down how it was called. */
function fakeNpm(folder: string, exitCode: number): string {
  const file = path.join(folder, "npm-cli.cjs");
  writeFileSync(
    file,
    `require("node:fs").writeFileSync("called.json", JSON.stringify({ words: process.argv.slice(2), prefix: process.env.npm_config_local_prefix, registry: process.env.npm_config_registry }));
process.exit(${exitCode});`,
  );
  return file;
}

const env = (npm: string) => ({
  ...process.env,
  npm_execpath: npm,
  npm_config_local_prefix: "/elsewhere",
  npm_config_registry: "https://registry.example/",
});

test("an archive of a packed file is installed, until it is; one of a version is not", () => {
  const root = newFolder();
  expect(needsInstall(root, "file:../afterlive-0.1.0.tgz")).toBe(true);
  expect(needsInstall(root, "0.1.0")).toBe(false);
  mkdirSync(path.join(root, "node_modules/afterlive"), { recursive: true });
  expect(needsInstall(root, "file:../afterlive-0.1.0.tgz")).toBe(false);
});

test("install runs npm in the archive's folder, with the person's settings and not with the folder of npx", () => {
  const root = newFolder();
  install(root, env(fakeNpm(root, 0)));
  expect(JSON.parse(readFileSync(path.join(root, "called.json"), "utf8"))).toEqual({
    words: ["install", "--no-audit", "--no-fund"],
    registry: "https://registry.example/",
  });
});

test("install says what to do where npm does not end well", () => {
  const root = newFolder();
  expect(() => install(root, env(fakeNpm(root, 1)))).toThrow(Failure);
});
