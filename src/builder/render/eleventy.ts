/** Prints with Eleventy, which writes nothing here: the pages come back as text, each with its path. */
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { packageFolder } from "../../base/package-folder.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import type { Site } from "../../site/archive-site.ts";
import { type LoadedTemplate, templateProblem } from "./templates.ts";

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

/** The pages of a site. Throws Refusal for a template that throws. */
export async function renderPages({ site, templates }: Given): Promise<readonly Page[]> {
  const { default: Eleventy } = await import("@11ty/eleventy");
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
    return printed.flatMap(({ outputPath, content }) =>
      outputPath === false ? [] : [{ path: outputPath.slice(outputFolder.length), html: content }],
    );
  } catch (error) {
    throw new Refusal([problemOf(error, templates)]);
  }
}

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
