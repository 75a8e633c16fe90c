/** `new page`: a live page begins by hand. */
import { refuseNoArchive } from "../../archive/new/page.ts";
import { pageSchema } from "../../archive/schema/schema.ts";
import { beginPage } from "../../authoring/begin.ts";
import { type Command, noPositionals } from "../command.ts";
import { answerFor, optionValue } from "./answers.ts";

export const newPageCommand: Command = {
  usage: "[options]",
  examples: [
    ["", "ask for the title and the zone"],
    ['--title "A flood" --zone Europe/London', "begin content/a-flood/page.md"],
  ],
  details: [
    "Writes content/<slug>/page.md for a live page that is written by hand. Asks for the title and the zone where it can.",
  ],
  fails: "the page is there already or cannot be written, and nothing was changed",
  without: ["out"],
  options: {
    title: { value: "TEXT", help: "the title of the live page" },
    zone: { value: "ZONE", help: "the IANA zone of its times, such as Europe/London" },
    language: { value: "TAG", help: "the language of the live page (default: that of the archive)" },
    slug: { value: "WORDS", help: "the name of its folder: a-z, 0-9 and - (default: made from the title)" },
    publisher: { value: "NAME", help: "who publishes the live page" },
    source: { value: "URL", help: "where the live page was published" },
  },
  async run(call) {
    const { root, positionals, values, terminal } = call;
    noPositionals("new page", positionals);
    refuseNoArchive(root);
    const { title, zone, language, publisher, source } = pageSchema;
    const given = {
      language: optionValue(values, "language", language),
      publisher: optionValue(values, "publisher", publisher),
      source: optionValue(values, "source", source),
      slug: values.slug,
    };
    const { slug, file } = await beginPage(root, {
      title: await answerFor(call, { option: "title", question: "Title", field: title }),
      zone: await answerFor(call, {
        option: "zone",
        question: "Zone of its times, such as Europe/London",
        field: zone,
      }),
      ...given,
    });
    terminal.out(`${file}  written`);
    terminal.out(`Its first post: npx afterlive new post ${slug}`);
    return 0;
  },
};
