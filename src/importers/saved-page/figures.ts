/** From the pictures of a post to figures (those with captions) and words (icons). Portraits of authors are removed. */
import { elementsIn, find, findAll, isWithin, parentOf, shortLineOf, takeOut, textOfElement } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";
import { isByline, isShort } from "./bylines.ts";

const captionCall = / caption /;
const creditCall = / (?:credit|credits|copyright|attribution|photographer) /;
const iconCall = / (?:icons?|emoji|smiley|wp smiley|glyph|ico) /;
const portraitCall =
  / (?:avatar|userpic|portrait|headshot|author (?:image|img|photo|picture|pic|thumb|thumbnail)|byline (?:image|img|photo|picture|pic)|profile (?:image|img|photo|picture|pic)|contributor (?:image|img|photo)) /;
const noFrame = new Set(["h1", "h2", "h3", "h4", "time", "article", "figure"]);
/** In pixels: pictures of a post are larger. */
const smallest = 48;

/** The attribute of an element that replaces an icon. */
export const iconNote = "data-icon-note";

/** The width and the height of a picture in pixels, as far as its element gives them. */
function sizesOf(image: Element): readonly number[] {
  const style = /(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*(\d{1,4})px/i.exec(attribute(image, "style") ?? "")?.[1];
  const sizes = ["width", "height"].flatMap((name) => {
    const size = /^\s*(\d{1,4})(?:px)?\s*$/.exec(attribute(image, name) ?? "")?.[1];
    return size === undefined ? [] : [Number(size)];
  });
  return sizes.length === 0 && style !== undefined ? [Number(style)] : sizes;
}

const isIcon = (image: Element): boolean => {
  const sizes = sizesOf(image);
  return isCalled(image, iconCall) || (sizes.length > 0 && sizes.every((size) => size > 1 && size <= smallest));
};

/** Takes portraits of authors out, and replaces icons by their words. */
export function settleIcons(post: Element): void {
  const images = findAll(post, ({ tagName }) => tagName === "img");
  if (images.length === 0) return;
  const names = findAll(post, isByline).flatMap((one) => (isShort(one, 200) ? [textOfElement(one).toLowerCase()] : []));
  const known = names.join("\n");
  for (const image of images) {
    const alt = (attribute(image, "alt") ?? "").replace(/\s+/g, " ").trim();
    const beside = nameBeside(image, alt, post);
    const portrait = beside || (alt !== "" && names.includes(alt.toLowerCase())) || isPortrait(image, post);
    if (!portrait && !isIcon(image)) continue;
    const isWordless = alt === "" || beside || (portrait && namesAuthor(alt, known));
    if (isWordless || isPortraitWord(alt)) takeOut(image);
    else replaceByWords(image, alt);
  }
}

const personName = /^\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,3} \p{Lu}[\p{L}'’.-]+$/u;
const lineTags = new Set(["span", "a", "address", "cite", "small", "b", "strong", "label"]);
/** In pixels: no portrait of an author is larger. */
const largestPortrait = 160;

/** True for the picture of a person whose name stands right beside it, in a line without other words. */
function nameBeside(image: Element, alt: string, post: Element): boolean {
  if (alt.length > 60 || !personName.test(alt)) return false;
  const [width, height = width] = sizesOf(image);
  const small = width !== undefined && width === height && width <= largestPortrait;
  let above = parentOf(image);
  for (let steps = 0; above !== undefined && above !== post && steps < 3; steps += 1, above = parentOf(above)) {
    if (["figure", "picture"].includes(above.tagName)) return false;
    const line = shortLineOf(above, 120);
    if (line === "") continue;
    if (line === undefined || !line.toLowerCase().includes(alt.toLowerCase())) return false;
    const alone = line.toLowerCase() === alt.toLowerCase();
    const called = isCalled(image, portraitCall) || isCalled(above, / by /);
    return called || (alone && (small || lineTags.has(above.tagName)));
  }
  return false;
}

/** True for a description that consists of names of authors and words such as "portrait". */
const namesAuthor = (alt: string, names: string): boolean =>
  names !== "" &&
  alt
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === "" || names.includes(word) || portraitWords.has(word));
const portraitWords = new Set(
  "portrait avatar photo picture image of profile headshot foto bild von de del di d by".split(" "),
);
const isPortraitWord = (alt: string): boolean =>
  /\p{L}/u.test(alt) &&
  alt
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === "" || portraitWords.has(word));

