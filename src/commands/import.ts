/** `import`: captures of a live page become Markdown posts in `content/`. */
import { commit, withLock } from "../base/transaction.ts";
import { maxTextBytes } from "../captures/text.ts";
import { Refusal } from "../model/problem.ts";
import { type Call, type Command, UsageError } from "./command.ts";
import { readNamed } from "./import-files.ts";
import { type ImportOptions, importOptions } from "./import-options.ts";
import { readCapture } from "./import-reading.ts";
import { report } from "./import-report.ts";
import { planImport } from "../archive/plan-import.ts";

export const importCommand: Command = {
  name: "import",
  summary: "turn captures of a live page into Markdown posts in content/",
  usage: "FILE... [--slug WORDS] [--title TEXT] [--url URL] [--captured TIME] [options]",
  details: [
    "Reads the text of a live page and writes content/<slug>/: page.md with the summary, one Markdown file a post, and the\ncapture itself, compressed. Several files are parts of one live page (page 1, 2, 3 ...) in any order; - is standard input.",
    "Import again after the page has changed: posts you edited stay as they are, the others follow the capture, and a post\nthat changed on both sides is reported. Options are kept: the next import of the same capture needs none.",
    "Exit code 1: a capture cannot be read, a character of it is unaccounted for (then nothing is written), or a post is in\nconflict (then everything else is written).",
  ],
  options: {
    slug: { value: "WORDS", help: "the folder's name in content/, in a-z, 0-9 and - (default: from the title)" },
    title: { value: "TEXT", help: "the live page's title (default: from the text)" },
    url: { value: "URL", help: "where the live page was published" },
    captured: { value: "TIME", help: "when the copy was made, such as 2024-05-17T06:00+01:00" },
    year: { value: "YYYY", help: "the year of times that name none" },
    zone: { value: "ZONE", help: "the zone of times that name none, such as Europe/London (the default)" },
    language: { value: "TAG", help: "the page's language, such as en-GB (the default)" },
    "dry-run": { help: "print what would be done, and do nothing" },
  },
  async run(call) {
    const asked = importOptions(call.values);
    const files = await readNamed(call.positionals, maxTextBytes, call.terminal);
    return withLock(call.root, () => importAll(call, asked, files));
  },
};
