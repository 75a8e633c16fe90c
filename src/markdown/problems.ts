/** Every problem of a person's Markdown, with what is wrong and what to write instead. */
import { percentDecoded } from "../base/address.ts";
import { mediaKinds } from "../model/block.ts";
import { endsAsPicture, tameName } from "./address.ts";

/** A problem without its place. */
export interface Finding {
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string;
}

const error = (message: string, hint: string): Finding => ({ severity: "error", message, hint });
const warning = (message: string, hint: string): Finding => ({ severity: "warning", message, hint });
const kinds = `${mediaKinds.slice(0, -1).join(", ")} or ${mediaKinds.at(-1)}`;
const quote = (text: string): string => `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`;
const orList = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

const pictureFormats = "JPEG, PNG, WebP, AVIF, GIF, TIFF, SVG or HEIC";

export function foreignPicture(address: string): Finding {
  if (!/^media\/[^/\\]+$/.test(address)) return elsewhere(address);
  if (/\.(?:mp4|mov|m4v|webm|mp3|m4a|ogg|wav)$/i.test(address))
    return error(
      `Cannot use ${quote(address)} as a picture: it is a recording`,
      'Write "::: video" with a line "Source: https://..." below it, which names where it can be watched',
    );
  if (endsAsPicture(address))
    return error(
      `Cannot use the picture ${quote(address)}: expected ${tameName}`,
      `Rename it in the media folder of this live page and write media/${suggestedName(address)}`,
    );
  return error(
    `Cannot use the picture ${quote(address)}: expected the name of a ${pictureFormats} file`,
    `Save it as JPEG or PNG in the media folder of this live page and write media/${suggestedName(address)}`,
  );
}

const elsewhere = (address: string): Finding =>
  error(
    `Cannot use the picture ${quote(address)}: pictures live in media/`,
    `Save it in the media folder of this live page and write media/${suggestedName(address)}`,
  );
export const titledPicture = (address: string): Finding =>
  error(
    `Cannot use the picture ${quote(address)}: a picture has no title in quotation marks`,
    'Write "Caption: ..." on the line below the picture instead',
  );
export const inlinePicture = (address: string): Finding =>
  error(
    `Cannot use the picture ${quote(address)} inside a line of text`,
    'Put it on a line of its own between blank lines, with "Caption: ..." and "Credit: ..." on the lines below it',
  );
export const unknownAlt = (file: string): Finding =>
  warning(
    `The picture ${quote(`media/${file}`)} has no description`,
    "Write between the square brackets what can be seen, for readers who cannot see it",
  );
export const underPicture = (line: string): Finding =>
  error(
    `Cannot read ${quote(line)} under a picture: expected "Caption: ..." or "Credit: ...", each once and on one line`,
    "Put text that belongs to the post after a blank line",
  );
export const badLink = (address: string): Finding =>
  error(
    `Cannot link to ${quote(address)}: links are http, https, mailto or #anchor`,
    "Write the whole address, such as https://example.org/page, or put a backslash before the first bracket",
  );
export const droppedTitle = (title: string): Finding =>
  warning(`Dropped the title ${quote(title)} of a link`, "Say it in the text: links have no titles");
export const emptyLink = (address: string): Finding =>
  warning(
    `Dropped the link to ${quote(address)}: it has no words`,
    "Write between the square brackets what it leads to",
  );
export const unusedAddress = (label: string): Finding =>
  warning(
    `Dropped the address of ${quote(label)}: no text links to it`,
    "Link to it with [words][label], or delete the line",
  );
export const repeatedAddress = (label: string): Finding =>
  warning(`Dropped a second address of ${quote(label)}`, "Give each address a label of its own");
export const highHeading = (level: number): Finding =>
  warning(
    `A heading of level ${level} is read as level 3: levels 1 and 2 belong to the page and the post`,
    `Write ### instead of ${"#".repeat(level)}`,
  );
