/** From a picture that shows an emoji to its character, and from a picture with a caption in an attribute to a figure. */

import { parentOf } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement } from "../html/inline.ts";
import { makeElement, makeText, setAttribute } from "../html/make.ts";
import { parseFragment } from "../html/parser.ts";

const emojiName = /emoji|emojione|twemoji|smiley|smilies/i;
const emoji =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|[#*0-9]|[\u{e0020}-\u{e007f}])+$/u;
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** The nodes that replace a picture; undefined where it stays. A title becomes the description of a picture that has none. */
export function readIcon(image: Element): readonly HtmlNode[] | undefined {
  const alt = (attribute(image, "alt") ?? "").trim();
  if (alt !== "" && alt.length <= 40 && isEmoji(image, alt)) return [makeText(alt)];
  const title = attribute(image, "title") ?? attribute(image, "aria-label") ?? attribute(image, "data-alt");
  if (alt === "" && title !== undefined && title.trim() !== "") setAttribute(image, "alt", title);
  return withCaption(image);
}

const isEmoji = (image: Element, alt: string): boolean =>
  (emoji.test(alt) && pictograph.test(alt)) || (emojiName.test(attribute(image, "class") ?? "") && alt.length <= 24);

/** The figure of a picture whose caption or credit stands in an attribute; undefined within a figure. */
function withCaption(image: Element): readonly HtmlNode[] | undefined {
  const caption = (attribute(image, "data-caption") ?? "").trim();
  const credit = (attribute(image, "data-credit") ?? "").trim();
  if (caption === "" && credit === "") return undefined;
  for (let one = parentOf(image), height = 0; one !== undefined && height < 4; one = parentOf(one), height += 1) {
    if (one.tagName !== "figure" && one.tagName !== "figcaption") continue;
    return undefined;
  }
  image.attrs = image.attrs.filter(({ name }) => name !== "data-caption" && name !== "data-credit");
  const parts = [
    ...(caption === "" ? [] : [makeElement("span", {}, captionNodes(caption))]),
    ...(credit === "" ? [] : [makeElement("span", { class: "credit" }, captionNodes(credit))]),
  ];
  return [makeElement("figure", {}, [image, makeElement("figcaption", {}, parts)])];
}

const captionNodes = (text: string): readonly HtmlNode[] =>
  /<[a-z]/i.test(text)
    ? parseFragment(text).childNodes.filter((node) => isElement(node) || "value" in node)
    : [makeText(text)];
