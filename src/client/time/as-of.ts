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

interface AsOf {
  readonly list: PostList;
  readonly toolbar: Toolbar;
  /** Milliseconds since 1970 from which each post stands on the page. */
  readonly since: ReadonlyMap<SearchablePost, number>;
  /** Each time at which something was posted, oldest first, as the page writes it. */
  readonly moments: readonly string[];
  /** The button that opens the panel; the panel, its slider, what it shows, and the button that plays. */
  readonly open: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly slider: HTMLInputElement;
  readonly shown: HTMLOutputElement;
  readonly play: HTMLButtonElement;
  /** The timer that plays; 0 while none does. */
  timer: number;
  /** The moment that is shown. */
  moment: string;
}

export function offerAsOf(list: PostList, toolbar: Toolbar): void {
  const moments = momentsOf(list.posts);
  if (list.wholeEvent !== undefined) leadToWholeEvent(list.wholeEvent, toolbar, moments.at(-1));
  else if (moments.length > 1) offerSlider(list, toolbar, moments);
}

function offerSlider(list: PostList, toolbar: Toolbar, moments: readonly string[]): void {
  const slider = make("input", { type: "range", min: "0", max: String(moments.length - 1), step: "1" });
  slider.ariaLabel = message("asOf");
  const shown = make("output");
  const play = makeButton(message("play"), () => (asOf.timer === 0 ? start(asOf) : pause(asOf)));
  const panel = make(
    "div",
    { className: "moment" },
    make("div", {}, slider, play),
    shown,
    make("p", {}, message(list.stream.querySelector(".reworded") === null ? "asOfNote" : "asOfWordings")),
    make("a", { href: "#the_posts" }, message("asOfLeave")),
  );
  const open = makeButton(message("asOf"), () => {
    if (panel.isConnected) close(asOf);
    else show(asOf, moments.at(-1) ?? "", true);
  });
  open.ariaExpanded = "false";
  toolbar.add(open);
  const since = visibleSince(list.posts);
  const asOf: AsOf = { list, toolbar, since, moments, open, panel, slider, shown, play, timer: 0, moment: "" };
  slider.addEventListener("input", () => {
    pause(asOf);
    show(asOf, moments[Number(slider.value)] ?? "", true);
  });
  addEventListener("hashchange", () => followAddress(asOf));
  // The reader chose another zone.
  addEventListener("change", () => panel.isConnected && show(asOf, asOf.moment, false));
  followAddress(asOf);
}

/** Shows the posts up to a moment, and writes it into the address where `write` is set. */
function show(asOf: AsOf, moment: string, write: boolean): void {
  const { list, since, panel, slider } = asOf;
  asOf.moment = moment;
  const epoch = Date.parse(moment);
  if (!panel.isConnected) asOf.toolbar.add(panel);
  asOf.open.ariaExpanded = "true";
  const isThere = (post: SearchablePost): boolean => (since.get(post) ?? 0) <= epoch;
  list.setFilter("at", isThere);
  // For a moment before the first the browser keeps the slider at 0.
  slider.value = String(asOf.moments.filter((one) => Date.parse(one) <= epoch).length - 1);
  const { day, clock } = wordsOf(moment, list.posts);
  const count = list.posts.filter(isThere).length;
  asOf.shown.value = message("asOfShown", { day, clock, count, total: list.posts.length });
  slider.ariaValueText = `${day} ${clock}`;
  if (write) replaceAddress(`${location.href.replace(/#.*/, "")}#at=${moment}`);
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

function close(asOf: AsOf): void {
  pause(asOf);
  asOf.panel.remove();
  asOf.open.ariaExpanded = "false";
  asOf.list.setFilter("at");
  if (location.hash.startsWith("#at=")) replaceAddress(location.href.replace(/#.*/, ""));
}

function start(asOf: AsOf): void {
  const { moments, slider, play } = asOf;
  const last = moments.length - 1;
  if (Number(slider.value) === last) show(asOf, moments[0] ?? "", true);
  play.textContent = message("pause");
  asOf.timer = setInterval(() => {
    const next = Number(slider.value) + 1;
    show(asOf, moments[next] ?? "", true);
    if (next >= last) pause(asOf);
  }, stepMs);
}

function pause(asOf: AsOf): void {
  clearInterval(asOf.timer);
  asOf.timer = 0;
  asOf.play.textContent = message("play");
}

/** Shows the moment that the address names; closes the panel where the address leads to a post that the panel hides. */
function followAddress(asOf: AsOf): void {
  const moment = form.exec(decoded(location.hash))?.[1] ?? "";
  if (Number.isFinite(Date.parse(moment))) {
    pause(asOf);
    show(asOf, moment, false);
  } else if (asOf.panel.isConnected && leadsToHidden(asOf.list)) {
    close(asOf);
    jumpTo(document.getElementById(location.hash.slice(1)));
  }
}

/** On the page of one post: links to the live page as of its time; without a script that link leads to the oldest order. */
export function linkToAsOf(): void {
  const link = document.querySelector<HTMLAnchorElement>("a.then");
  const moment = link?.querySelector("time")?.dateTime;
  if (link !== null && moment !== undefined) link.href = `../index.html#at=${moment}`;
}

/** A page that holds a part of the event cannot show a moment of all of it: it leads to the page that holds all posts. */
function leadToWholeEvent(wholeEvent: HTMLAnchorElement, toolbar: Toolbar, moment: string | undefined): void {
  const at = (hash: string): string => {
    const address = new URL(wholeEvent.href);
    address.hash = hash;
    return address.href;
  };
  if (moment !== undefined) toolbar.add(makeButton(message("asOf"), () => location.assign(at(`at=${moment}`))));
  if (form.test(decoded(location.hash))) location.replace(at(location.hash));
}

/** True where the address leads to a post that is hidden now, or to all posts. */
const leadsToHidden = ({ posts }: PostList): boolean =>
  location.hash === "#the_posts" ||
  posts.some(({ article, place }) => place.hidden && article.id === location.hash.slice(1));

/** Some programs encode the colons and the plus of an address. Unlike `decodeURIComponent`, `unescape` never throws. */
const decoded = (hash: string): string => unescape(hash);

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
