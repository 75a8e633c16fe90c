/** The box in which a reader searches, with what stands beside it, on a live page as on the front page. */

import { make, makeButton } from "../make.ts";
import { say } from "../messages.ts";
import { asked } from "../query-parameters.ts";
import { showKeys } from "../reading/keyboard.ts";

export interface FindBox {
  readonly box: HTMLInputElement;
  readonly clearing: HTMLButtonElement;
  readonly form: HTMLFormElement;
}

/** `clear`: what the button does. */
export function findBox(words: "searchEvent" | "searchArchive", clear: () => void): FindBox {
  const box = make("input", {
    type: "search",
    id: "the_search",
    value: asked("q"),
    placeholder: say(words),
    title: say("searchHint"),
    autocomplete: "off",
    ariaLabel: say(words),
  });
  const clearing = makeButton(say("clear"), clear);
  const keys = makeButton("?", showKeys);
  keys.className = "help";
  keys.ariaLabel = say("keyboard");
  const form = make(
    "form",
    { className: "tools", role: "search" },
    make("div", { className: "find" }, box, clearing, keys),
  );
  return { box, clearing, form };
}
