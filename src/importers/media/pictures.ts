/** From an `<img>` to the addresses of its picture: in `srcset`, in attributes for scripts, in templates with a width. */

import { parentOf } from "../html/html.ts";
import { attribute, type Element, isElement } from "../html/inline.ts";
import { parseSrcset } from "./srcset.ts";

const widest = 4000;

const setNames = ["srcset", "data-srcset", "data-lazy-srcset", "data-srcsets", "data-original-set", "data-bgset"];
/** The attributes from which scripts load a picture, the larger ones first. */
const sourceNames =
  "data-orig-file data-large-file data-hi-res-src data-hires data-full-src data-full data-large data-src-retina data-retina data-zoom-src data-pin-media data-original-src data-original data-src data-lazy-src data-lazy data-lazyload data-img data-img-src data-img-url data-image data-image-src data-image-url data-real-src data-actual data-echo data-bg data-background data-background-image data-fallback-src src".split(
    " ",
  );

/** The addresses of an image as its page writes them, the widest first, each once, without placeholders. */
export function addressesOf(image: Element): readonly string[] {
  const found: { address: string; width: number }[] = [];
  const add = (address: string | undefined, width: number, isSource = false): void => {
    const trimmed = address?.trim() ?? "";
    if (trimmed !== "" && (isSource || isAddress(trimmed)) && !isPlaceholder(trimmed))
      found.push({ address: trimmed, width });
  };
  const sources = sourcesBeside(image);
  for (const element of [image, ...sources])
    for (const name of setNames)
      for (const { address, width, density } of parseSrcset(attribute(element, name) ?? ""))
        add(address, Math.min(width ?? (density ?? 1) * 500, widest));
  const widths = (attribute(image, "data-widths")?.match(/\d+/g) ?? ["976"]).map(Number);
  for (const name of sourceNames)
    for (const address of addressesIn(attribute(image, name) ?? "")) {
      const template = address.replace(/(?:\{|%7B)w(?:idth)?(?:\}|%7D)/gi, String(Math.max(...widths.slice(0, 99))));
      add(template, name === "src" ? 0.5 : 1, name === "src");
    }
  for (const source of sources) add(attribute(source, "src") ?? attribute(source, "data-src"), 0.4);
  add(backgroundOf(image), 0.3);
  const sorted = found.sort((a, b) => b.width - a.width).map(({ address }) => address);
  return [...new Set(sorted)];
}

/** A `<picture>` has a few sources. Of one with thousands, the first are enough. */
const mostSources = 60;

function sourcesBeside(image: Element): readonly Element[] {
  const picture = parentOf(image);
  if (picture?.tagName !== "picture") return [];
  return picture.childNodes
    .slice(0, mostSources * 2)
    .filter((node): node is Element => isElement(node) && node.tagName === "source");
}

/** The addresses in an attribute: one, or all those of a piece of JSON. */
const addressesIn = (value: string): readonly string[] =>
  /^\s*[[{]/.test(value) && !/^\s*\{w/.test(value)
    ? Array.from(value.replaceAll("\\/", "/").matchAll(/https?:\/\/[^"'\\\s<>]{4,2000}/g), ([address]) => address)
    : [value];

/** True for text that may be an address: attributes other than `src` may hold any text. */
const isAddress = (text: string): boolean => /^data:/i.test(text) || (/[./]/.test(text) && !/\s/.test(text));

/** True for a small `data:` picture that stands there until a script loads the real one. */
const isPlaceholder = (address: string): boolean =>
  /^data:/i.test(address) &&
  (address.length < 160 ||
    (address.length < 600 &&
      /^data:image\/svg/i.test(address) &&
      !/<(?:path|image|text)|%3C(?:path|image|text)|base64/i.test(address)));

/** The address of the background picture in the style of an element. */
export function backgroundOf(element: Element): string | undefined {
  const style = attribute(element, "style") ?? "";
  const start = style.indexOf("url(", Math.max(style.indexOf("background"), 0));
  if (start === -1 || !style.includes("background")) return undefined;
  const inner = style.slice(start + 4).trimStart();
  const quote = inner.startsWith('"') || inner.startsWith("'") ? inner.charAt(0) : "";
  const end = quote === "" ? endOfBrackets(inner) : inner.indexOf(quote, 1);
  return end === -1 ? undefined : inner.slice(quote.length, end).trim();
}

/** The offset of the bracket that closes before the text opened it. A drawing in an address may have brackets of its own. */
function endOfBrackets(text: string): number {
  if (!/^data:/i.test(text)) return text.indexOf(")");
  let depth = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return text.indexOf(")");
}

/** The size of an element in pixels, as its attributes or its style give it. */
export function sizeOf(element: Element): { readonly width?: number; readonly height?: number } {
  const style = (attribute(element, "style") ?? "").slice(0, 1000);
  const pixelsOf = (name: "width" | "height"): number | undefined => {
    const written = /^\s*(\d{1,5}(?:\.\d{1,5})?)(?:px)?\s*$/.exec(attribute(element, name) ?? "")?.[1];
    const styled = new RegExp(`(?:^|[;\\s])${name}\\s?:\\s?(\\d{1,5}(?:\\.\\d{1,5})?)px`).exec(style)?.[1];
    return written === undefined ? (styled === undefined ? undefined : Number(styled)) : Number(written);
  };
  const [width, height] = [pixelsOf("width"), pixelsOf("height")];
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}

/** In pixels: smaller pictures are icons. */
export const smallest = 48;
/** A width and a height that are a ratio, and no size. */
const shapes = new Set(["16:9", "4:3", "3:2", "9:16", "3:4", "2:3", "21:9", "2:1", "5:4", "4:5"]);

/** True for pictures that are no figure of a post: they count readers, hold a place, or are icons. */
export function isUnseen(image: Element): boolean {
  const { width, height } = sizeOf(image);
  const sizes = [width, height].filter((one) => one !== undefined);
  const addresses = addressesOf(image);
  if (sizes.some((one) => one <= 1)) return !(width === height && addresses.some(isLarge));
  if (sizes.length > 0) {
    if (sizes.some((one) => one >= smallest) || shapes.has(`${width}:${height}`)) return false;
    return (
      !addresses.some(isLarge) && !parseSrcset(attribute(image, "srcset") ?? "").some((one) => (one.width ?? 0) >= 100)
    );
  }
  return addresses.length > 0 && addresses.every(isSmall);
}

/** The numbers of pixels that an address names: `?width=30`, `/30x30/`, `-32x32.png`. */
function pixelsIn(address: string): readonly number[] {
  const text = /^data:/i.test(address) ? "" : address.slice(0, 2000);
  return Array.from(
    text.matchAll(/[?&](?:w|width|h|height)=(\d{1,5})(?!\d)|[/_-](\d{1,4})x(\d{1,4})(?=[./_?-]|$)/gi),
    ([, one, two, three]) => [one, two, three].flatMap((found) => (found === undefined ? [] : [Number(found)])),
  ).flat();
}

const isSmall = (address: string): boolean => {
  const pixels = pixelsIn(address);
  return (
    pixels.length > 0 && pixels.every((one) => one > 0 && one < smallest) && !shapes.has(pixels.slice(0, 2).join(":"))
  );
};
const isLarge = (address: string): boolean => pixelsIn(address).some((one) => one >= 100);
