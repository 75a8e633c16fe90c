/** From an archive whose `package.json` asks for a packed file to one that has this program installed: `npx` finds no other by its name. */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "../../base/failure.ts";
import { packageSource } from "./package-source.ts";

/** Whether the archive must be installed before `npx afterlive` works in it: this program came as a packed file. */
export const needsInstall = (root: string, source = packageSource(root)): boolean =>
  source.startsWith("file:") && !existsSync(path.join(root, "node_modules", "afterlive"));

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs `npm install` in the folder; what npm says goes to standard error. Throws Failure where npm does not end well. */
export function install(root: string, env: Environment): void {
  const own = env.npm_execpath;
  const words = ["install", "--no-audit", "--no-fund"];
  const options: SpawnSyncOptions = { cwd: root, env: withoutNpmOf(env), stdio: ["ignore", 2, 2] };
  const { status } =
    own !== undefined && /\.c?js$/.test(own) && existsSync(own)
      ? spawnSync(process.execPath, [own, ...words], options)
      : spawnSync("npm", words, { ...options, shell: process.platform === "win32" });
  if (status === 0) return;
  throw new Failure(`Cannot install afterlive in "${root}": npm did not end well`, "Run npm install in that folder");
}

/** What the `npx` that runs us says of its own folder would lead npm there; settings of the person stay. */
const withoutNpmOf = (env: Environment): Environment =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([key]) => !/^(?:npm_(?:lifecycle|package|command|config_local_prefix)|INIT_CWD$)/i.test(key),
    ),
  );
