/** From arguments and input to the output of git: without a shell, hooks or questions, and only in the repository that is named. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { codeOf, Failure } from "../base/failure.ts";

export interface GitResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What git reads: a text, or pieces that are written one after another as fast as git takes them. */
export type Input = string | Iterable<string | Uint8Array>;

/**
 * The person's own settings stay in force (name, way to the remote), except those that change what is committed. Hooks and templates
 * are off: they are meant for the person's own repositories.
 */
const settings = [
  "core.hooksPath=/dev/null",
  "core.autocrlf=false",
  "core.quotePath=false",
  "core.fsmonitor=false",
  "init.templateDir=",
  "gc.auto=0",
  "maintenance.auto=false",
  "push.followTags=false",
  "push.gpgSign=false",
  "push.recurseSubmodules=no",
  "user.useConfigOnly=true",
].flatMap((setting) => ["-c", setting]);

/** Git sets these for its hooks, and scripts set them too: they would lead to another repository. */
const leading =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|SHALLOW_FILE|QUARANTINE_PATH)$/;

/** Runs `git ARGS` in a folder; gives code and output of success and failure alike; throws Failure if there is no git. */
export async function git(folder: string, args: readonly string[], input: Input = ""): Promise<GitResult> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !leading.test(name)));
  const child = spawn("git", [...settings, ...args], {
    cwd: folder,
    env: {
      ...env,
      LC_ALL: "C",
      GIT_TERMINAL_PROMPT: "0",
      // Without "ext::", which runs a program that the address names.
      GIT_ALLOW_PROTOCOL: "file:git:http:https:ssh",
      GIT_PROTOCOL_FROM_USER: "1",
    },
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (piece: Buffer) => out.push(piece));
  child.stderr.on("data", (piece: Buffer) => err.push(piece));
  // Where git ends early, its error output says why.
  child.stdin.on("error", () => {});
  try {
    const [[code]] = await Promise.all([once(child, "close"), feed(child.stdin, input)]);
    return { code: code ?? 1, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
  } catch (error) {
    child.kill();
    if (codeOf(error) !== "ENOENT" || child.pid !== undefined) throw error;
    throw new Failure(
      "Cannot run git: it is not installed",
      "Install git (https://git-scm.com), then deploy again",
      error,
    );
  }
}

async function feed(stdin: NodeJS.WritableStream & { readonly destroyed?: boolean }, input: Input): Promise<void> {
  for (const piece of typeof input === "string" ? [input] : input) {
    if (stdin.destroyed === true) return;
    if (!stdin.write(piece)) await Promise.race([once(stdin, "drain"), once(stdin, "close")]).catch(() => {});
  }
  stdin.end();
}

/** The last line in which git says what went wrong. */
export function reasonOf({ err }: GitResult): string {
  const lines = err
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const said = lines.find((line) => /^(fatal|error):/.test(line)) ?? lines.at(-1) ?? "git gave no reason";
  return withoutPassword(said.replace(/^(fatal|error): /, "").replace(/\.$/, ""));
}

/** An address as it may be shown: `https://user:secret@host/x` without what stands before the `@`. */
export const withoutPassword = (text: string): string => text.replace(/(\w:\/\/)[^/@\s]*@/g, "$1");
