/** The page as of a moment, `#at=2024-05-16T14:05+01:00`: only the posts up to then. The density strip is the slider of its moments. */
import { make, makeButton } from "../make.ts";
import { language, message } from "../messages.ts";
import type { ListedPost, PostList, SearchablePost } from "../post-list.ts";
import { replaceAddress } from "../query-parameters.ts";
import { jumpTo } from "../reading/jump.ts";
import type { Toolbar } from "../toolbar.ts";
import { dateInWords, type LocalClock } from "./local-clock.ts";
import { chosenClock } from "./zones.ts";

const form = /^#at=(\d+-\d\d-\d\dT[\d:]+(?:Z|[+-]\d\d:\d\d))$/;
const stepMs = 1200;
const minuteMs = 60_000;
/** The moment from which the page shows all posts. */
const wholeEvent = Number.POSITIVE_INFINITY;

export function offerAsOf(list: PostList, toolbar: Toolbar): void {
  const times = list.posts.flatMap((post) => timeOf(post) ?? []).sort((a, b) => epochOf(a) - epochOf(b));
  const last = times.at(-1);
  const strip = document.querySelector<SVGElement>(".strip");
  if (list.wholeEvent !== undefined) leadToWholeEvent(list.wholeEvent, toolbar, last);
  else if (strip !== null && last !== undefined) offerMoments(list, toolbar, times, strip);
}

/** `times`: of the posts, in order. */
function offerMoments(list: PostList, toolbar: Toolbar, times: readonly HTMLTimeElement[], strip: SVGElement): void {
  const since = visibleSince(list.posts);
  let shown = wholeEvent;
  const said = make("b");
  const show = (epoch: number): void => {
    shown = epoch;
    document.body.classList.toggle("as-of", epoch !== wholeEvent);
    const isThere = (post: SearchablePost): boolean => (since.get(post) ?? 0) <= epoch;
    list.setFilter("at", epoch === wholeEvent ? undefined : isThere);
    for (const post of list.posts)
      strip.querySelector(`[href="#${post.article.id}"]`)?.classList.toggle("later", !isThere(post));
    if (epoch === wholeEvent) return;
    const count = list.posts.filter(isThere).length;
    const words = message("asOfShown", { ...wordsOf(epoch, times), count, total: list.posts.length });
    said.textContent = words;
    slider.valueAsNumber = epoch / minuteMs;
    slider.ariaValueText = words;
  };
  const go = (epoch: number): void => {
    show(epoch);
    replaceAddress(`#at=${publishedAt(epoch, times).iso}`);
  };
  const [slider, button, pause] = playMoments(strip, times.map(epochOf), () => shown, go);
  /** Shows the moment that the address names, and the whole event where it names none, or a post that is hidden. */
  const followAddress = (): void => {
    const epoch = Date.parse(momentInAddress());
    const hidden = document.querySelector("[hidden] > :target");
    if (Number.isNaN(epoch) && location.hash !== "" && hidden === null) return;
    pause();
    show(epoch || wholeEvent);
    jumpTo(hidden);
  };
  strip.before(slider);
  strip.parentElement?.prepend(
    make(
      "div",
      { className: "moment" },
      said,
      " ",
      make("a", { href: "#" }, message("asOfLeave")),
      make("p", {}, message("asOfNote")),
    ),
  );
  toolbar.add(button);
  addEventListener("hashchange", followAddress);
  // The reader chose another zone.
  addEventListener("change", () => show(shown));
  followAddress();
}

