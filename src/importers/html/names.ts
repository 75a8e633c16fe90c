/** From the names of an element to words: `LiveBlogPost-date`, `lb-post__date` and `data-testid="post_date"` have the same form. */
import { attribute, type Element } from "./inline.ts";

const naming = ["class", "data-testid", "data-test-id", "data-qa", "data-component", "data-component-name", "itemprop"];

/** The words of all names of an element, with blanks around them: " live blog post date ". */
function namesOf(element: Element): string {
  let names = " ";
  for (const { name, value } of element.attrs) {
    if (!naming.includes(name) || value === "") continue;
    for (const one of value.slice(0, 1000).split(/\s+/))
      names += `${one
        .replace(/([a-z\d])([A-Z])/g, "$1 $2")
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()
        .toLowerCase()} `;
  }
  return names;
}

export const isCalled = (element: Element, pattern: RegExp): boolean =>
  element.attrs.length > 0 && pattern.test(namesOf(element));

/** True if the pattern matches a class, the id or the test id of an element. */
export const hasName = (element: Element, pattern: RegExp): boolean =>
  [attribute(element, "id"), ...(attribute(element, "class")?.split(/\s+/) ?? [])].some(
    (name) => name !== undefined && pattern.test(name),
  );
