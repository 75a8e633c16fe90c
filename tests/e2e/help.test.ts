/** The command line itself: what it says of itself, and what it says to a wrong line. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { constants, openSync, readdirSync, readFileSync, readSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { optionsOf } from "../../src/commands/command.ts";
import { commands } from "../../src/commands/registry.ts";
import { afterlive, launcher, newFolder, repository, succeed, treeOf } from "./command-line.ts";

const names = commands.map(({ name }) => name);

describe("afterlive", () => {
  test("has the commands that the documents tell of", () => {
    const pages = readdirSync(path.join(repository, "docs")).filter((name) => name.endsWith(".md"));
    const documents = ["README.md", ...pages.map((name) => `docs/${name}`)].map((name) =>
      readFileSync(path.join(repository, name), "utf8"),
    );
    for (const name of names) expect(documents.join("\n")).toContain(`afterlive ${name}`);
    expect(names).toEqual([
      "init",
      "import",
      "new page",
      "new post",
      "media add",
      "check",
      "build",
      "merge",
      "serve",
      "deploy",
      "published",
      "upgrade",
      "completion",
    ]);
  });

  test.each(["--help", "-h", "help"])("%s lists the commands and ends with 0", (word) => {
    const { stdout } = succeed([word]);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ +${name} `, "m"));
  });

  test("without a command says how it is used, on standard error, and ends with 2", () => {
    const { status, stdout, stderr } = afterlive([]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/usage/i);
  });

  test("refuses a command that there is not, and lists those there are", () => {
    const { status, stderr } = afterlive(["publish"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/publish.*import.*deploy/);
    expect(afterlive(["improt"]).stderr).toMatch(/Did you mean import\?/);
  });

  test("tells its version", () => {
    const { version } = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8")) as { version: string };
    expect(succeed(["--version"]).stdout).toContain(version);
  });

  test("runs from where npx finds it, in any folder", () => {
    const bin = path.join(repository, "node_modules/.bin/afterlive");
    const { status, stdout } = spawnSync(bin, ["--version"], { cwd: newFolder(), encoding: "utf8" });
    expect(status).toBe(0);
    expect(stdout).toContain("afterlive");
  });

  test("has colours and the terminal's width on a terminal, no colours with NO_COLOR, and neither in a pipe", () => {
    const onTerminal = (env: Readonly<Record<string, string>>) =>
      spawnSync("script", ["-qec", `stty cols 60; "${process.execPath}" "${launcher}" check --help`, "/dev/null"], {
        encoding: "utf8",
        env: { ...process.env, TERM: "xterm", NO_COLOR: "", ...env },
      });
    const shown = onTerminal({});
    // Not every system has a program that gives a command a terminal.
    if (shown.error !== undefined || shown.status !== 0) return;
    expect(shown.stdout).toContain("\u001b[1mExamples:");
    const plain = onTerminal({ NO_COLOR: "1" }).stdout;
    expect(plain).toContain("Examples:");
    expect(plain).not.toContain("\u001b");
    expect(Math.max(...plain.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(succeed(["check", "--help"], { env: { TERM: "xterm", NO_COLOR: "" } }).stdout).not.toContain("\u001b");
  });

  test("ends quietly when its reader stops", async () => {
    const child = spawn(process.execPath, [launcher, "check", "--root", repository]);
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.stdout.destroy();
    await new Promise((resolve) => child.on("close", resolve));
    expect(stderr).not.toMatch(/EPIPE|at .*:\d+:\d+/);
  });

  test.skipIf(process.platform === "win32")("waits for a reader whose pipe is full, and tells it all", async () => {
    const { writer, drain } = fullPipe();
    const child = spawn(process.execPath, [launcher, "import", "--help"], { stdio: ["ignore", writer, "inherit"] });
    const closed = once(child, "close");
    // Now that the process has begun: a stream at its end would make it one that never waits.
    const shared = new Socket({ fd: writer, readable: false });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = drain();
    expect(await closed).toEqual([0, null]);
    expect(`${before}${drain()}`.trimStart()).toBe(succeed(["import", "--help"]).stdout);
    shared.destroy();
  });
});

/** A pipe that takes nothing more until it is drained. */
function fullPipe(): { writer: number; drain: () => string } {
  const file = path.join(newFolder(), "pipe");
  expect(spawnSync("sh", ["-c", `mkfifo "${file}"`]).status).toBe(0);
  const reader = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(file, constants.O_WRONLY | constants.O_NONBLOCK);
  const whileItCan = (step: () => number): void => {
    try {
      while (step() > 0);
    } catch (error) {
      expect(error).toMatchObject({ code: "EAGAIN" });
    }
  };
  whileItCan(() => writeSync(writer, " ".repeat(1000)));
  const drain = (): string => {
    const pieces: Buffer[] = [];
    const piece = Buffer.alloc(100_000);
    whileItCan(() => {
      const length = readSync(reader, piece);
      pieces.push(Buffer.from(piece.subarray(0, length)));
      return length;
    });
    return Buffer.concat(pieces).toString("utf8");
  };
  return { writer, drain };
}

describe.each(names)("afterlive %s", (name) => {
  test("--help explains every option, ends with 0 and does nothing", async () => {
    const folder = newFolder();
    const { stdout } = succeed([...name.split(" "), "--help"], { cwd: folder });
    expect(stdout).toMatch(new RegExp(`^usage: afterlive ${name}`));
    const command = await commands.find((one) => one.name === name)!.load();
    for (const option of ["root", "help", ...Object.keys(optionsOf(command))]) expect(stdout).toContain(`--${option}`);
    for (const option of command.without ?? []) expect(stdout).not.toContain(`--${option} `);
    expect(stdout.split("\n").filter((line) => line.length > 120)).toEqual([]);
    expect(treeOf(folder)).toEqual({});
  });

  test("refuses an option that there is not with 2, and does nothing", () => {
    const folder = newFolder();
    const { status, stderr } = afterlive([...name.split(" "), "--colour"], { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toMatch(/--colour/);
    expect(treeOf(folder)).toEqual({});
  });
});
