/** Pages that templates are ready to print, as virtual templates of Eleventy: for a build that it prints, and for the plugin. */
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { packageFolder } from "../../base/package-folder.ts";
import type { Printable } from "../../site/template.ts";
import type { PlannedFile } from "./up-to-date.ts";

/** A page as Eleventy is given it. */
export type EleventyPage = Pick<Printable, "path" | "print">;

/** The pages of a virtual template. No plain object: Eleventy copies those. */
export class EleventyPages {
  #pages: ReadonlyMap<string, EleventyPage> = new Map();

  constructor(pages: readonly EleventyPage[]) {
    this.set(pages);
  }

  /** Other pages, for a site that is built again. */
  set(pages: readonly EleventyPage[]): void {
    this.#pages = new Map(pages.map((page) => [page.path, page]));
  }

  get paths(): readonly string[] {
    return [...this.#pages.keys()];
  }

  print(path: string): string {
    const page = this.#pages.get(path);
    if (page === undefined) throw new Error(`Cannot print "${path}": no template has such a page`);
    return page.print();
  }
}

/**
 * Adds one virtual template, whose pages Eleventy finds by pagination: a page costs a call, not a template. `name` is unique
 * in the site, such as `live/post`; `folder` goes before the paths: "" or `live/`. What a site says of all its templates
 * (layout, collections) does not hold for these pages; transforms do.
 */
export function addPages(settings: UserConfig, name: string, pages: EleventyPages, folder = ""): void {
  settings.addTemplate(`${name}.${extension}`, name, {
    livePagePages: pages,
    pagination: { data: "livePagePages.paths", size: 1, alias: "livePagePath" },
    permalink: ({ livePagePath }: PageData) => folder + livePagePath,
    eleventyExcludeFromCollections: true,
  });
}

/** Adds the language of these templates, once. No file is in this language: a site's own templates stay as they are. */
export function addLanguage(settings: UserConfig): void {
  if (settings.extensionConflictMap[extension]) return;
  settings.addTemplateFormats(extension);
  settings.addExtension(extension, {
    compile: () => (data: PageData) => data.livePagePages.print(data.livePagePath),
    // Whichever file has changed: all of them are printed again.
    isIncrementalMatch: () => true,
    useLayouts: false,
  });
}

/** Refuses that a transform of the site leaves nothing of a live page: one that forgets to return it would remove the page. */
export function keepPages(settings: UserConfig): void {
  settings.addTransform("afterlive/pages", function (content) {
    if (!content && this.page.inputPath.endsWith(`.${extension}`))
      throw new Error("a transform before this one returned nothing for a live page: it must return each page");
    return content;
  });
}

const extension = "afterlive";

/** What Eleventy hands to the templates. */
interface PageData {
  readonly livePagePages: EleventyPages;
  readonly livePagePath: string;
}

/** Prints with an Eleventy that writes nothing and reads no configuration. Gives "" for a page of which `print` gives no text. */
export async function printWithEleventy(
  planned: readonly PlannedFile[],
  print: (page: PlannedFile) => string | undefined,
): Promise<readonly (readonly [page: PlannedFile, text: string])[]> {
  const { default: Eleventy } = await import("@11ty/eleventy");
  const printed: (readonly [PlannedFile, string])[] = [];
  const eleventy = new Eleventy(inputFolder, outputFolder, {
    configPath: "",
    quietMode: true,
    dryRun: true,
    loader: "esm",
    config(settings) {
      // Nothing but the virtual templates, of whose data nothing needs to be protected.
      settings.setTemplateFormats(extension);
      settings.setUseGitIgnore(false);
      settings.setFreezeReservedData(false);
      // It would tell how long its own transforms take.
      settings.benchmarkManager.get("Configuration").setMinimumThresholdPercent(101);
      addLanguage(settings);
      for (const [name, pages] of Map.groupBy(planned, ({ template }) => template.name))
        addPages(
          settings,
          name,
          new EleventyPages(pages.map((page) => ({ path: page.path, print: () => print(page) ?? "" }))),
        );
    },
  });
  eleventy.disableLogger();
  const byPath = new Map(planned.map((page) => [`${outputFolder}/${page.path}`, page]));
  for (const { outputPath, content } of await eleventy.toJSON()) {
    const page = outputPath === false ? undefined : byPath.get(outputPath);
    if (page !== undefined) printed.push([page, content]);
  }
  return printed;
}

/** Nothing is read there: it has no file in the language of these templates. But Eleventy asks for a folder. */
const inputFolder = path.join(packageFolder, "public");

/** Nothing is written there. */
const outputFolder = "./_site";
