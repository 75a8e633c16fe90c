/**
 * From an edition to a published directory of this machine. The target is a link to a folder of `TARGET.editions/`, and one rename
 * replaces the link: a reader sees the old edition or the new one, and nothing in between.
 *
 * Where links are impossible or not wanted, a transaction fills the folder in place: new pictures and styles, then pages, then removals.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { explain, Failure } from "../base/failure.ts";
import { withLock } from "../base/transaction/transaction.ts";
import {
  adoptSummary,
  type DeployPlan,
  type DeployReport,
  type Difference,
  type OptionValues,
  type Target,
} from "./contract.ts";
import { compare, countChanges, isSame } from "./difference.ts";
import { digestsByPath, freeName, writeEditionFolder } from "./directory-edition.ts";
import {
  addToHistory,
  adopted,
  canLink,
  fillInPlace,
  publishByLink,
  publishFolder,
  removeOldEditions,
} from "./directory-publish.ts";
import { checkDisjoint, placeOf, stateOf, type TargetPlace, type TargetState } from "./directory-state.ts";
import { type Edition, readFiles } from "./edition.ts";

/** Enough to go back past a few bad ones. Editions share unchanged files, so that an old one takes only the space of its own files. */
const usualKeep = 5;

export const directory: Target = {
  name: "directory",
  summary: "a folder of this machine, replaced all at once",
  where: "FOLDER",
  replacesFolder: true,
  options: [
    { name: "adopt", summary: adoptSummary },
    { name: "keep", value: "NUMBER", summary: `how many editions to keep, to go back to (usually ${usualKeep})` },
    { name: "in-place", summary: "fill the folder itself, for servers that follow no links; not quite all at once" },
  ],
  plan: async (edition, where, options) => guarded(where, () => makePlan(edition, placeOf(where), options)),
  carryOut: async (plan) => guarded(plan.where, () => readable(() => carryOut(plan))),
};

/** Servers run as users of their own: what is made here is theirs to read, under any umask of the person. */
async function readable<T>(run: () => Promise<T>): Promise<T> {
  const own = process.umask(0o022);
  try {
    return await run();
  } finally {
    process.umask(own);
  }
}

/** What is at the target, compared with the edition. */
interface Comparison {
  readonly edition: Edition;
  readonly place: TargetPlace;
  readonly state: TargetState;
  readonly difference: Difference;
}

/** Throws Failure where the target is not ours to change, or not in the way that is asked for. */
function compareWithTarget(edition: Edition, place: TargetPlace, options: OptionValues): Comparison {
  const state = checkedState(edition, place, options);
  return { edition, place, state, difference: differenceOf(edition, place, state) };
}

function makePlan(edition: Edition, place: TargetPlace, options: OptionValues): DeployPlan {
  const keep = keepOf(options);
  const comparison = compareWithTarget(edition, place, options);
  const { state, difference } = comparison;
  return {
    target: directory.name,
    where: place.target,
    shown: place.target,
    edition,
    options,
    difference,
    steps: isPublished(comparison) ? [] : stepsOf(comparison, options["in-place"] === true, keep),
    present: state.kind === "link" ? state.name : state.kind,
  };
}

function stepsOf({ edition, place, state, difference }: Comparison, inPlace: boolean, keep: number): readonly string[] {
  const { target, editions } = place;
  if (state.kind === "filled") {
    return [
      `Write into "${target}" itself: pictures and styles, then pages, then removals (${difference.removed.length})`,
    ];
  }
  const shared =
    state.kind === "link"
      ? `; the unchanged files (${difference.kept.length}) are links to those of "${state.name}"`
      : "";
  const away = `Move the folder "${target}" to "${join(editions, freeName(editions, adopted))}"; for a moment there is none`;
  return [
    `Write the edition to "${join(editions, edition.id)}"${shared}`,
    ...(state.kind === "theirs" && state.link === undefined ? [away] : []),
    ...(inPlace
      ? [`Move it to "${target}"`]
      : [`Make "${target}" a link to it, by one rename`, `Remove all editions but the newest (${keep})`]),
  ];
}