/** A slider over the strip and a button that plays. By hand the slider goes to any minute, by keys from post to post. */
function playMoments(
  strip: SVGElement,
  moments: readonly number[],
  shown: () => number,
  go: (epoch: number) => void,
): readonly [slider: HTMLInputElement, button: HTMLButtonElement, pause: () => void] {
  const [first = 0, last = 0] = [moments[0], moments.at(-1)];
  const slider = make("input", {
    type: "range",
    ...strip.dataset,
    className: "slider",
    ariaLabel: message("asOf"),
  });
  /** 0 while nothing plays. */
  let timer = 0;
  const pause = (): void => {
    clearInterval(timer);
    timer = 0;
    button.textContent = message("asOf");
  };
  const step = (): void => {
    go(moments.find((moment) => moment > shown()) ?? first);
    if (shown() === last) pause();
  };
  const press = (): void => {
    if (timer !== 0) pause();
    else {
      button.textContent = message("pause");
      timer = setInterval(step, stepMs);
      step();
      slider.focus();
    }
  };
  const button = makeButton(message("asOf"), press);
  slider.addEventListener("input", () => {
    pause();
    const epoch = Math.min(Math.max(slider.valueAsNumber * minuteMs, first), last);
    const before = moments.filter((moment) => moment <= epoch).at(-1);
    const after = moments.find((moment) => moment >= epoch);
    go((slider.matches(":active") ? epoch : epoch > shown() ? after : before) ?? epoch);
  });
  slider.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    press();
  });
  return [slider, button, pause];
}

/** A moment by the clock of the newest post of then, as the page prints it. `iso` with the offset of that post. */
function publishedAt(epoch: number, times: readonly HTMLTimeElement[]): LocalClock & { readonly iso: string } {
  const time = times.filter((one) => epochOf(one) <= epoch).at(-1) ?? times[0];
  const iso = time?.dateTime ?? "";
  const local = new Date(epoch - epochOf(time) + Date.parse(`${iso.slice(0, 19)}Z`)).toISOString();
  return {
    iso: local.slice(0, 19) + iso.slice(19),
    date: local.slice(0, 10),
    clock: local.slice(11, 16),
    zone: time?.querySelector(".zone")?.textContent ?? "",
  };
}

/** A moment in the zone that the reader chose, else as the page prints it. */
function wordsOf(epoch: number, times: readonly HTMLTimeElement[]): { readonly day: string; readonly clock: string } {
  const { date, clock, zone } = chosenClock(epoch) ?? publishedAt(epoch, times);
  return { day: dateInWords(date, language(), true), clock: `${clock}\u00a0${zone}` };
}

/** On the page of one post: links to the live page as of its time; without a script that link leads to the oldest order. */
export function linkToAsOf(): void {
  const link = document.querySelector<HTMLAnchorElement>("a.then");
  const moment = link?.querySelector("time")?.dateTime;
  if (link !== null && moment !== undefined) link.href = `../index.html#at=${moment}`;
}

/** A page that holds a part of the event cannot show a moment of all of it: it leads to the page that holds all posts. */
function leadToWholeEvent(whole: HTMLAnchorElement, toolbar: Toolbar, last: HTMLTimeElement | undefined): void {
  const follow = (): void => location.assign(`${whole.href}#at=${last?.dateTime}`);
  if (last !== undefined) toolbar.add(makeButton(message("asOf"), follow));
  if (momentInAddress() !== "") location.replace(whole.href + location.hash);
}

/** "" without one. Some programs encode the colons and the plus of an address; unlike `decodeURIComponent`, `unescape` never throws. */
const momentInAddress = (): string => form.exec(unescape(location.hash))?.[1] ?? "";

const timeOf = ({ article }: ListedPost): HTMLTimeElement | null => article.querySelector(".when time");

const epochOf = (time: HTMLTimeElement | undefined): number => Date.parse(time?.dateTime ?? "");

/** A post without a time stands on the page from the time of the post before it. */
function visibleSince(posts: readonly ListedPost[]): ReadonlyMap<SearchablePost, number> {
  const timed = posts.flatMap((post) => timeOf(post) ?? []);
  const newestFirst = epochOf(timed[0]) >= epochOf(timed.at(-1));
  const since = new Map<SearchablePost, number>();
  let epoch = Number.NEGATIVE_INFINITY;
  for (const post of newestFirst ? [...posts].reverse() : posts) {
    const time = timeOf(post);
    if (time !== null) epoch = epochOf(time);
    since.set(post, epoch);
  }
  return since;
}
