/** From a page of SingleFile, which keeps repeated pictures in variables of its style sheet, to elements with their own pictures. */
import { elementsIn, type Tree } from "../html/html.ts";
import { attribute, type Element, wordsOf } from "../html/inline.ts";
import { setAttribute } from "../html/make.ts";

const prefix = "--sf-img-";

/** The addresses of the pictures, by the names of their variables. */
export type GroupedPictures = ReadonlyMap<string, string>;

export function groupedPictures(tree: Tree): GroupedPictures {
  const pictures = new Map<string, string>();
  for (const element of elementsIn(tree))
    if (element.tagName === "style")
      for (const [name, value] of variablesIn(wordsOf(element.childNodes))) pictures.set(name, value);
  return pictures;
}

/** Gives an element the address of its picture: an image as `src`, any other as `data-bg`. */
export function ungroupPicture(element: Element, pictures: GroupedPictures): void {
  const picture = pictures.size === 0 ? undefined : pictureOf(element, pictures);
  if (picture !== undefined) setAttribute(element, element.tagName === "img" ? "src" : "data-bg", picture);
}

/** Each variable of the form `--sf-img-1: url("data:...")`. */
function* variablesIn(css: string): Generator<readonly [name: string, address: string]> {
  for (let at = css.indexOf(prefix); at !== -1; at = css.indexOf(prefix, at + 1)) {
    const [name, blank] = /^--sf-img-\d{1,9}(\s{0,9}:\s{0,9}url\(\s{0,9})/.exec(css.slice(at, at + 80)) ?? [];
    if (name === undefined || blank === undefined) continue;
    const start = at + name.length;
    const quote = /^["']/.exec(css.slice(start, start + 1))?.[0] ?? "";
    const end = css.indexOf(quote === "" ? ")" : quote, start + quote.length);
    if (end === -1) return;
    yield [name.slice(0, -blank.length), css.slice(start + quote.length, end)];
    at = end;
  }
}

function pictureOf(element: Element, pictures: GroupedPictures): string | undefined {
  for (const name of ["style", "src"]) {
    const value = attribute(element, name) ?? "";
    const at = value.indexOf(`var(${prefix}`);
    if (at === -1) continue;
    const variable = /^var\((--sf-img-\d{1,9})/.exec(value.slice(at, at + 40))?.[1];
    if (variable !== undefined) return pictures.get(variable);
  }
  return undefined;
}
