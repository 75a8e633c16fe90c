/** Which templates print a site: the package's own, each of which a file of the same name in the archive's `templates/` replaces. */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ownTemplates } from "../../../templates/registry.ts";
import { packageFolder } from "../../base/package-folder.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { PictureMode } from "../../site/pictures/recipes.ts";
import { defineTemplate, type PageTemplateDefinition, type Template } from "../../site/template.ts";
import { findTemplateFiles } from "../inputs/template-files.ts";
import { offerPackage } from "./package-modules.ts";

/** A template with the file it came from. */
export interface LoadedTemplate {
  /** The file's name: `post.11ty.ts`. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** For messages: relative to the archive's root, or to the package. */
  readonly shown: string;
  readonly template: Template;
}

/** True where pages name cards. A quick build is for the person who writes: its links are not shared. */
export const drawsCards = (mode: PictureMode, templates: readonly LoadedTemplate[]): boolean =>
  mode === "release" && templates.some(({ template }) => template.cards);

/** A file of this name in the archive's `templates/` says that the folder replaces the whole set. */
const replacesAll = "replaces-all";

/** The folder of the package's own in a checkout, absolute. A package that is installed has them compiled. */
const standardTemplates = path.join(packageFolder, "templates");

/** Imports the templates of an archive, sorted by name. A template that does not load is a problem. */
export async function loadTemplates(
  root: string,
): Promise<{ templates: readonly LoadedTemplate[]; problems: readonly Problem[] }> {
  const templates: LoadedTemplate[] = [];
  const problems: Problem[] = [...findTemplateFiles(root).problems];
  if (problems.length > 0) return { templates, problems };
  for (const { name, file, shown } of templateFiles(root)) {
    try {
      const template = await load(name, file);
      if (isTemplate(template)) templates.push({ name, file, shown, template });
      else if (isDefinition(template)) templates.push({ name, file, shown, template: defineTemplate(template) });
      else problems.push(notATemplate(shown));
    } catch (error) {
      problems.push(templateProblem(error, { file, shown }, "load"));
    }
  }
  return { templates, problems };
}

async function load(name: string, file: string): Promise<unknown> {
  if (path.dirname(file) === standardTemplates) return ownTemplates[name];
  offerPackage();
  return (await import(pathToFileURL(file).href)).default;
}

/** The template files that hold for an archive, sorted by name. */
function templateFiles(root: string): readonly { name: string; file: string; shown: string }[] {
  const own = path.join(root, "templates");
  const files = new Map<string, { name: string; file: string; shown: string }>();
  if (!fs.existsSync(path.join(own, replacesAll)))
    for (const name of Object.keys(ownTemplates))
      files.set(stem(name), { name, file: path.join(standardTemplates, name), shown: `afterlive/templates/${name}` });
  if (own !== standardTemplates)
    for (const name of templateNames(own))
      files.set(stem(name), { name, file: path.join(own, name), shown: `templates/${name}` });
  return [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a template threw as a problem, with the line of the template where the error tells it. */
export function templateProblem(
  error: unknown,
  { file, shown }: { readonly file: string; readonly shown: string },
  action: "load" | "print",
): Problem {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: "" };
  const after = file === "" ? "" : ((stack ?? "").split(path.basename(file))[1] ?? "");
  const place = /^:(\d+)(?::(\d+))?/.exec(after);
  return {
    severity: "error",
    file: shown,
    line: Number(place?.[1] ?? 0),
    column: Number(place?.[2] ?? (place === null ? 0 : 1)),
    message: `Cannot ${action} this template: ${message.trim().split("\n")[0] ?? ""}`,
    hint: shown.startsWith("templates/")
      ? "Mend the template, or remove the file: afterlive's own takes its place"
      : "This is a template of afterlive itself: please report it",
  };
}

const templateNames = (folder: string): readonly string[] =>
  fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => /^[^.].*\.11ty\.[jt]s$/.test(name)) : [];

/** `post.11ty.js` of an archive replaces `post.11ty.ts` of the package. */
const stem = (name: string): string => name.replace(/\.[jt]s$/, "");

const isTemplate = (value: unknown): value is Template => hasFunctions(value, ["pages"]);

/** As `defineTemplate` takes it: who has no use for types need not import it. */
const isDefinition = (value: unknown): value is PageTemplateDefinition<unknown> =>
  hasFunctions(value, ["views", "path", "render"]) && ["live page", "archive"].includes(String(value.of));

const hasFunctions = (value: unknown, names: readonly string[]): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" &&
  value !== null &&
  names.every((name) => typeof (value as Record<string, unknown>)[name] === "function");

const notATemplate = (shown: string): Problem =>
  fileProblem(
    shown,
    "Cannot use this template: expected its default export to be a template",
    'Write: export default { name: "...", of: "live page", views, path, render }; `of` may be "archive"',
  );
