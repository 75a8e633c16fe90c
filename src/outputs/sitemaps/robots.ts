/** `robots.txt`: search engines may read all, and find the sitemaps. Pages that are not to be found say so themselves. */
import { addressOf } from "../addresses.ts";
import type { IndexesForm } from "../contract.ts";

export const robots: IndexesForm = {
  name: "robots.txt",
  file: "robots.txt",
  type: "text/plain",
  use: "robots",
  of: ["archive"],
  from: "indexes",
  print: (publication, paths) =>
    ["User-agent: *", "Allow: /", ...paths.map((path) => `Sitemap: ${addressOf(publication, path)}`), ""].join("\n"),
};
