/** Prints a site with Eleventy, which writes nothing here: the pages come back as text, each with its path. */
import path from "node:path";
import Eleventy, { type UserConfig } from "@11ty/eleventy";
import { type Problem, Refusal } from "../model/problem.ts";
import type { Site } from "../site/view.ts";
import { isPagePath } from "./output-paths.ts";
import { type LoadedTemplate, packageFolder, templateProblem } from "./templates.ts";

export interface Page {
  /** From the site's root: `state-visit/index.html`. */
  readonly path: string;
  readonly html: string;
}

/** What `.eleventy.ts` is given. */
export interface Given {
  readonly site: Site;
  readonly templates: readonly LoadedTemplate[];
  /** Files for Eleventy to copy; none where a build does that. */
  readonly copies?: readonly { readonly path: string; readonly copy: string }[];
}

/** What a build hands over; undefined where Eleventy's own command reads the configuration. */
export const givenTo = (settings: UserConfig): Given | undefined => settings.globalData[givenName] as Given | undefined;

const givenName = "afterlive";
const outputFolder = "./_site/";

/** Every page of the site, sorted by path. Throws Refusal for a template that throws, and for two pages at one path. */
export async function renderPages({ site, templates }: Given): Promise<readonly Page[]> {
  const problems = clashes(site, templates);
  if (problems.length > 0) throw new Refusal(problems);
  const eleventy = new Eleventy(undefined, undefined, {
    configPath: path.join(packageFolder, ".eleventy.ts"),
    quietMode: true,
    dryRun: true,
    loader: "esm",
    config: (settings) => settings.addGlobalData(givenName, Object.freeze({ site, templates })),
  });
  eleventy.disableLogger();
  try {
    const printed = await eleventy.toJSON();
    return printed
      .flatMap(({ outputPath, content }) =>
        outputPath === false ? [] : [{ path: outputPath.slice(outputFolder.length), html: content }],
      )
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    throw new Refusal([problemOf(error, templates)]);
  }
}

/** Templates own their routes: two that claim one path are a mistake of whoever wrote the second. */
function clashes(site: Site, templates: readonly LoadedTemplate[]): readonly Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const loaded of templates) {
    try {
      for (const view of loaded.template.views(site)) {
        const at = loaded.template.path(view);
        if (!isPagePath(at)) problems.push(noPath(loaded.shown, at));
        const owner = owners.get(at);
        if (owner !== undefined) problems.push(clash(loaded.shown, owner, at));
        owners.set(at, loaded.shown);
      }
    } catch (error) {
      problems.push(templateProblem(error, loaded, "print"));
    }
  }
  return problems;
}

const noPath = (file: string, at: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: `Cannot write "${at}": expected a path such as "state-visit/index.html"`,
  hint: 'Let `path` give names of a-z, 0-9, "-", "_" and "." with "/" between them',
});

const clash = (file: string, owner: string, at: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: `Cannot write "${at}" twice: ${owner === file ? "two of its views have" : `"${owner}" writes it too, and both have`} this path`,
  hint: "Let `path` give each view a path of its own",
});

/** Eleventy wraps what a template threw in errors of its own, whose messages name the template. */
function problemOf(error: unknown, templates: readonly LoadedTemplate[]): Problem {
  const chain: Error[] = [];
  for (let at: unknown = error; at instanceof Error && !chain.includes(at); ) {
    chain.push(at);
    at = (at as { originalError?: unknown }).originalError ?? at.cause;
  }
  const said = chain.map(({ message }) => message).join("\n");
  const loaded = templates.find(({ name }) => said.includes(`/${name.replace(/js$/, "ts")}`));
  return templateProblem(chain.at(-1) ?? error, loaded ?? { file: "", shown: "afterlive/.eleventy.ts" }, "print");
}
