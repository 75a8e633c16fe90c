/** Where the picture of an `<img>` is: in `srcset`, in what scripts load later, in templates of a width. */

import { elementsIn, parentOf } from "./html-dom.ts";
import { attribute, type Element } from "./html-inline.ts";

const widest = 4000;

/** The addresses of an image as its page writes them, the best first, each once; what only holds its place is left out. */
export function addressesOf(image: Element): readonly string[] {
  const found: { address: string; width: number }[] = [];
  const add = (address: string | undefined, width: number): void => {
    const trimmed = address?.trim() ?? "";
    if (trimmed !== "" && !isPlaceholder(trimmed)) found.push({ address: trimmed, width });
  };
  for (const element of [image, ...sourcesBeside(image)]) {
    for (const name of ["srcset", "data-srcset"])
      for (const { address, width } of candidatesOf(attribute(element, name) ?? "")) add(address, width);
  }
  const widths = (attribute(image, "data-widths")?.match(/\d+/g) ?? ["976"]).map(Number);
  for (const name of ["data-src", "data-original", "data-lazy-src", "src"]) {
    const address = attribute(image, name);
    const template = address?.replace(/\{width\}|%7Bwidth%7D/gi, String(Math.max(...widths)));
    add(template, name === "src" ? 0.5 : 1);
  }
  const sorted = found.sort((a, b) => b.width - a.width).map(({ address }) => address);
  return [...new Set(sorted)];
}

function sourcesBeside(image: Element): readonly Element[] {
  const picture = parentOf(image);
  return picture?.tagName !== "picture" ? [] : elementsIn(picture).filter(({ tagName }) => tagName === "source");
}

/** `a.jpg 320w, b.jpg 2x`; an address may hold commas, but no spaces. */
function candidatesOf(srcset: string): readonly { readonly address: string; readonly width: number }[] {
  return [...srcset.matchAll(/\s*([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)/g)].map((match) => ({
    address: match[1] ?? "",
    width: Math.min(Number(match[2] ?? 1) * (match[3] === "x" ? 500 : 1), widest),
  }));
}

/** An empty picture that stands there until a script loads the true one. */
const isPlaceholder = (address: string): boolean => /^data:/i.test(address) && address.length < 160;

/** True for pictures that count readers or hold a place: nobody sees them. */
export const isUnseen = (image: Element): boolean =>
  ["width", "height"].some((name) => /^[01]$/.test(attribute(image, name) ?? ""));
