/** The page as it stood at a moment, `#at=2024-05-16T14:05+01:00`: only the posts up to then, and a slider over the times of all. */

import { make, makeButton } from "../make.ts";
import { language, message } from "../messages.ts";
import type { ListedPost, PostList, SearchablePost } from "../post-list.ts";
import { replaceAddress } from "../query-parameters.ts";
import { jumpTo } from "../reading/jump.ts";
import type { Toolbar } from "../toolbar.ts";
import { dateInWords } from "./local-clock.ts";

const form = /^#at=(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))$/;
const stepMs = 1200;

export function offerAsOf(stage: PostList, toolbar: Toolbar): void {
  const seen = epochs(stage.posts);
  const moments = momentsOf(stage.posts);
  const last = moments.length - 1;
  if (stage.wholeEvent !== undefined) {
    goWhole(stage.wholeEvent, toolbar, moments[last]);
    return;
  }
  if (last < 1) return;
  let playing = 0;
  let present = "";

  const slider = make("input", { type: "range", min: "0", max: String(last), step: "1" });
  slider.ariaLabel = message("asOf");
  const shown = make("output");
  const play = makeButton(message("play"), () => (playing === 0 ? start() : pause()));
  const leave = make("a", { href: "#the_posts" }, message("asOfLeave"));
  const panel = make(
    "div",
    { className: "moment" },
    make("div", {}, slider, play),
    shown,
    make("p", {}, message(stage.stream.querySelector(".reworded") === null ? "asOfNote" : "asOfWordings")),
    leave,
  );
  const open = makeButton(message("asOf"), () => {
    if (panel.isConnected) close();
    else show(moments[last] ?? "", true);
  });
  open.ariaExpanded = "false";
  toolbar.add(open);

  function show(moment: string, write: boolean): void {
    present = moment;
    const epoch = Date.parse(moment);
    if (!panel.isConnected) toolbar.add(panel);
    open.ariaExpanded = "true";
    stage.setFilter("at", (post) => (seen.get(post) ?? 0) <= epoch);
    // Before the first the slider stays at it.
    slider.value = String(moments.filter((one) => Date.parse(one) <= epoch).length - 1);
    // By the clock that the reader chose, as the post of that moment shows it; where there is none, with its offset.
    const post = stage.posts.find((one) => timeOf(one) === moment)?.article;
    const said = (part: string): string | undefined => post?.querySelector(`.when ${part}`)?.textContent?.trim();
    const day = said(".shifted") ?? dateInWords(moment.slice(0, 10), language(), true);
    const offset = moment.slice(16).replace(/^:..|Z/g, "");
    const clock = `${said("b") ?? moment.slice(11, 16)} ${said(".zone") ?? `UTC${offset}`}`;
    const count = stage.posts.filter((post) => (seen.get(post) ?? 0) <= epoch).length;
    shown.value = message("asOfShown", { day, clock, count, total: stage.posts.length });
    slider.ariaValueText = `${day} ${clock}`;
    if (write) replaceAddress(`${location.href.replace(/#.*/, "")}#at=${moment}`);
  }

  function close(): void {
    pause();
    panel.remove();
    open.ariaExpanded = "false";
    stage.setFilter("at");
    if (location.hash.startsWith("#at=")) replaceAddress(location.href.replace(/#.*/, ""));
  }

  function start(): void {
    if (Number(slider.value) === last) show(moments[0] ?? "", true);
    play.textContent = message("pause");
    playing = setInterval(() => {
      const next = Number(slider.value) + 1;
      show(moments[next] ?? "", true);
      if (next >= last) pause();
    }, stepMs);
  }

  function pause(): void {
    clearInterval(playing);
    playing = 0;
    play.textContent = message("play");
  }

  const follow = (): void => {
    const moment = form.exec(decoded(location.hash))?.[1] ?? "";
    if (Number.isFinite(Date.parse(moment))) {
      pause();
      show(moment, false);
    } else if (panel.isConnected && leads(stage)) {
      close();
      jumpTo(document.getElementById(location.hash.slice(1)));
    }
  };
  slider.addEventListener("input", () => {
    pause();
    show(moments[Number(slider.value)] ?? "", true);
  });
  addEventListener("hashchange", follow);
  // Of the zone: whatever the address could keep.
  addEventListener("change", () => panel.isConnected && show(present, false));
  follow();
}

/** Of a post alone: the way to what was known at its time, which without a script leads to the oldest order. */
export function linkToAsOf(): void {
  const link = document.querySelector<HTMLAnchorElement>("a.then");
  const moment = link?.querySelector("time")?.dateTime;
  if (link !== null && moment !== undefined) link.href = `../index.html#at=${moment}`;
}

/** A page of several cannot show what stood on the whole: the one that holds all can. */
function goWhole(whole: HTMLAnchorElement, toolbar: Toolbar, moment: string | undefined): void {
  const at = (hash: string): string => {
    const address = new URL(whole.href);
    address.hash = hash;
    return address.href;
  };
  if (moment !== undefined) toolbar.add(makeButton(message("asOf"), () => location.assign(at(`at=${moment}`))));
  if (form.test(decoded(location.hash))) location.replace(at(location.hash));
}

/** Whether the address leads to what is not shown as of the moment. */
const leads = ({ posts }: PostList): boolean =>
  location.hash === "#the_posts" ||
  posts.some(({ article, place }) => place.hidden && article.id === location.hash.slice(1));

/** An address that was sent on may have its colons and its plus encoded. Unlike `decodeURIComponent`, this never throws. */
const decoded = (hash: string): string => unescape(hash);

const timeOf = ({ article }: ListedPost): string =>
  article.querySelector<HTMLTimeElement>(".when time")?.dateTime ?? "";

/** Each time at which something was posted, oldest first, as the page writes it. */
function momentsOf(posts: readonly ListedPost[]): readonly string[] {
  const moments = new Map(posts.map((post) => [Date.parse(timeOf(post)), timeOf(post)]));
  return [...moments]
    .filter(([, moment]) => moment !== "")
    .sort(([a], [b]) => a - b)
    .map(([, moment]) => moment);
}

/** When a post stood on the page; one without a time stood there with the post before it. */
function epochs(posts: readonly ListedPost[]): ReadonlyMap<SearchablePost, number> {
  const times = posts.map(timeOf).filter((time) => time !== "");
  const newestFirst = Date.parse(times[0] ?? "") >= Date.parse(times.at(-1) ?? "");
  const seen = new Map<SearchablePost, number>();
  let epoch = Number.NEGATIVE_INFINITY;
  for (const post of newestFirst ? [...posts].reverse() : posts) {
    const own = timeOf(post);
    if (own !== "") epoch = Date.parse(own);
    seen.set(post, epoch);
  }
  return seen;
}
