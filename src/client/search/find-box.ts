/** The search box with its buttons, the same on a live page and on the front page. */

import { make, makeButton } from "../make.ts";
import { message } from "../messages.ts";
import { queryParameter } from "../query-parameters.ts";

export interface FindBox {
  readonly box: HTMLInputElement;
  readonly clearing: HTMLButtonElement;
  readonly form: HTMLFormElement;
}

/** `clear`: called by the button that clears the search. */
export function findBox(words: "searchEvent" | "searchArchive", clear: () => void): FindBox {
  const box = make("input", {
    type: "search",
    id: "the_search",
    value: queryParameter("q"),
    placeholder: message(words),
    title: message("searchHint"),
    autocomplete: "off",
    ariaLabel: message(words),
  });
  const clearing = makeButton(message("clear"), clear);
  const form = make("form", { className: "tools", role: "search" }, make("div", { className: "find" }, box, clearing));
  return { box, clearing, form };
}
