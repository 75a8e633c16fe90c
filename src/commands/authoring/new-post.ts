/** `new post`: a post begins by hand, at the right time of its live page's zone. */
import { findPage, findPost } from "../../archive/new/find-post.ts";
import { readPostTime, thisMinute } from "../../archive/new/post-time.ts";
import { postSchema } from "../../archive/schema/schema.ts";
import { beginPost } from "../../authoring/begin.ts";
import { type Instant, printInstant } from "../../model/instant.ts";
import { type Call, type Command, UsageError } from "../command.ts";
import { optionValue } from "./answers.ts";

export const newPostCommand: Command = {
  usage: "[PAGE] [options]",
  examples: [
    ["", "ask for the headline and the time"],
    ['a-flood --headline "Water rises" --at 14:05', "a post of today, 14:05 in the zone of the page"],
    ["--copy p20240517-1405-water-rises", "begin with the text of another post"],
  ],
  details: [
    "Writes a post into content/PAGE/, the folder of a live page; PAGE is not needed where there is only one. The file's\nname, the id and the time with the zone's offset are filled in. Write the text below the second line ---. Asks for\nthe headline and the time where it can and no option says them.",
    "--at 14:05 is today in the zone of the live page. A date may stand before it: --at 2024-05-17T14:05. Where the\nclocks showed the time twice, write its offset too: --at 2024-10-27T01:30+01:00.",
    "--copy FILE begins with the text and the keys of another post, but not with its time, its id and what tells of its\npast.",
  ],
  fails: "there is no such page or post, and nothing was changed",
  without: ["out"],
  options: {
    at: { value: "TIME", help: "when it is published (default: now)" },
    headline: { value: "TEXT", help: "its headline" },
    label: { value: "TEXT", help: "a short word above the headline" },
    byline: { value: "NAME", help: "who writes it" },
    copy: { value: "FILE", help: "the post that it begins as a copy of: its file or its id" },
  },
  async run(call) {
    const { root, positionals, values, terminal } = call;
    const [named, ...rest] = positionals;
    if (rest.length > 0)
      throw new UsageError(`Cannot use "${rest[0]}": expected one live page`, "Put a text in quotation marks");
    const { headline, label, byline } = postSchema;
    const words = {
      headline: optionValue(values, "headline", headline),
      label: optionValue(values, "label", label),
      byline: values.byline === undefined ? undefined : optionValue(values, "byline", { ...byline, ...label }),
      copy: values.copy,
    };
    // A copy stays in its live page, unless another one is named.
    const slug = named ?? (values.copy === undefined ? undefined : findPost(root, process.cwd(), values.copy).slug);
    const page = findPage(root, slug);
    const asked =
      words.headline ?? (values.copy === undefined ? await terminal.ask("Headline (Enter for none): ") : undefined);
    const published = await timeOf(call, page.page?.zone ?? "UTC");
    const post = await beginPost(root, page.slug, process.cwd(), {
      ...words,
      headline: asked?.trim() || undefined,
      published,
    });
    terminal.out(`${post.file}  written, ${printInstant(published)}`);
    for (const file of post.absent)
      terminal.err(`${post.file}  warning: content/${page.slug}/media/ has no ${file}, which the copy names`);
    return 0;
  },
};

/** The option, else the answer, else this minute. */
async function timeOf({ values, terminal }: Call, zone: string): Promise<Instant> {
  const now = terminal.now();
  const usual = thisMinute(now, zone);
  for (;;) {
    const text =
      values.at ?? (await terminal.ask(`Time in ${zone} [${printInstant(usual).slice(0, 16)}]: `))?.trim() ?? "";
    if (text === "" && values.at === undefined) return usual;
    const time = readPostTime(text, zone, now);
    if (time.kind === "time") return time.instant;
    if (values.at !== undefined) throw new UsageError(`Cannot use --at "${text}": ${time.why}`, time.hint);
    terminal.err(`Cannot use "${text}": ${time.why}. ${time.hint}`);
  }
}
