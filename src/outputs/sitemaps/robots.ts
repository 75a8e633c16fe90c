/** `robots.txt` (RFC 9309): allows everything and names the sitemaps. Pages to leave out say so in their own `robots` meta. */
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
