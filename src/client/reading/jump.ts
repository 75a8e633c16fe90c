/** Jumps to a post of a long page: those above it get their height only once they are near, so what came first is not the place yet. */

/** The browser lays out what has come near within two or three. */
const frames = 10;
const restMs = 500;
/** Where the page is on its way to. */
let goal: Element | null = null;

export const catchUp = (): void => goal?.scrollIntoView();

export function jumpTo(post: Element | null): void {
  goal = post;
  let left = frames;
  const step = (): void => {
    // A reader who goes on meanwhile is not called back.
    if (goal !== post) return;
    catchUp();
    if (left-- > 0) requestAnimationFrame(step);
    else goal = null;
  };
  step();
}

/** Until the page has come to rest the style lays out all posts for a jump, as it does without a script. */
export function settleJumps(): void {
  addEventListener("load", () => setTimeout(() => document.documentElement.classList.add("settled"), restMs));
  addEventListener("hashchange", () => jumpTo(document.querySelector(".settled .long :target")));
}
