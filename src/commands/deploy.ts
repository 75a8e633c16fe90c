/** `deploy`: publishes a built folder to a host. */
import { accessSync, constants } from "node:fs";
import { recordPublished } from "../archive/published.ts";
import { Failure } from "../base/failure.ts";
import { finishInterrupted, withLock } from "../base/transaction/transaction.ts";
import { realpath } from "../builder/cache/build-cache.ts";
import { whyInTheWay } from "../builder/output/out-folder.ts";
import type { OptionValues, Target } from "../deploy/contract.ts";
import { permalinksOf, readEdition } from "../deploy/edition.ts";
import { printPlan } from "../deploy/print-plan.ts";
import { targets } from "../deploy/registry.ts";
import { fileProblem, Refusal } from "../model/problem.ts";
import { type Call, type Command, cacheOption, type OptionSpec, UsageError } from "./command.ts";

export const deployCommand: Command = {
  usage: `${targets.map(({ name }) => name).join("|")} WHERE [options]`,
  examples: [
    ["directory /var/www/live", "publish to a folder that a server serves"],
    ["directory /var/www/live --dry-run", "show what would change there"],
    ["git-branch origin", "publish to the branch gh-pages"],
  ],
  details: [
    "Builds the archive into ROOT/_site (or --out DIR) and publishes it. --no-build publishes the folder as it\nis, and says where content is newer. --dry-run prints the plan for that folder and changes nothing.\nWhat `afterlive merge` made is published as it is.",
    targets.map(({ name, where, summary }) => `  ${name} ${where}\n      ${summary}`).join("\n"),
    "The published paths are written to content/published.txt first: a later build in which one of them is missing fails.",
  ],
  fails: "nothing was published, and the message says why",
  choices: targets.map(({ name }) => name),
  options: {
    "dry-run": { help: "print the plan and do nothing" },
    "no-build": { help: "publish what was built before" },
    ...cacheOption,
    ...optionsOfTargets(),
  },
  async run(call) {
    const { target, where } = targetOf(call);
    const values = valuesOf(call, target);
    if (target.replacesFolder) refuseSources(call.root, where);
    await finishInterrupted(call.root);
    await buildFirst(call);
    return await withWholeSite(call.out, () => deploy(call, target, where, values));
  },
};

/** The site must not come in the place of the archive: --adopt would move that away. */
function refuseSources(root: string, where: string): void {
  const why = whyInTheWay(realpath(root), realpath(where));
  if (why === undefined) return;
  throw new Failure(`Cannot deploy to "${where}": ${why}`, "Name a folder outside of the archive");
}

/** Leaves in the site what is to be published, or says that it is not the newest. */
async function buildFirst(call: Call): Promise<void> {
  const { switches, terminal } = call;
  const asItIs = switches.has("no-build") || switches.has("dry-run");
  const { builtState } = await import("../builder/built-state.ts");
  const state = builtState(call);
  if (asItIs && state === "older")
    terminal.err(
      switches.has("no-build")
        ? "warning: content is newer than the site that is published: afterlive build makes it anew"
        : "content is newer than this site: without --dry-run it is built anew first",
    );
  // The live pages of a merged site may be on other machines.
  if (asItIs || state === "merged") return;
  const { buildAndReport } = await import("./built-report.ts");
  try {
    await buildAndReport(call, {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const hint = "Mend what is named here; --no-build publishes the folder as it is";
    throw new Refusal([...error.problems, fileProblem(call.out, "Nothing was published", hint)]);
  }
}

/** Runs while no build writes to the site, and after what a killed build left in it was finished or discarded. */
async function withWholeSite<T>(site: string, run: () => Promise<T>): Promise<T> {
  if (isWritable(site)) return await withLock(site, run);
  // Without leave to write there can be no lock, and no build writes there either.
  await finishInterrupted(site);
  return await run();
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function deploy(call: Call, target: Target, where: string, values: OptionValues): Promise<number> {
  const edition = readEdition(call.out);
  const plan = await target.plan(edition, where, values);
  if (call.switches.has("dry-run")) {
    call.terminal.out(`${printPlan(plan)}\nDry run: nothing was changed`);
    return 0;
  }
  // First, so that no address is published that the next build does not know of.
  await recordPublished(call.root, permalinksOf(edition));
  const report = await target.carryOut(plan);
  call.terminal.out(report.message);
  return 0;
}

/** Each with the names of the targets that have it. */
function optionsOfTargets(): Readonly<Record<string, OptionSpec>> {
  const all = targets.flatMap(({ options }) => options);
  return Object.fromEntries(
    all.map(({ name, value, summary }) => {
      const having = targets.filter(({ options }) => options.some((option) => option.name === name));
      const help = `${having.map((target) => target.name).join(", ")}: ${summary}`;
      return [name, { help, ...(value !== undefined && { value }) }];
    }),
  );
}

function targetOf({ positionals }: Call): { readonly target: Target; readonly where: string } {
  const [name, where, ...rest] = positionals;
  const names = targets.map((target) => target.name).join(" or ");
  const target = targets.find((known) => known.name === name);
  if (target === undefined)
    throw new UsageError(
      name === undefined
        ? `Cannot deploy without a target: expected ${names}`
        : `Cannot deploy to "${name}": expected ${names}`,
      "For example: afterlive deploy directory /var/www/live",
    );
  if (where === undefined)
    throw new UsageError(
      `Cannot deploy to the target "${target.name}" without its place: expected ${target.where}`,
      `Write: afterlive deploy ${target.name} ${target.where}`,
    );
  if (rest.length > 0)
    throw new UsageError(`Cannot use "${rest[0]}": expected one place`, `Deploy to one place at a time`);
  return { target, where };
}

function valuesOf({ values, switches }: Call, target: Target): OptionValues {
  const foreign = targets.filter((other) => other !== target).flatMap(({ options }) => options.map(({ name }) => name));
  const own = new Set(target.options.map(({ name }) => name));
  const wrong = foreign.find((name) => !own.has(name) && (values[name] !== undefined || switches.has(name)));
  if (wrong !== undefined)
    throw new UsageError(
      `Cannot use --${wrong} with the target "${target.name}"`,
      "afterlive deploy --help names the target of each option",
    );
  return Object.fromEntries(
    target.options.map(({ name, value }) => [name, value === undefined ? switches.has(name) : values[name]]),
  );
}
