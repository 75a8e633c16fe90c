/** From a tree to the number of links and recordings that are lost, because their addresses lie within a site that is unknown. */
import { elementsIn, type Tree } from "../html/html.ts";
import { attribute, type Element, wordsOf } from "../html/inline.ts";
import { unnamedSite } from "./addresses.ts";

export interface Unnamed {
  links: number;
  recordings: number;
  /** Only in data: the pictures of a saved page lie beside it. */
  pictures: number;
}

/** Adds the links and recordings in `nodes`. */
export function countUnnamed(nodes: Tree | Element, unnamed: Unnamed): void {
  for (const element of elementsIn(nodes)) {
    if (attribute(element, unnamedSite) === undefined) continue;
    if (element.tagName !== "a") unnamed.recordings += 1;
    else if (wordsOf(element.childNodes, 1).trim() !== "") unnamed.links += 1;
  }
}

/** A warning; undefined where nothing was lost. */
export function unnamedWarning({
  links,
  recordings,
  pictures,
}: Unnamed): { readonly message: string; readonly hint: string } | undefined {
  const parts = [
    ...(links === 0 ? [] : [`${links} link${links === 1 ? "" : "s"}`]),
    ...(recordings === 0 ? [] : [`${recordings} recording${recordings === 1 ? "" : "s"}`]),
    ...(pictures === 0 ? [] : [`${pictures} picture${pictures === 1 ? "" : "s"}`]),
  ];
  const all = links + recordings + pictures;
  if (all === 0) return undefined;
  const [verb, addresses, them] = all === 1 ? ["leads", "an address", "it"] : ["lead", "addresses", "them"];
  return {
    message: `${parts.join(", ").replace(/, (?=[^,]*$)/, " and ")} ${verb} to ${addresses} within ${all === 1 ? "its" : "their"} site, which the page does not name`,
    hint: `Say where the page was published to keep ${them}: --url https://news.example.org/live/page`,
  };
}
