/** `import`: captures of a live page become Markdown posts in `content/`. */
import { setFlagsFromString } from "node:v8";
import { importCaptures } from "../import/import.ts";
import { type ImportOptions, parseImportOptions } from "../import/options.ts";
import { type Call, type Command, UsageError } from "./command.ts";
import { fetchChoices, fetchOptions } from "./fetch-options.ts";

export const importCommand: Command = {
  usage: "FILE|ADDRESS... [--slug WORDS] [--title TEXT] [--url URL] [--captured TIME] [options]",
  details: [
    "Reads a live page as it was saved (HTML, JSON, text, MHTML, WARC, WACZ, ZIP, a folder) and writes content/<slug>/:\npage.md with the summary, one Markdown file a post, its pictures, and the capture itself, compressed. Several files are\nparts of one live page (page 1, 2, 3 ...); - is standard input.",
    "An address (https://...) is fetched: the page, the further pages that it names and its pictures, one request at a time,\nas robots.txt allows. What came is kept in captures/ as a web archive.",
    "Import again after the page has changed: posts you edited stay as they are, the others follow the capture, and a post\nthat changed on both sides is reported. Options are kept: importing the same capture, or with the same --slug, --url or\n--title, needs no others.",
    "What is missing is said, and kept in captures/completeness.json.\n\nExit code 1: a capture cannot be read or a character of it is unaccounted for (then nothing is written), or a post is\nin conflict (then everything else is written).",
  ],
  options: {
    slug: { value: "WORDS", help: "the folder's name in content/, in a-z, 0-9 and - (default: from the title)" },
    title: { value: "TEXT", help: "the live page's title (default: from the text)" },
    url: { value: "URL", help: "where the live page was published" },
    captured: { value: "TIME", help: "when the copy was made, such as 2024-05-17T06:00+01:00" },
    year: { value: "YYYY", help: "the year of times that name none" },
    zone: { value: "ZONE", help: "the zone of times that name none, such as Europe/London (the default)" },
    language: { value: "TAG", help: "the page's language, such as en-GB (the default)" },
    ...fetchOptions,
    "fetch-media": { help: "fetch pictures that are not in the capture from where they were published" },
    "dry-run": { help: "print what would be done, and do nothing" },
    json: { help: "print the report as JSON, for programs" },
  },
  async run(call) {
    // The tree of a large page is garbage as soon as it is read: with a small nursery less of it waits for its end, a third of
    // all memory, for some hundredths more of the time.
    setFlagsFromString("--semi-space-growth-factor=1");
    const { switches, terminal } = call;
    const report = await importCaptures({
      root: call.root,
      sources: sourcesOf(call),
      options: optionsOf(call),
      fetching: await fetchChoices(call),
      fetchMedia: switches.has("fetch-media"),
      dryRun: switches.has("dry-run"),
      json: switches.has("json"),
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
