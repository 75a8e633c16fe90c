/** Where the reader stopped: remembered as the page is scrolled, offered at the next visit, never jumped to unasked. */

import { make, makeButton } from "../make.ts";
import { message } from "../messages.ts";
import type { ListedPost, PostList } from "../post-list.ts";
import { recall, store } from "../storage.ts";
import { firstBelow } from "./first-below.ts";

const restMs = 500;

export function rememberPosition(stage: PostList): void {
  const name = `place ${location.pathname}`;
  const left = stage.posts.find(({ article }) => article.id === recall(name));
  if (left !== undefined && location.hash === "" && scrollY < innerHeight) offer(stage, left, name);
  let wait = 0;
  addEventListener("scroll", () => {
    clearTimeout(wait);
    wait = setTimeout(keep, restMs, stage, name);
  });
}

/** The post at the top of the window; none before the second, where there is nothing to come back to. */
function keep(stage: PostList, name: string): void {
  const posts = stage.shown().map(({ article }) => article);
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
