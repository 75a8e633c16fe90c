/** `import`: captures of a live page become Markdown posts in `content/`. */
import { importCaptures } from "../import/import.ts";
import { type ImportOptions, parseImportOptions } from "../import/options.ts";
import { whyUnusable } from "../site/pictures/why-unusable.ts";
import { type Call, type Command, UsageError } from "./command.ts";
import { fetchChoices, fetchOptions } from "./fetch-options.ts";

export const importCommand: Command = {
  usage: "FILE|FOLDER|ADDRESS... [options]",
  examples: [
    ["page.html", "a page that a browser saved"],
    ["https://example.org/live/visit", "fetch the page, its further pages and pictures"],
    ["page-1.html page-2.html --dry-run", "see what two parts of one page would give"],
  ],
  details: [
    "Reads a saved live page (HTML, JSON, text, MHTML, WARC, WACZ, ZIP or a folder) and writes content/<slug>/: page.md with\nthe summary, one Markdown file for each post, the pictures, and the capture itself, compressed. Several files are parts\nof one live page (page 1, 2, 3 ...). - reads standard input.",
    "An address (https://...) is fetched: the page, the further pages that it names and its pictures, one request at a time,\nas robots.txt allows. The answers are kept in captures/ as a web archive.",
    "Import again after the page has changed: a post that you edited stays as it is, other posts follow the new capture, and\na post that changed on both sides is a conflict. Options are kept: an import of the same capture, or with the same\n--slug, --url or --title, uses them again.",
    "The report names what is missing, and captures/completeness.json keeps it.",
  ],
  fails:
    "a capture cannot be read or a character of it is unaccounted for, and nothing is written; or a post is in conflict, and everything else is written",
  options: {
    slug: { value: "WORDS", help: "the name of the folder in content/: a-z, 0-9 and - (default: made from the title)" },
    title: { value: "TEXT", help: "the title of the live page (default: from the capture)" },
    url: { value: "URL", help: "the address where the live page was published" },
    captured: { value: "TIME", help: "when the capture was made, for example 2024-05-17T06:00+01:00" },
    year: { value: "YYYY", help: "the year of times that have no year" },
    zone: { value: "ZONE", help: "the zone of times that have no zone (default: Europe/London)" },
    language: { value: "TAG", help: "the language of the live page (default: from the capture, or en-GB)" },
    ...fetchOptions,
    "fetch-media": { help: "fetch pictures that the capture does not hold from where they were published" },
    "dry-run": { help: "print what would be done and do nothing" },
    json: { help: "print the report as JSON, for programs" },
  },
  without: ["out"],
  async run(call) {
    const { switches, terminal } = call;
    const report = await importCaptures({
      root: call.root,
      sources: sourcesOf(call),
      options: optionsOf(call),
      fetching: await fetchChoices(call),
      fetchMedia: switches.has("fetch-media"),
      dryRun: switches.has("dry-run"),
      json: switches.has("json"),
      pictureFault: whyUnusable,
      terminal,
    });
    for (const { to, text } of report.lines) terminal[to](text);
    return report.hasConflicts ? 1 : 0;
  },
};

function sourcesOf({ positionals }: Call): readonly string[] {
  if (positionals.length === 0)
    throw new UsageError(
      "Cannot import nothing: expected a file, an address, or - for standard input",
      "For example: afterlive import page.html",
    );
  if (positionals.filter((source) => source === "-").length > 1)
    throw new UsageError('Cannot read standard input twice: "-" stands there more than once', "Give it once");
  return positionals;
}

function optionsOf({ values }: Call): ImportOptions {
  const parsed = parseImportOptions(values);
  if ("options" in parsed) return parsed.options;
  const { option, text, expected, example } = parsed.wrong;
  throw new UsageError(`Cannot use --${option} "${text}": expected ${expected}`, `For example --${option} ${example}`);
}
