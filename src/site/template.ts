/** Turns the definition of a template (views, paths, HTML) into plain functions, which Eleventy or a build calls. */
import type { SafeHtml } from "../base/html.ts";
import type { ArchiveSite } from "./archive-site.ts";
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
}

/** A template must be pure: what a page shows comes from its view, or from files in the template's folder. */
export function defineTemplate<View>(
  definition: PageTemplateDefinition<View> | ArchiveTemplateDefinition<View>,
): Template {
  refuseIncomplete(definition);
  const { name, of, cards = false } = definition;
  // The caller gives the one of the two that `of` names.
  const views = definition.views as (site: PageSite | ArchiveSite) => readonly View[];
  const printable = (view: View): Printable => ({
    path: textOf(definition.path(view)),
    json: () => JSON.stringify(view),
    print: () => String(definition.render(view)),
  });
  return { name, of, cards, pages: (site) => views(site).map(printable) };
}

/** Said where the template is loaded, so that `check` finds it and a live page need not be printed first. */
function refuseIncomplete(definition: Readonly<Record<"of" | "views" | "path" | "render", unknown>>): void {
  const missing = (["views", "path", "render"] as const).find((key) => typeof definition[key] !== "function");
  if (missing !== undefined) throw new TypeError(`expected "${missing}" to be a function`);
  if (definition.of !== "live page" && definition.of !== "archive")
    throw new TypeError('expected "of" to be "live page" or "archive"');
}

/** An archive's own template is seldom compiled against our types. */
function textOf(path: unknown): string {
  if (typeof path === "string") return path;
  throw new TypeError(`expected \`path\` to give a text, got ${String(path)}`);
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
