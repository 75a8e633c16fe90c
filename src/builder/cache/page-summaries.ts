/** The heads of live pages as a build keeps them: what every build looks at, apart from their views, which few print. */
import { lazy } from "../../site/lazy.ts";
import { type Head, own, type PlanFolder, type State } from "../state.ts";
import { keepValue, recallValue } from "./disk-cache.ts";

/** A head that has but the key of its view. */
export type ShortHead = Omit<Head, "view"> & { readonly view: string };

/** By slug. */
export type Heads = Readonly<Record<string, ShortHead>>;

export interface KeptHeads {
  readonly heads: Heads;
  /** The view of a head, as JSON; undefined where it was lost. It is read when it is first asked for. */
  readonly json: (slug: string) => string | undefined;
}

export const shortHead = ({ view, ...told }: Head): ShortHead => ({ ...told, view: view.key });

/** Undefined where the heads were lost. */
export function recallHeads(plan: PlanFolder, state: Pick<State, "heads" | "views">): KeptHeads | undefined {
  const heads = recallValue<Heads>(plan.heads, state.heads)?.value;
  const views = lazy(() => recallValue<Readonly<Record<string, string>>>(plan.views, state.views)?.value);
  return heads && { heads, json: (slug) => own(views(), slug) };
}

/** The views to be kept; undefined where they are those that were kept before. */
export function viewsToKeep(
  heads: Heads,
  before: Heads | undefined,
  json: (slug: string) => string | undefined,
): readonly (readonly [slug: string, json: string | undefined])[] | undefined {
  const slugs = Object.keys(heads);
  const same =
    before !== undefined &&
    Object.keys(before).length === slugs.length &&
    slugs.every((slug) => own(before, slug)?.view === own(heads, slug)?.view);
  return same ? undefined : slugs.map((slug) => [slug, json(slug)]);
}

/** Gives the digests of what was kept. `views`: as above. */
export function keepHeads(
  plan: PlanFolder,
  heads: Heads,
  views: ReturnType<typeof viewsToKeep>,
  last: Pick<State, "views"> | undefined,
): Pick<State, "heads" | "views"> {
  const kept =
    views === undefined && last !== undefined ? last.views : keepValue(plan.views, Object.fromEntries(views ?? []));
  return { views: kept, heads: keepValue(plan.heads, heads) };
}
