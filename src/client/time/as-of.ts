/** The page as of a moment, `#at=2024-05-16T14:05+01:00`: only the posts up to then, and a slider over the times of all posts. */
import { make, makeButton } from "../make.ts";
import { language, message } from "../messages.ts";
import type { ListedPost, PostList, SearchablePost } from "../post-list.ts";
import { replaceAddress } from "../query-parameters.ts";
import { jumpTo } from "../reading/jump.ts";
import type { Toolbar } from "../toolbar.ts";
import { dateInWords } from "./local-clock.ts";

const form = /^#at=(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))$/;
const stepMs = 1200;

export function offerAsOf(list: PostList, toolbar: Toolbar): void {
  const moments = momentsOf(list.posts);
  if (list.wholeEvent !== undefined) leadToWholeEvent(list.wholeEvent, toolbar, moments.at(-1));
  else if (moments.length > 1) offerPanel(list, toolbar, moments);
}

/** The button that opens a panel with a slider over all moments; `#at=` in the address opens it too. */
function offerPanel(list: PostList, toolbar: Toolbar, moments: readonly string[]): void {
  const since = visibleSince(list.posts);
  let shownMoment = "";
  const slider = make("input", { type: "range", max: String(moments.length - 1), ariaLabel: message("asOf") });
  const shown = make("output");
  const showAt = (place: number): void => {
    show(moments.at(place) ?? "");
    replaceAddress(`#at=${shownMoment}`);
  };
  const player = playMoments(slider, showAt);
  const panel = make(
    "div",
    { className: "moment" },
    make("div", {}, slider, player.button),
    shown,
    make("p", {}, message(list.stream.querySelector(".reworded") === null ? "asOfNote" : "asOfWordings")),
    make("a", { href: "#the_posts" }, message("asOfLeave")),
  );
  const open = makeButton(message("asOf"), () => (panel.isConnected ? close() : showAt(-1)));
  const show = (moment: string): void => {
    shownMoment = moment;
    if (!panel.isConnected) toolbar.add(panel);
    open.ariaExpanded = "true";
    const epoch = Date.parse(moment);
    const isThere = (post: SearchablePost): boolean => (since.get(post) ?? 0) <= epoch;
    list.setFilter("at", isThere);
    // For a moment before the first the browser keeps the slider at 0.
    slider.valueAsNumber = moments.filter((one) => Date.parse(one) <= epoch).length - 1;
    const { day, clock } = wordsOf(moment, list.posts);
    const count = list.posts.filter(isThere).length;
    shown.value = message("asOfShown", { day, clock, count, total: list.posts.length });
    slider.ariaValueText = `${day} ${clock}`;
  };
  const close = (): void => {
    player.pause();
    panel.remove();
    open.ariaExpanded = "false";
    list.setFilter("at");
    if (location.hash.startsWith("#at=")) replaceAddress(location.pathname + location.search);
  };
  /** Shows the moment that the address names; closes where the address leads to a post that the panel hides. */
  const followAddress = (): void => {
    const moment = momentInAddress();
    if (Number.isFinite(Date.parse(moment))) {
      player.pause();
      show(moment);
    } else if (panel.isConnected && leadsToHidden(list)) {
      close();
      jumpTo(document.getElementById(location.hash.slice(1)));
    }
  };
  open.ariaExpanded = "false";
  toolbar.add(open);
  addEventListener("hashchange", followAddress);
  // The reader chose another zone.
  addEventListener("change", () => panel.isConnected && show(shownMoment));
  followAddress();
}

/** The slider, by hand or moment after moment: `showAt` shows the moment at a place. */
function playMoments(slider: HTMLInputElement, showAt: (place: number) => void): Player {
  /** 0 while nothing plays. */
  let timer = 0;
  const pause = (): void => {
    clearInterval(timer);
    timer = 0;
    button.textContent = message("play");
  };
  const start = (): void => {
    if (slider.value === slider.max) showAt(0);
    button.textContent = message("pause");
    timer = setInterval(() => {
      slider.stepUp();
      showAt(slider.valueAsNumber);
      if (slider.value === slider.max) pause();
    }, stepMs);
  };
  const button = makeButton(message("play"), () => (timer === 0 ? start() : pause()));
  slider.addEventListener("input", () => {
    pause();
    showAt(slider.valueAsNumber);
  });
  return { button, pause };
}

interface Player {
  readonly button: HTMLButtonElement;
  readonly pause: () => void;
}

/** A moment as the post of that moment shows it, in the zone that the reader chose; without such a post, with its offset. */
function wordsOf(moment: string, posts: readonly ListedPost[]): { readonly day: string; readonly clock: string } {
  const post = posts.find((one) => timeOf(one) === moment)?.article;
  const said = (part: string): string | undefined => post?.querySelector(`.when ${part}`)?.textContent?.trim();
  const offset = moment.slice(16).replace(/^:..|Z/g, "");
  return {
    day: said(".shifted") ?? dateInWords(moment.slice(0, 10), language(), true),
    clock: `${said("b") ?? moment.slice(11, 16)} ${said(".zone") ?? `UTC${offset}`}`,
  };
}

/** On the page of one post: links to the live page as of its time; without a script that link leads to the oldest order. */
export function linkToAsOf(): void {
  const link = document.querySelector<HTMLAnchorElement>("a.then");
  const moment = link?.querySelector("time")?.dateTime;
  if (link !== null && moment !== undefined) link.href = `../index.html#at=${moment}`;
}

/** A page that holds a part of the event cannot show a moment of all of it: it leads to the page that holds all posts. */
function leadToWholeEvent(wholeEvent: HTMLAnchorElement, toolbar: Toolbar, moment: string | undefined): void {
  const follow = (): void => location.assign(`${wholeEvent.href}#at=${moment}`);
  if (moment !== undefined) toolbar.add(makeButton(message("asOf"), follow));
  if (momentInAddress() !== "") location.replace(wholeEvent.href + location.hash);
}

/** True where the address leads to a post that is hidden now, or to all posts. */
const leadsToHidden = ({ posts }: PostList): boolean =>
  location.hash === "#the_posts" ||
  posts.some(({ article, place }) => place.hidden && article.id === location.hash.slice(1));

/** "" without one. Some programs encode the colons and the plus of an address; unlike `decodeURIComponent`, `unescape` never throws. */
const momentInAddress = (): string => form.exec(unescape(location.hash))?.[1] ?? "";

const timeOf = ({ article }: ListedPost): string =>
  article.querySelector<HTMLTimeElement>(".when time")?.dateTime ?? "";

function momentsOf(posts: readonly ListedPost[]): readonly string[] {
  const moments = new Map(posts.map((post) => [Date.parse(timeOf(post)), timeOf(post)]));
  return [...moments]
    .filter(([, moment]) => moment !== "")
    .sort(([a], [b]) => a - b)
    .map(([, moment]) => moment);
}

/** A post without a time stands on the page from the time of the post before it. */
function visibleSince(posts: readonly ListedPost[]): ReadonlyMap<SearchablePost, number> {
  const times = posts.map(timeOf).filter((time) => time !== "");
  const newestFirst = Date.parse(times[0] ?? "") >= Date.parse(times.at(-1) ?? "");
  const since = new Map<SearchablePost, number>();
  let epoch = Number.NEGATIVE_INFINITY;
  for (const post of newestFirst ? [...posts].reverse() : posts) {
    const own = timeOf(post);
    if (own !== "") epoch = Date.parse(own);
    since.set(post, epoch);
  }
  return since;
}
