/** Stores the post at which the reader stopped, and offers a link to it at the next visit. */

import { make, makeButton } from "../make.ts";
import { message } from "../messages.ts";
import type { ListedPost, PostList } from "../post-list.ts";
import { recall, store } from "../storage.ts";
import { firstBelow } from "./first-below.ts";

const restMs = 500;

export function rememberPosition(list: PostList): void {
  const name = `place ${location.pathname}`;
  const last = list.posts.find(({ article }) => article.id === recall(name));
  if (last !== undefined && location.hash === "" && scrollY < innerHeight) offer(list, last, name);
  let wait = 0;
  addEventListener("scroll", () => {
    clearTimeout(wait);
    wait = setTimeout(keep, restMs, list, name);
  });
}

/** Stores the post at the top of the window, from the second post on. */
function keep(list: PostList, name: string): void {
  const posts = list.shown().map(({ article }) => article);
  const passed = firstBelow(posts, innerHeight / 3);
  if (passed > 1) store(name, posts[passed - 1]?.id);
}

function offer({ stream }: PostList, { article }: ListedPost, name: string): void {
  const title = article.querySelector(".headline") ?? article.querySelector(".when time");
  const [before = "", after = ""] = message("resume", { name: "\n" }).split("\n");
  const link = make("a", { href: `#${article.id}` }, (title?.textContent ?? "").trim());
  const line = make("div", { className: "resume" }, make("p", {}, before, link, after));
  link.addEventListener("click", () => line.remove());
  line.append(
    makeButton(message("dismiss"), () => {
      store(name, undefined);
      line.remove();
    }),
  );
  stream.prepend(line);
}
