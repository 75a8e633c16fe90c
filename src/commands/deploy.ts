/** `deploy`: a built folder to a host. */
import { publishedChange, readPublished } from "../archive/published.ts";
import { commit, withLock } from "../base/transaction/transaction.ts";
import type { OptionValues, Target } from "../deploy/contract.ts";
import { readEdition } from "../deploy/edition.ts";
import { printPlan } from "../deploy/print-plan.ts";
import { targets } from "../deploy/registry.ts";
import { type Call, type Command, type OptionSpec, UsageError } from "./command.ts";

export const deploy: Command = {
  usage: `${targets.map(({ name }) => name).join("|")} WHERE [options]`,
  details: [
    "Publishes what `afterlive build` made in ROOT/_site (or --out DIR). --dry-run prints the plan and changes nothing.",
    targets.map(({ name, where, summary }) => `  ${name} ${where}\n      ${summary}`).join("\n"),
    "The paths that were published are written to content/published.txt: a build in which one of them would vanish fails.",
  ],
  options: { "dry-run": { help: "print the plan, and do nothing" }, ...Object.fromEntries(targets.flatMap(optionsOf)) },
  async run(call) {
    const { target, where } = chosen(call);
    const edition = readEdition(call.out);
    const plan = await target.plan(edition, where, valuesOf(call, target));
    if (call.switches.has("dry-run")) {
      call.terminal.out(`${printPlan(plan)}\nDry run: nothing was changed`);
      return 0;
    }
    const report = await target.carryOut(plan);
    const paths = edition.files.map(({ path }) => path).filter((path) => !path.startsWith("pictures/"));
    await withLock(call.root, () => {
      const before = new Set(readPublished(call.root));
      if (paths.some((path) => !before.has(path))) commit(call.root, [publishedChange(call.root, paths)]);
    });
    call.terminal.out(report.message);
    return 0;
  },
};

function optionsOf({ name: target, options }: Target): readonly (readonly [string, OptionSpec])[] {
  return options.map(({ name, value, summary }) => [
    name,
    { help: `${target}: ${summary}`, ...(value !== undefined && { value }) },
  ]);
}

function chosen({ positionals }: Call): { readonly target: Target; readonly where: string } {
  const [name, where, ...rest] = positionals;
  const names = targets.map((target) => target.name).join(" or ");
  const target = targets.find((known) => known.name === name);
  if (target === undefined)
    throw new UsageError(
      name === undefined
        ? `Cannot deploy to nowhere: expected ${names}`
        : `Cannot deploy to "${name}": expected ${names}`,
      "For example: afterlive deploy directory /var/www/live",
    );
  if (where === undefined)
    throw new UsageError(
      `Cannot deploy to a ${target.name} without a place`,
      `For example: afterlive deploy ${target.name} ${target.where}`,
    );
  if (rest.length > 0)
    throw new UsageError(`Cannot use "${rest[0]}": expected one place`, `Deploy to one ${target.name} at a time`);
  return { target, where };
}

function valuesOf({ values, switches }: Call, target: Target): OptionValues {
  const foreign = targets.filter((other) => other !== target).flatMap(({ options }) => options.map(({ name }) => name));
  const own = new Set(target.options.map(({ name }) => name));
  const wrong = foreign.find((name) => !own.has(name) && (values[name] !== undefined || switches.has(name)));
  if (wrong !== undefined)
    throw new UsageError(
      `Cannot use --${wrong} with the target "${target.name}"`,
      "afterlive deploy --help says whose option it is",
    );
  return Object.fromEntries(
    target.options.map(({ name, value }) => [name, value === undefined ? switches.has(name) : values[name]]),
  );
}
