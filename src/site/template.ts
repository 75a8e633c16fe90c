/** A template: which views it prints, where each goes, and how it looks. At once an Eleventy template and a plain function. */
import type { SafeHtml } from "../base/html.ts";
import type { Site } from "./view.ts";

export interface TemplateDefinition<View> {
  /** For messages: "live page". */
  readonly name: string;
  readonly views: (site: Site) => readonly View[];
  /** The output's path from the site's root: `state-visit/index.html`. */
  readonly path: (view: View) => string;
  readonly render: (view: View) => SafeHtml;
}

/** What Eleventy hands to a template: the site, and the path of the page to print. */
export interface EleventyData {
  readonly site: Site;
  readonly pagePath: string;
}

export interface Template<View> extends Omit<TemplateDefinition<View>, "render"> {
  /** A whole document, beginning with its doctype. */
  readonly render: (view: View | EleventyData) => string;
  /** Eleventy's front matter: one page for each path. */
  readonly data: {
    readonly pagination: {
      readonly data: "site";
      readonly size: 1;
      readonly alias: "pagePath";
      readonly before: (keys: readonly string[], data: { readonly site: Site }) => readonly string[];
    };
    readonly permalink: (data: EleventyData) => string;
  };
}

/** Eleventy needs the site as global data `site`. Its pages are named by path, so that it copies no view. */
export function defineTemplate<View>(definition: TemplateDefinition<View>): Template<View> {
  const { name, views, path } = definition;
  const known = new WeakMap<Site, ReadonlyMap<string, View>>();
  const byPath = (site: Site): ReadonlyMap<string, View> => {
    const found = known.get(site) ?? new Map(views(site).map((view) => [path(view), view]));
    known.set(site, found);
    return found;
  };
  const viewOf = (data: EleventyData): View => {
    const view = byPath(data.site).get(data.pagePath);
    if (view === undefined) throw new Error(`Cannot print "${data.pagePath}": the template "${name}" has no such page`);
    return view;
  };
  return {
    name,
    views,
    path,
    render: (view) => String(definition.render(isEleventyData(view) ? viewOf(view) : view)),
    data: {
      pagination: {
        data: "site",
        size: 1,
        alias: "pagePath",
        before: (_, data) => [...byPath(data.site).keys()],
      },
      permalink: (data) => data.pagePath,
    },
  };
}

const isEleventyData = (value: unknown): value is EleventyData =>
  typeof value === "object" && value !== null && "pagePath" in value && "site" in value;
