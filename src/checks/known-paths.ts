/**
 * From an archive and its templates to the paths that they print. Most questions are answered from a live page of one post, since every live
 * page and post has such files; only where that does not tell are the views of all live pages made.
 */
import type { Archive, ArchivedPage } from "../archive/archive.ts";
import { renderDependencies } from "../builder/render/dependencies.ts";
import { templatePathProblems } from "../builder/render/template-paths.ts";
import { type LoadedTemplate, loadTemplates, templateProblem } from "../builder/render/templates.ts";
import type { LivePage, Post } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";
import { lazy } from "../site/lazy.ts";
import { originalPath, type Picture } from "../site/pictures/picture.ts";
import { mostPerPage } from "../site/presenters/event-pages.ts";
import { mostPerIndex } from "../site/presenters/index-pages.ts";
import { makeSite, type PageSource } from "../site/site.ts";

export interface KnownPaths {
  readonly has: (file: string) => boolean;
  /** Of the templates: they do not load, fail at the views of this archive, or give paths that no site can have. */
  readonly problems: () => readonly Problem[];
}

export async function knowPaths(archive: Archive, ownFiles: ReadonlySet<string>): Promise<KnownPaths> {
  const { templates, problems } = await loadTemplates(archive.root);
  const hasOwn = templates.some(({ shown }) => shown.startsWith("templates/"));
  const pages = new Map(archive.pages.map((page) => [page.page.slug, page]));
  const print = (sources: readonly PageSource[]) => pathsOf(templates, { ...archive, pages: sources }, ownFiles);
  const sample = lazy(() => sampleOf(archive, print));
  const all = lazy(() => print(archive.pages.map(withPictures)));
  const isCertain = (file: string): boolean =>
    !hasOwn && !pages.has(file.split("/")[0] ?? "") && pages.size <= mostPerIndex;
  const originals = lazy(
    () => new Set(archive.settings.originals === "none" ? [] : archive.pages.flatMap(originalsOf)),
  );
  return {
    has: (file) => sample()(file, pages) || (!isCertain(file) && (originals().has(file) || all().paths.has(file))),
    problems: () => (problems.length > 0 ? problems : all().problems),
  };
}

type Printed = { readonly paths: ReadonlySet<string>; readonly problems: readonly Problem[] };

/** All paths that the templates print. What a template throws is a problem, and so is a path that no site can have. */
function pathsOf(
  templates: readonly LoadedTemplate[],
  source: { readonly settings: Archive["settings"]; readonly pages: readonly PageSource[] },
  ownFiles: ReadonlySet<string>,
): Printed {
  const site = makeSite(source, new Map([[shown, picture]]), { ...renderDependencies, cards: true, ownFiles });
  const problems: Problem[] = [];
  const planned = templates.flatMap((loaded) => {
    const { template } = loaded;
    try {
      const of = template.of === "archive" ? [site.archive] : site.pages;
      return of.flatMap((one) => template.pages(one).map(({ path }) => ({ path, template: loaded })));
    } catch (error) {
      problems.push(templateProblem(error, loaded, "print"));
      return [];
    }
  });
  problems.push(...templatePathProblems(planned));
  return { paths: new Set(planned.map(({ path }) => path)), problems };
}

/** Says of a path that it is certainly printed. */
function sampleOf(
  { pages, settings }: Archive,
  print: (sources: readonly PageSource[]) => Printed,
): (file: string, pages: ReadonlyMap<string, ArchivedPage>) => boolean {
  const languages = [...new Set([settings.language, ...pages.map(({ page }) => page.language)])];
  const sources = pages.length === 0 ? [] : languages.map((language, index) => samplePage(`sample-${index}`, language));
  const { paths } = print(sources);
  const below = (folder: string): ReadonlySet<string> =>
    new Set([...paths].flatMap((file) => (file.startsWith(folder) ? [file.slice(folder.length)] : [])));
  const [ofPage, ofPost] = [below("sample-0/"), below(`sample-0/${samplePost.id}/`)];
  return (file, bySlug) => {
    const [slug = "", first = "", ...rest] = file.split("/");
    const page = bySlug.get(slug);
    if (page === undefined) return !slug.startsWith("sample-") && paths.has(file);
    if (page.files.has(first)) return ofPost.has(rest.join("/"));
    const { length } = page.page.posts;
    return rest.length === 0 && length > 0 && length <= mostPerPage && ofPage.has(first);
  };
}

const samplePost: Post = {
  id: "p",
  inferred: [],
  breaking: false,
  context: [],
  bylines: [],
  truncated: false,
  blocks: [],
};

function samplePage(slug: string, language: string): PageSource {
  const page: LivePage = {
    slug,
    title: "",
    zone: "UTC",
    language,
    editors: [],
    panel: [],
    summary: [],
    posts: [samplePost],
  };
  return { page, media: new Map(), captures: new Map(), taken: [] };
}

/** Every picture that the archive has stands for one that is shown: none is decoded. */
const withPictures = (page: ArchivedPage): PageSource => ({
  ...page,
  media: new Map([...page.media].map(([file, { name }]) => [file, { digest: shown, name }])),
});

const originalsOf = ({ page, media }: ArchivedPage): readonly string[] =>
  [...media.values()].map(({ name }) => originalPath(page.slug, name));

const shown = "shown";
const variant = { path: "pictures/0000000000000000-1.jpg", width: 1, height: 1, cached: "", size: 0, digest: "" };
const picture: Picture = {
  width: 1,
  height: 1,
  tone: "#000000",
  sources: [],
  fallback: [variant],
  animated: false,
  publishOriginal: true,
};
