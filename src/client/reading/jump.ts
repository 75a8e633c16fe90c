/** Scrolls to a post of a long page, again and again for some frames: posts above it get their height only once they are near. */

/** The browser lays posts out within two or three. */
const frames = 10;
const restMs = 500;
/** The post that the page is scrolling to. */
let goal: Element | null = null;

/** Scrolls to the goal at once, if there is one. */
export const catchUp = (): void => goal?.scrollIntoView();

export function jumpTo(post: Element | null): void {
  goal = post;
  let left = frames;
  const step = (): void => {
    // Another jump has begun.
    if (goal !== post) return;
    catchUp();
    if (left-- > 0) requestAnimationFrame(step);
    else goal = null;
  };
  step();
}

/** Until the page has loaded, the style lays out all posts for a jump, as it does without a script. */
export function settleJumps(): void {
  addEventListener("load", () => setTimeout(() => document.documentElement.classList.add("settled"), restMs));
  addEventListener("hashchange", () => jumpTo(document.querySelector(".settled .long :target")));
}
