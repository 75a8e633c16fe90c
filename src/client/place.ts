/** Where the reader stopped: remembered as the page is scrolled, offered at the next visit, never jumped to unasked. */
import { make, makeButton } from "./make.ts";
import type { Post, Stage } from "./posts.ts";
import { recall, store } from "./storage.ts";
import { say } from "./words.ts";

const restMs = 500;

export function rememberPlace(stage: Stage): void {
  const name = `place ${location.pathname}`;
  const left = stage.posts.find(({ article }) => article.id === recall(name));
  if (left !== undefined && location.hash === "" && scrollY < innerHeight) offer(stage, left, name);
  let wait = 0;
  addEventListener(
    "scroll",
    () => {
      clearTimeout(wait);
      wait = setTimeout(() => keep(stage, name), restMs);
    },
    { passive: true },
  );
}

/** The post at the top of the window; none before the second, where there is nothing to come back to. */
function keep(stage: Stage, name: string): void {
  const passed = stage.shown().filter(({ article }) => article.getBoundingClientRect().top < innerHeight / 3);
  if (passed.length > 1) store(name, passed.at(-1)?.article.id);
}

function offer({ stream }: Stage, { article }: Post, name: string): void {
  const title = article.querySelector(".headline") ?? article.querySelector(".when time");
  const [before = "", after = ""] = say("resume", { name: "\n" }).split("\n");
  const link = make("a", { href: `#${article.id}` }, (title?.textContent ?? "").trim());
  const line = make("div", { className: "resume" }, make("p", {}, before, link, after));
  link.addEventListener("click", () => line.remove());
  line.append(
    makeButton(say("dismiss"), () => {
      store(name, undefined);
      line.remove();
    }),
  );
  stream.prepend(line);
}
