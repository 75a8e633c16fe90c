/** From a capture to the live page that it belongs to, where no option names one. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCaptures } from "../captures/captures.ts";
import { listFolder, readText } from "../read/files.ts";
import { pageFileOf } from "../read/page.ts";
import { parsePage } from "../read/parse-page.ts";
import { isSlug, slugOf } from "../slug.ts";
import { samePage } from "./page-address.ts";

export interface PageClues {
  /** SHA-256 of the capture's bytes, 64 hexadecimal digits. */
  readonly digest?: string;
  readonly url?: string;
  readonly title?: string;
}

/**
 * The slug of an existing live page: the one that holds this capture; else the one at this address; else the one whose slug the title
 * gives. The name of the file is not used: many captures are called page.txt.
 */
export function findLivePage(root: string, clues: PageClues): string | undefined {
  if (!existsSync(join(root, "content"))) return undefined;
  const slugs = listFolder(root, "content")
    .found.filter(({ name, isFolder }) => isFolder && isSlug(name))
    .map(({ name }) => name);
  const { digest, url, title } = clues;
  const holds = (slug: string): boolean => existsSync(join(root, "content", slug, "captures", `${digest}.gz`));
  const byDigest =
    digest === undefined
      ? undefined
      : slugs.find(
          (slug) => holds(slug) && readCaptures(root, slug).records.some((record) => record.digest === digest),
        );
  if (byDigest !== undefined) return byDigest;
  const byUrl = url === undefined ? undefined : slugs.find((slug) => isAt(root, slug, url));
  if (byUrl !== undefined) return byUrl;
  const slug = title === undefined ? undefined : slugOf(title);
  return slug !== undefined && slugs.includes(slug) ? slug : undefined;
}

function isAt(root: string, slug: string, url: string): boolean {
  const read = readText(root, pageFileOf(slug));
  const source = "text" in read ? parsePage(read.text, pageFileOf(slug), slug).page?.source : undefined;
  return source !== undefined && samePage(source, url);
}
