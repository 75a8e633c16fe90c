/** The filters: by label, byline and day, key events, posts with pictures; only those that tell posts of this page apart. */
import { asked, remember } from "./address.ts";
import { make } from "./make.ts";
import type { Post, Stage } from "./posts.ts";
import type { Chooser } from "./search.ts";
import { say } from "./words.ts";

/** Undefined where there is nothing to tell apart. */
export function filters(stage: Stage): Chooser | undefined {
  const { posts } = stage;
  const days = new Map(posts.map(({ day }) => [day.querySelector("time")?.dateTime ?? "", headingOf(day)]));
  const choosers = [
    choice(stage, "label", say("label"), sameNames(posts.flatMap(({ labels }) => labels)), (post, label) =>
      post.labels.includes(label),
    ),
    choice(stage, "by", say("byline"), sameNames(posts.flatMap(({ bylines }) => bylines)), (post, name) =>
      post.bylines.includes(name),
    ),
    choice(stage, "day", say("day"), days, ({ day }, date) => (day.querySelector("time")?.dateTime ?? "") === date),
    tick(stage, "key", say("onlyKeyEvents"), ({ article }) => article.matches(".key")),
    tick(stage, "pictures", say("onlyPictures"), ({ article }) => article.querySelector(".text img") !== null),
  ].flatMap((chooser) => chooser ?? []);
  if (choosers.length === 0) return undefined;
  const isOn = (): boolean => choosers.some((chooser) => chooser.isOn());
  const details = make(
    "details",
    { className: "filters", open: isOn() },
    make("summary", {}, say("filter")),
    make("div", {}, ...choosers.map(({ element }) => element)),
  );
  return {
    element: details,
    isOn,
    clear: () => {
      for (const chooser of choosers) chooser.clear();
    },
  };
}

const headingOf = (day: HTMLElement): string => day.querySelector("h2")?.textContent ?? "";
const sameNames = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...new Set(names)].sort().map((name) => [name, name]));

function choice(
  stage: Stage,
  name: string,
  words: string,
  values: ReadonlyMap<string, string>,
  passes: (post: Post, value: string) => boolean,
): Chooser | undefined {
  if (![...values.keys()].some((value) => !stage.posts.every((post) => passes(post, value)))) return undefined;
  const options = [...values].map(([value, text]) => make("option", { value }, text));
  const select = make("select", {}, make("option", { value: "" }, say("any")), ...options);
  // A label around a select is named by its choice too.
  select.ariaLabel = words;
  select.value = asked(name);
  if (select.selectedIndex === -1) select.value = "";
  return chooser(stage, name, select, make("label", {}, words, " ", select), () => select.value, passes);
}

function tick(stage: Stage, name: string, words: string, passes: (post: Post) => boolean): Chooser | undefined {
  const passing = stage.posts.filter(passes).length;
  if (passing === 0 || passing === stage.posts.length) return undefined;
  const box = make("input", { type: "checkbox", checked: asked(name) === "1" });
  return chooser(
    stage,
    name,
    box,
    make("label", { className: "tick" }, box, " ", words),
    () => (box.checked ? "1" : ""),
    passes,
  );
}

function chooser(
  stage: Stage,
  name: string,
  control: HTMLInputElement | HTMLSelectElement,
  element: HTMLElement,
  value: () => string,
  passes: (post: Post, value: string) => boolean,
): Chooser {
  const choose = (): void => {
    const now = value();
    remember(name, now);
    stage.only(name, now === "" ? undefined : (post) => passes(post, now));
  };
  control.addEventListener("change", choose);
  if (value() !== "") choose();
  return {
    element,
    isOn: () => value() !== "",
    clear: () => {
      if (control instanceof HTMLInputElement) control.checked = false;
      else control.value = "";
      choose();
    },
  };
}
