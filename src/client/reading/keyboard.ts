/** Keys: `j` and `k` go from post to post, `/` to the search, `?` lists the keys. A checkbox turns them off (WCAG 2.1.4). */

import { make, makeButton } from "../make.ts";
import { type MessageName, message } from "../messages.ts";
import { recall, store } from "../storage.ts";
import { firstBelow } from "./first-below.ts";
import { catchUp, jumpTo } from "./jump.ts";

let off = recall("keys") === "off";

export function listenToKeys(): void {
  document.querySelector(".colophon > p:last-child")?.append(" ", makeButton(message("keyboard"), showKeys));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (off || document.querySelector("dialog[open]") !== null) return;
    if (press(event.key)) event.preventDefault();
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));

/** False where the key has no meaning on this page. */
function press(key: string): boolean {
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  if (key === "?") return showKeys();
  if (key !== "/") return false;
  const search = document.getElementById("the_search");
  search?.focus();
  return search !== null;
}

function step(by: 1 | -1): boolean {
  const posts = [...document.querySelectorAll<HTMLElement>(".posts > li:not([hidden]) > .post")];
  const next = posts[placeIn(posts, by)];
  if (next === undefined) return false;
  jumpTo(next);
  next.querySelector<HTMLElement>(".when a")?.focus({ preventScroll: true });
  return true;
}

/** The place of the next post: from the post that has the focus, else from the top of the window. */
function placeIn(posts: readonly HTMLElement[], by: 1 | -1): number {
  catchUp();
  const focused = posts.findIndex((post) => post.contains(document.activeElement));
  if (focused !== -1) return focused + by;
  const next = firstBelow(posts, 1);
  return by === 1 ? next : next - 1;
}

let keys: HTMLDialogElement | undefined;

function showKeys(): true {
  if (keys === undefined) {
    const line = (key: string, name: MessageName) =>
      make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, message(name)));
    const title = make("h2", {}, message("keyboard"));
    const lines = make(
      "dl",
      {},
      line("j", "keyNext"),
      line("k", "keyPrevious"),
      line("/", "keySearch"),
      line("?", "keyHelp"),
      line("Esc", "keyClose"),
    );
    const on = make("input", { type: "checkbox", checked: !off });
    on.addEventListener("change", () => {
      off = !on.checked;
      store("keys", off ? "off" : undefined);
    });
    const dialog = make("dialog", { className: "keys" }, title, lines, make("label", {}, on, message("keysOn")));
    dialog.append(makeButton(message("keyClose"), () => dialog.close()));
    dialog.ariaLabel = message("keyboard");
    document.body.append(dialog);
    keys = dialog;
  }
  keys.showModal();
  return true;
}
