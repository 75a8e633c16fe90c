/** `media add`: a picture comes into an archive, with a figure in a post. */
import path from "node:path";
import { addPicture } from "../../authoring/add-picture.ts";
import type { PictureWords } from "../../authoring/picture-words/words.ts";
import { type Command, UsageError } from "../command.ts";

export const mediaAddCommand: Command = {
  usage: "FILE POST [options]",
  examples: [
    ['photo.jpg content/a-flood/a-post.md --alt "Water over a weir"', "add a picture to a post, named by its file"],
    ["photo.jpg p20240517-1405-water-rises", "the same, named by its id"],
  ],
  details: [
    "Copies the picture FILE into the media/ of a live page, under a name that an archive can have, and adds the figure\nat the end of POST, the file of a post or its id. Nothing else in the post changes. Caption, credit and description\ncome from what the picture holds (XMP, IPTC, EXIF) where no option says them.",
    "Where the post names the picture already, since its capture came without it or the command was given before, no\nfigure is added.",
  ],
  fails: "the picture or the post cannot be read, and nothing was changed",
  without: ["out"],
  options: {
    alt: { value: "TEXT", help: "what the picture shows, for people who cannot see it" },
    caption: { value: "TEXT", help: "the line below the picture" },
    credit: { value: "TEXT", help: "whose picture it is" },
  },
  async run({ root, positionals, values, terminal }) {
    const [picture, post, ...rest] = positionals;
    if (picture === undefined || post === undefined || rest.length > 0)
      throw new UsageError(
        "Cannot add a picture: expected its file and a post",
        "For example: afterlive media add photo.jpg content/a-visit/a-post.md",
      );
    const added = await addPicture({
      root,
      picture: path.resolve(picture),
      post,
      folder: process.cwd(),
      words: given(values),
    });
    terminal.out(`${added.media}  written`);
    if (added.wasNamed) terminal.out(`${added.file}  unchanged, it names this picture`);
    else {
      terminal.out(`${added.file}  the figure stands at its end`);
      for (const key of ["alt", "caption", "credit"] as const)
        terminal.out(`  ${key}: ${added.words[key] ?? `none, write --${key} TEXT or add it in the post`}`);
    }
    return 0;
  },
};

const given = (values: Readonly<Record<string, string | undefined>>): PictureWords => ({
  ...(values.alt !== undefined && { alt: values.alt }),
  ...(values.caption !== undefined && { caption: values.caption }),
  ...(values.credit !== undefined && { credit: values.credit }),
});
