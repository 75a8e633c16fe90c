/** Turns the definition of a template (views, paths, HTML) into an Eleventy template that is also plain functions. */
import type { SafeHtml } from "../base/html.ts";
import type { ArchiveSite, Site } from "./archive-site.ts";
import type { PageSite } from "./views/page-site.ts";

interface Definition<View> {
  /** For messages: "live page". */
  readonly name: string;
  /** The output's path from the site's root: `state-visit/index.html`. */
  readonly path: (view: View) => string;
  readonly render: (view: View) => SafeHtml | string;
  /** True where its pages name the card of their frame; cards are drawn where one template says so. */
  readonly cards?: boolean;
}

/** Prints something of each live page. */
export interface PageTemplateDefinition<View> extends Definition<View> {
  readonly of: "live page";
  readonly views: (page: PageSite) => readonly View[];
}

/** Prints something of the archive as a whole. */
export interface ArchiveTemplateDefinition<View> extends Definition<View> {
  readonly of: "archive";
  readonly views: (archive: ArchiveSite) => readonly View[];
}

/** The data that Eleventy gives to a template: the site, and the path of the page to print. */
export interface EleventyData {
  readonly site: Site;
  readonly pagePath: string;
}

/** A page that a template is ready to print. */
export interface Printable {
  readonly path: string;
  /** The view as JSON, nested views as their cache keys. Equal JSON means an equal page. */
  readonly json: () => string;
  readonly print: () => string;
}

export interface Template {
  readonly name: string;
  readonly of: "live page" | "archive";
  readonly cards: boolean;
  /** The pages of one live page, or of the archive, in the order in which `views` gives them. */
  readonly pages: (site: PageSite | ArchiveSite) => readonly Printable[];
  /** For Eleventy: a whole document, beginning with its doctype. */
  readonly render: (data: EleventyData) => string;
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

/**
 * Eleventy needs the site as global data `site`; it paginates over paths, so that it copies no view. A template must be pure:
 * what a page shows comes from its view, or from files in the template's folder.
 */
export function defineTemplate<View>(
  definition: PageTemplateDefinition<View> | ArchiveTemplateDefinition<View>,
): Template {
  const { name, of, cards = false } = definition;
  const known = new WeakMap<Site, ReadonlyMap<string, Printable>>();
  const printable = (view: View): Printable => ({
    path: definition.path(view),
    json: () => JSON.stringify(view),
    print: () => String(definition.render(view)),
  });
  const pages = (site: PageSite | ArchiveSite): readonly Printable[] =>
    // The caller gives the one of the two that `of` names.
    (definition.views as (site: PageSite | ArchiveSite) => readonly View[])(site).map(printable);
  const byPath = (site: Site): ReadonlyMap<string, Printable> => {
    const found =
      known.get(site) ??
      new Map(
        sourcesOf(of, site)
          .flatMap(pages)
          .map((page) => [page.path, page]),
      );
    known.set(site, found);
    return found;
  };
  return {
    name,
    of,
    cards,
    pages,
    render({ site, pagePath }) {
      const page = byPath(site).get(pagePath);
      if (page === undefined) throw new Error(`Cannot print "${pagePath}": the template "${name}" has no such page`);
      return page.print();
    },
    data: {
      pagination: {
        data: "site",
        size: 1,
        alias: "pagePath",
        before: (_, { site }) => [...byPath(site).keys()].filter((path) => site.only?.has(path) !== false),
      },
      permalink: (data) => data.pagePath,
    },
  };
}

interface File {
  readonly path: string;
  readonly text: () => string;
}

/** A template of files that are no pages: each view has its path and its text. */
export const defineFileTemplate = <View extends File>(
  definition:
    | Omit<PageTemplateDefinition<View>, "path" | "render">
    | Omit<ArchiveTemplateDefinition<View>, "path" | "render">,
): Template => defineTemplate({ ...definition, path: ({ path }: View) => path, render: (view: View) => view.text() });

/** The parts of a site that a template prints: each live page, or the archive if it is there. */
const sourcesOf = (of: Template["of"], site: Site): readonly (PageSite | ArchiveSite)[] =>
  of === "live page" ? site.pages : site.archive === undefined ? [] : [site.archive];
