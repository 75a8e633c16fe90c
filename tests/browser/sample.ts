/** The sample as the browser tests know it: what content/ says must be there, and what the build made of it. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import type { Block, Figure } from "../../src/model/block.ts";
import { repository } from "./harness.ts";

export const site = inject("sampleSite");
export const archive = readArchive(repository);
export const pages = archive.pages.map(({ page }) => page);
/** A live page so long that its stream is told in parts has its own tests. */
export const whole = pages.filter(({ posts }) => posts.length <= 200);

/** Every file of the built site, from its root, with `/`. */
export const files: readonly string[] = (await readdir(site, { recursive: true, withFileTypes: true }))
  .filter((file) => file.isFile())
  .map((file) => path.relative(site, path.join(file.parentPath, file.name)).split(path.sep).join("/"))
  .sort();
export const htmlFiles = files.filter((file) => file.endsWith(".html"));

/** Runs with a page of its own, in a context of its own. */
export async function withPage<T>(
  browser: Browser,
  run: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await run(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Text as a reader compares it: the printer may set quotes, dashes and spaces its own way, and a style may raise its case. */
export const squeeze = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[“”„"«»]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/[–—-]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** The figures of a post, also those inside lists and quotes. */
export function figuresIn(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block): readonly Figure[] => {
    if (block.kind === "figure") return [block];
    if (block.kind === "list") return block.items.flatMap(figuresIn);
    return "blocks" in block ? figuresIn(block.blocks) : [];
  });
}
