/** The completion scripts, in the shells themselves where the machine has them; bash it must have. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Call, ListedCommand } from "../../src/commands/command.ts";
import { completionFor } from "../../src/commands/completion/completion.ts";
import { printFish } from "../../src/commands/completion/fish.ts";
import { wordsOfCommands } from "../../src/commands/completion/known-words.ts";
import { printZsh } from "../../src/commands/completion/zsh.ts";
import { commands } from "../../src/commands/registry.ts";

async function script(shell: string): Promise<string> {
  const said: string[] = [];
  const terminal = { out: (line: string) => void said.push(line) };
  const call = { positionals: [shell], values: {}, switches: new Set(), terminal } as unknown as Call;
  expect(await completionFor(commands).run(call)).toBe(0);
  return said.join("\n");
}

const runs = (shell: string, code: string) => spawnSync(shell, ["-c", code], { encoding: "utf8", cwd: folder() });
const has = (shell: string) => spawnSync(shell, ["-c", "true"]).status === 0;

function folder(): string {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-completion-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, "my archive"));
  writeFileSync(path.join(root, "my page.html"), "");
  return root;
}

describe("completion bash", () => {
  /** What bash offers for the last of these words. */
  async function offered(...words: readonly string[]): Promise<readonly string[]> {
    const line = words.map((word) => `'${word}'`).join(" ");
    const ask = `COMP_WORDS=(afterlive ${line}); COMP_CWORD=${words.length}; _afterlive; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr, status } = runs("bash", `${await script("bash")}\n${ask}`);
    expect([status, stderr]).toEqual([0, ""]);
    return stdout.split("\n").filter((word) => word !== "");
  }

  test("offers each command, each second word and each option of the registry", async () => {
    const first = await offered("");
    for (const { name, load } of commands) {
      const words = name.split(" ");
      expect(first).toContain(words[0]);
      if (words.length === 2) expect(await offered(words[0]!, "")).toContain(words[1]);
      for (const option of Object.keys((await load()).options))
        expect(await offered(...words, "--")).toContain(`--${option}`);
    }
  }, 60_000);

  test.each<[words: readonly string[], expected: readonly string[]]>([
    [["im"], ["import"]],
    [["new", "po"], ["post"]],
    [
      ["deploy", ""],
      ["directory", "git-branch"],
    ],
    [["deploy", "directory", ""], []],
    [["completion", "z"], ["zsh"]],
    [["build", "--root", "my"], ["my archive"]],
    [["import", "--zone", ""], []],
    [["import", "my"], []],
    [["unknown", ""], []],
  ])("for %j offers %j, and leaves files to bash", async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });
});

describe.skipIf(!has("fish"))("completion fish", () => {
  test.each([
    ["afterlive new ", ["page", "post"]],
    ["afterlive deploy ", ["directory", "git-branch"]],
    ["afterlive import --zo", ["--zone"]],
    ["afterlive media add --al", ["--alt"]],
  ])("for %j offers %j", async (line, expected) => {
    const { stdout } = runs("fish", `${await script("fish")}\ncomplete -C'${line}'`);
    expect(stdout.split("\n").flatMap((row) => row.split("\t")[0] || [])).toEqual(expected);
  });
});

test.skipIf(!has("zsh"))("completion zsh is a script that zsh reads, and it registers itself", async () => {
  const code = `autoload -U compinit; compinit -u -D\n${await script("zsh")}\nprint $_comps[afterlive]`;
  expect(runs("zsh", code)).toMatchObject({ status: 0, stdout: "_afterlive\n", stderr: "" });
});

test.each([
  ["zsh", printZsh],
  ["fish", printFish],
])("completion %s holds marks of a shell in help texts", async (shell, print) => {
  const help = 'it\'s [here]: `rm` $HOME \\ "x"';
  const load = async () => ({
    usage: "",
    examples: [],
    details: [],
    fails: "",
    options: { odd: { help } },
    run: async () => 0,
  });
  const listed: ListedCommand = { name: "try", summary: help, load };
  const text = print(await wordsOfCommands([listed]));
  const file = path.join(folder(), "script");
  writeFileSync(file, text);
  if (has(shell)) expect(spawnSync(shell, ["-n", file], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  expect(text).toContain("--odd".slice(shell === "fish" ? 2 : 0));
});

test("completion refuses a shell that it does not know", async () => {
  await expect(script("tcsh")).rejects.toThrow(/"tcsh": expected bash, zsh or fish/);
});
