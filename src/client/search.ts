/** The search box: shows the posts of this page that have all the words and phrases. */
import { asked, remember } from "./address.ts";
import { highlight } from "./highlight.ts";
import { make } from "./make.ts";
import type { Stage } from "./posts.ts";
import { answers, type Term, termsOf } from "./question.ts";
import { say } from "./words.ts";

/** A control that chooses posts. */
export interface Chooser {
  readonly element: HTMLElement;
  /** Whether it chooses anything now. */
  readonly isOn: () => boolean;
  readonly clear: () => void;
}

export interface SearchBox extends Chooser {
  readonly terms: () => readonly Term[];
}

export function searchBox(stage: Stage): SearchBox {
  const box = make("input", {
    type: "search",
    id: "the_search",
    value: asked("q"),
    placeholder: say("searchEvent"),
    title: say("searchHint"),
    autocomplete: "off",
  });
  box.setAttribute("aria-label", say("searchEvent"));
  const read = () => termsOf(box.value);
  let wait = 0;
  const look = (): void => {
    const terms = read();
    remember("q", box.value.trim());
    stage.only("words", terms.length === 0 ? undefined : (post) => answers(post.folded(), terms));
  };
  stage.afterwards(() => highlight(stage.shown(), read()));
  box.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(look, 100);
  });
  if (box.value !== "") look();
  return {
    element: box,
    terms: read,
    isOn: () => read().length > 0,
    clear: () => {
      clearTimeout(wait);
      box.value = "";
      look();
    },
  };
}
