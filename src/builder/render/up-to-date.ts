/** Decides whether a file that a template prints must be printed again: if its cache key changed, or if the site lacks it. */
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import { Refusal } from "../../model/problem.ts";
import type { ArchiveSite } from "../../site/archive-site.ts";
import type { Printable } from "../../site/template.ts";
import type { PageSite } from "../../site/views/page-site.ts";
import type { Outputs } from "../cache/state.ts";
import { type LoadedTemplate, templateProblem } from "./templates.ts";

/** A file that a template can render, with the cache key of everything that decides its bytes. */
export interface PlannedFile {
  readonly path: string;
  readonly key: string;
  readonly template: LoadedTemplate;
  readonly print: () => string;
  readonly last: LastOutputs;
}

/** What the last build made of a live page, or of the archive. */
export interface LastOutputs {
  readonly outputs: Outputs;
  /** Absolute: the site. */
  readonly out: string;
  /** Whether the site certainly holds `outputs`; if not, its files are read. */
  readonly outputsKnown: boolean;
}

/** The cache key of an output: `renderKey` stands for program, templates and options, `what` for the data. */
export const outputKey = (renderKey: string, kind: string, what: string): string =>
  sha256(`${renderKey}\n${kind}\n${what}`).slice(0, 24);

/** All files that a template renders of a live page, or of the archive. Throws Refusal if the template throws. */
export function planFiles(
  template: LoadedTemplate,
  site: PageSite | ArchiveSite,
  renderKey: string,
  last: LastOutputs,
): readonly PlannedFile[] {
  const planned = ({ path, json, print }: Printable): PlannedFile => ({
    path,
    key: outputKey(renderKey, template.name, json()),
    template,
    print,
    last,
  });
  try {
    return template.template.pages(site).map(planned);
  } catch (error) {
    throw new Refusal([templateProblem(error, template, "print")]);
  }
}

/** True if the site holds the file that this key leads to: then it need not be rendered. */
export function isUpToDate({ path, key, last }: Pick<PlannedFile, "path" | "key" | "last">): boolean {
  const known = last.outputs[path];
  return known?.[0] === key && (last.outputsKnown || digestOnDisk(last.out, path) === known[1]);
}

/** True if the site holds a file with this digest. */
export const siteHolds = (path: string, digest: string, { outputs, out, outputsKnown }: LastOutputs): boolean =>
  outputsKnown ? outputs[path]?.[1] === digest : digestOnDisk(out, path) === digest;

/** The digest of a file of the site; "" if there is none, or something else. */
function digestOnDisk(out: string, file: string): string {
  const at = path.join(out, file);
  return fs.lstatSync(at, { throwIfNoEntry: false })?.isFile() === true ? sha256(fs.readFileSync(at)) : "";
}
