/** Which of the pages that could be printed must be: those whose key changed, and those that the site does not hold. */
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import { Refusal } from "../../model/problem.ts";
import type { ArchiveSite } from "../../site/archive-site.ts";
import type { Printable } from "../../site/template.ts";
import type { PageSite } from "../../site/views/page-site.ts";
import type { Outputs } from "../state.ts";
import { type LoadedTemplate, templateProblem } from "./templates.ts";

/** A page that a template is ready to print, under the key of all that decides how it looks. */
export interface Planned {
  readonly path: string;
  readonly key: string;
  readonly template: LoadedTemplate;
  readonly print: () => string;
  readonly before: Before;
}

/** What the last build left. */
export interface Before {
  readonly outputs: Outputs;
  /** Absolute: the site. */
  readonly out: string;
  /** Whether the site is known to hold what `outputs` says; else its files are read. */
  readonly trusted: boolean;
}

/**
 * What a template prints of a live page, or of the archive, each page under its key. `printing` stands for the program, the
 * templates and the options. Throws Refusal for what the template threw.
 */
export function planPages(
  template: LoadedTemplate,
  site: PageSite | ArchiveSite,
  printing: string,
  before: Before,
): readonly Planned[] {
  const planned = ({ path, json, print }: Printable): Planned => ({
    path,
    key: sha256(`${printing}\n${template.name}\n${json()}`).slice(0, 24),
    template,
    print,
    before,
  });
  try {
    return template.template.pages(site).map(planned);
  } catch (error) {
    throw new Refusal([templateProblem(error, template, "print")]);
  }
}

/** True where the site holds this page already, as far as it is known without printing it. */
export function isThere({ path, key, before }: Pick<Planned, "path" | "key" | "before">): boolean {
  const known = before.outputs[path];
  return known?.[0] === key && (before.trusted || digestOnDisk(before.out, path) === known[1]);
}

/** True where the site holds a file of these bytes. */
export const holds = (path: string, digest: string, { outputs, out, trusted }: Before): boolean =>
  trusted ? outputs[path]?.[1] === digest : digestOnDisk(out, path) === digest;

/** The digest of a file of the site; "" where there is none, or something else. */
function digestOnDisk(out: string, file: string): string {
  const at = path.join(out, file);
  return fs.lstatSync(at, { throwIfNoEntry: false })?.isFile() === true ? sha256(fs.readFileSync(at)) : "";
}
