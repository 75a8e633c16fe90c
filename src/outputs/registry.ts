/** The forms in which a live page and the archive are given out beside their pages. */
import { atom } from "./atom.ts";
import { capturesCsv } from "./captures-csv.ts";
import type { OutputForm } from "./contract.ts";
import { capturesCsvMetadata, postsCsvMetadata } from "./csv-metadata.ts";
import { jsonFeed } from "./json-feed.ts";
import { postsCsv } from "./posts-csv.ts";
import { sitemap } from "./sitemap.ts";
import { sitemapIndex } from "./sitemap-index.ts";

export const outputForms: readonly OutputForm[] = [
  atom,
  jsonFeed,
  postsCsv,
  postsCsvMetadata,
  capturesCsv,
  capturesCsvMetadata,
  sitemap,
  sitemapIndex,
];