/** True for a picture with such a name, and for one in or beside the name of the author. */
function isPortrait(image: Element, post: Element): boolean {
  if (isCalled(image, portraitCall)) return true;
  let above = parentOf(image);
  for (let height = 0; above !== undefined && above !== post && height < 4; height += 1, above = parentOf(above)) {
    if (isCalled(above, portraitCall)) return true;
    if (isByline(above) && isShort(above, 200)) return true;
    if (above.tagName === "figure") return false;
    // The element holds nothing but the line with the name.
    if (isShort(above, 120) && find(above, isByline) !== undefined && find(above, isText) === undefined) return true;
  }
  return false;
}

const isText = ({ tagName }: Element): boolean => ["p", "ul", "ol", "figure", "blockquote"].includes(tagName);

function replaceByWords(image: Element, alt: string): void {
  // A `<span>` keeps the words in the line of the icon.
  image.tagName = "span";
  image.nodeName = "span";
  image.attrs = [{ name: iconNote, value: "" }];
  image.childNodes = [{ nodeName: "#text", value: ` ${alt} `, parentNode: image } as Element["childNodes"][number]];
}

/** Makes a `<figure>` of the element around a picture with a caption or a credit, where the page uses other elements. */
export function frameFigures(post: Element): void {
  const images = findAll(post, ({ tagName }) => tagName === "img");
  if (images.length === 0) return;
  const legends = legendsIn(post);
  const others = new Map<Element, boolean>();
  for (const image of legends.size === 0 ? [] : images) {
    let frame = parentOf(image);
    for (let height = 0; frame !== undefined && frame !== post && height < 6; height += 1, frame = parentOf(frame)) {
      if (["figure", "blockquote"].includes(frame.tagName)) break;
      const legend = legends.get(frame);
      if (legend === undefined) continue;
      const { caption, credit } = legend;
      const other = others.get(frame) ?? holdsOther(frame);
      others.set(frame, other);
      if (other) break;
      frame.tagName = "figure";
      if (
        caption !== undefined &&
        !(credit !== undefined && (isWithin(caption, credit) || isWithin(credit, caption)))
      ) {
        caption.tagName = "figcaption";
        // Its name may be that of a credit too.
        caption.attrs = [];
      }
      break;
    }
  }
}

interface Legend {
  caption?: Element;
  credit?: Element;
}

/** For each element, the first caption and the first credit in it. */
function legendsIn(post: Element): ReadonlyMap<Element, Legend> {
  const legends = new Map<Element, Legend>();
  const isLegend = (one: Element): "caption" | "credit" | undefined =>
    isCalled(one, captionCall) && isShort(one, 600)
      ? "caption"
      : isCalled(one, creditCall) && isShort(one, 200)
        ? "credit"
        : undefined;
  for (const element of elementsIn(post)) {
    const role = isLegend(element);
    let above = role === undefined ? undefined : parentOf(element);
    for (let height = 0; above !== undefined && above !== post && height < 8; height += 1, above = parentOf(above)) {
      const legend = legends.get(above) ?? {};
      legends.set(above, legend);
      if (role === "caption") legend.caption ??= element;
      else legend.credit ??= element;
    }
  }
  return legends;
}

function holdsOther(frame: Element): boolean {
  return elementsIn(frame).some(({ tagName }) => noFrame.has(tagName));
}