async function carryOut({ edition, where, options }: DeployPlan): Promise<DeployReport> {
  const place = placeOf(where);
  const before = compareWithTarget(edition, place, options);
  if (isPublished(before)) {
    const message = `Edition ${edition.id} is at "${place.target}" already: nothing was changed`;
    return { changed: false, edition: edition.id, difference: before.difference, message };
  }
  return withLock(place.editions, () => {
    const comparison = compareWithTarget(edition, place, options);
    const note = publish(comparison, options);
    const message = `Edition ${edition.id} is at "${place.target}": ${countChanges(comparison.difference)}${note}`;
    return { changed: true, edition: edition.id, difference: comparison.difference, message };
  });
}

/** Publishes the edition; gives what the report adds, "" if all went as usual. The caller holds the lock. */
function publish({ edition, place, state, difference }: Comparison, options: OptionValues): string {
  const keep = keepOf(options);
  if (state.kind === "filled") {
    fillInPlace(edition, place, state.paths, difference);
    return "; the folder itself was written, as before";
  }
  const before = state.kind === "link" ? join(place.editions, state.name) : undefined;
  const wanted = options["in-place"] !== true;
  const linked = wanted && canLink(place.editions);
  const announce = (name: string) => linked && addToHistory(place.editions, name);
  const name = writeEditionFolder(place.editions, edition, before, announce);
  if (!linked) {
    publishFolder(edition, place, state, name);
    return wanted ? "; there are no links on this disk, so the folder itself was written" : "";
  }
  publishByLink(place, state, name);
  return removeOldEditions(place.editions, name, keep) ? "" : "; old editions could not be removed";
}

const isPublished = ({ state, difference }: Comparison): boolean =>
  (state.kind === "link" || state.kind === "filled") && isSame(difference);

function checkedState(edition: Edition, place: TargetPlace, options: OptionValues): TargetState {
  checkDisjoint(edition.folder, place);
  const state = stateOf(place);
  const { target, editions } = place;
  if (state.kind === "theirs" && options.adopt !== true) {
    throw state.link === undefined
      ? new Failure(
          `Cannot deploy to "${target}": a folder is there that this program did not make`,
          `Add --adopt: the folder is kept as "${join(editions, freeName(editions, adopted))}", and a link takes its place`,
        )
      : new Failure(
          `Cannot deploy to "${target}": it is a link to "${state.link}", which this program did not make`,
          "Add --adopt: the link is replaced, and what it leads to stays as it is",
        );
  }
  if (state.kind === "link" && options["in-place"] === true) {
    throw new Failure(
      `Cannot fill "${target}" in place: it is a link to an edition`,
      "Leave --in-place out, or remove the link first",
    );
  }
  return state;
}

function differenceOf(edition: Edition, { target, editions }: TargetPlace, state: TargetState): Difference {
  const wanted = digestsByPath(edition.files);
  if (state.kind === "nothing") return compare(new Map(), wanted);
  const folder = state.kind === "link" ? join(editions, state.name) : target;
  const present = existsSync(folder) ? digestsByPath(readFiles(folder).files) : new Map<string, string>();
  if (state.kind !== "filled") return compare(present, wanted);
  // A folder that is filled in place may hold files of others; they are not compared.
  const ours = new Set([...state.paths, ...wanted.keys()]);
  return compare(new Map([...present].filter(([path]) => ours.has(path))), wanted);
}

function keepOf({ keep }: OptionValues): number {
  if (keep === undefined) return usualKeep;
  const number = Number(keep);
  if (typeof keep !== "string" || !Number.isInteger(number) || number < 1) {
    throw new Failure(`Cannot keep "${keep}" editions: expected a whole number from 1`, "Write, for example, --keep 3");
  }
  return number;
}

async function guarded<T>(where: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw explain(`deploy to "${where}"`, error, "what was published before is still there");
  }
}