export const unknownKind = (words: string): Finding =>
  error(
    `Cannot read ${quote(`::: ${words}`)}: expected ${kinds}`,
    "Write one of these words alone after :::, or \\::: if it is text",
  );
export const unclosed = (kind: string): Finding =>
  error(`Cannot find the end of ${quote(`::: ${kind}`)}`, "Write ::: on a line of its own after its last line");
export const unclosedFence = (): Finding =>
  error('Cannot find the end of the code that begins with "```"', "Write ``` on a line of its own after its last line");
export const strayEnd = (): Finding =>
  error('Cannot read ":::": no block is open here', "Delete it, or write \\::: if it is text");
export const unknownField = (line: string, kind: string, names: readonly string[]): Finding =>
  error(
    `Cannot read ${quote(line)} in ${quote(`::: ${kind}`)}: expected ${orList(names)}, each once and on one line`,
    "Leave a blank line between the fields and the text",
  );
export const badSource = (address: string): Finding =>
  error(
    `Cannot read "Source": expected an http or https address, got ${quote(address)}`,
    "Write the whole address, such as https://example.org/page",
  );
export const badPoster = (address: string): Finding =>
  error(
    `Cannot read "Poster": expected a picture in media/, got ${quote(address)}`,
    `Save it in the media folder of this live page and write media/${suggestedName(address)}`,
  );
export const loneField = (name: string): Finding =>
  warning(
    `${quote(`${name}:`)} stands at the start of a paragraph and is read as text`,
    `Put the line directly under what it belongs to, or write ${name}\\: if it is text`,
  );
export const afterQuote = (line: string): Finding =>
  error(
    `Cannot read ${quote(line)} at the end of a quotation: expected "Person: ..." or "Role: ...", each once and on one line`,
    "Put text that belongs to the quotation above them, with an empty > line between",
  );
export const tooDeep = (what: string): Finding =>
  error(
    `Cannot read ${what} here: it stands too deep inside others and is read as text`,
    "Take it out of what is around it",
  );
export const wideRow = (cells: number, head: number): Finding =>
  error(
    `Cannot read the table row: ${cells} cells, but the head has ${head}`,
    "Write as many cells as the head has; a | inside a cell is written \\|",
  );
export const fenceWords = (words: string): Finding =>
  warning(`Dropped ${quote(words)} after the fence: code has no language here`, "Delete it, or put it in the code");

export const unclosedComment = (): Finding =>
  error(
    'Cannot find the end of the comment that begins with "<!--"',
    "Write --> behind its last word, or \\<!-- if it is text",
  );
export const printedHtml = (tag: string): Finding =>
  warning(
    `The page will show ${quote(tag)} as text: HTML is not read here`,
    "Write it as Markdown, or put a backslash before it if it is text",
  );
export const printedWikiLink = (words: string): Finding =>
  warning(
    `The page will show ${quote(words)} as text: it is no link here`,
    words.startsWith("!")
      ? "Write ![What can be seen](media/name.jpg) on a line of its own, or put a backslash before it if it is text"
      : "Write [words](#id-of-a-post) or [words](https://...), or put a backslash before it if it is text",
  );
export const printedFootnote = (words: string): Finding =>
  warning(
    `The page will show ${quote(words)} as text: there are no footnotes here`,
    "Say it in the text, or put a backslash before it if it is text",
  );

export const unshowableCharacter = (code: number): Finding =>
  warning(
    `Replaced a character that no page can show, U+${code.toString(16).toUpperCase().padStart(4, "0")}`,
    "Delete it: it is a control character or half of one",
  );

function suggestedName(address: string): string {
  const last =
    address
      .replace(/[?#].*/s, "")
      .split("/")
      .at(-1) ?? "";
  const tame = percentDecoded(last)
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "");
  if (/^[^.].*\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i.test(tame)) return tame;
  return /^[^.]+\.(?:bmp|jxl|jp2|psd|dng|cr2|nef|eps|ico)$/i.test(tame)
    ? `${tame.slice(0, tame.indexOf("."))}.jpg`
    : "name.jpg";
}
