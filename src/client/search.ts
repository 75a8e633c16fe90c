/** The search box: shows the posts of this page that have all the words. */
import { asked, remember } from "./address.ts";
import { wordsOf } from "./fold.ts";
import { highlight } from "./highlight.ts";
import { make } from "./make.ts";
import type { Stage } from "./posts.ts";
import { say } from "./words.ts";

/** A control that chooses posts. */
export interface Chooser {
  readonly element: HTMLElement;
  /** Whether it chooses anything now. */
  readonly isOn: () => boolean;
  readonly clear: () => void;
}

export function searchBox(stage: Stage): Chooser {
  const box = make("input", {
    type: "search",
    id: "the_search",
    value: asked("q"),
    placeholder: say("searchEvent"),
    title: say("searchHint"),
    autocomplete: "off",
  });
  box.setAttribute("aria-label", say("searchEvent"));
  let wait = 0;
  const look = (): void => {
    const words = wordsOf(box.value);
    remember("q", box.value.trim());
    stage.only("words", words.length === 0 ? undefined : (post) => words.every((word) => post.folded().includes(word)));
  };
  stage.afterwards(() => highlight(stage.shown(), wordsOf(box.value)));
  box.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(look, 100);
  });
  if (box.value !== "") look();
  return {
    element: box,
    isOn: () => wordsOf(box.value).length > 0,
    clear: () => {
      clearTimeout(wait);
      box.value = "";
      look();
    },
  };
}
