/** The forms in which a live page and the archive are given out beside their pages. */
import { atom } from "./atom.ts";
import { capturesCsv, capturesCsvMetadata } from "./captures-csv.ts";
import type { OutputForm } from "./contract.ts";
import { jsonFeed } from "./json-feed.ts";
import { pageSchema } from "./page-schema.ts";
import { postsCsv, postsCsvMetadata } from "./posts-csv.ts";
import { robots } from "./robots.ts";
import { ownSitemap, sitemap } from "./sitemap.ts";
import { sitemapIndex } from "./sitemap-index.ts";

export const outputForms: readonly OutputForm[] = [
  atom,
  jsonFeed,
  postsCsv,
  postsCsvMetadata,
  capturesCsv,
  capturesCsvMetadata,
  pageSchema,
  sitemap,
  ownSitemap,
  sitemapIndex,
  robots,
];
