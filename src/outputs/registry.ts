/** The list of all outputs: a new output is a line here. */

import type { OutputForm } from "./contract.ts";
import { atom } from "./feeds/atom.ts";
import { jsonFeed } from "./feeds/json-feed.ts";
import { pageSchemaForm } from "./page-schema.ts";
import { robots } from "./sitemaps/robots.ts";
import { ownSitemap, sitemap } from "./sitemaps/sitemap.ts";
import { sitemapIndex } from "./sitemaps/sitemap-index.ts";
import { capturesCsv, capturesCsvMetadata } from "./tables/captures-csv.ts";
import { postsCsv, postsCsvMetadata } from "./tables/posts-csv.ts";

export const outputForms: readonly OutputForm[] = [
  atom,
  jsonFeed,
  postsCsv,
  postsCsvMetadata,
  capturesCsv,
  capturesCsvMetadata,
  pageSchemaForm,
  sitemap,
  ownSitemap,
  sitemapIndex,
  robots,
];
