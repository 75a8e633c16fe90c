/** Posts that a page shows twice, such as one that is pinned to its top -> each once. */
import { elementsIn, find, findAll, parentOf, textOfElement } from "../html/html.ts";
import { attribute, type Element, wordsOf } from "../html/inline.ts";
import { hasName, isCalled } from "../html/names.ts";
import { timeTold } from "../saved-page/element-times.ts";
import { noteOlderWording, olderWordingsSaid } from "../saved-page/post/older-wording.ts";

/**
 * Leaves out a copy of a post: an element with the same id, or without another one, with the same time and the same words. Of a pinned post
 * and the one in its place the latter is kept; the same words at another time are another post.
 */
export function withoutCopies(
  posts: readonly Element[],
  say: (message: string, hint: string) => void,
): readonly Element[] {
  const kept = new Map<string, Element>();
  const left = new Set<Element>();
  for (const post of posts) {
    const key = keyOf(post);
    const id = idOf(post) ?? "";
    // A post without an id can be a copy of the first with its words, whatever that one's id is.
    const names = id === "" ? [`${key}\n#`, `${key}\n`] : [`${key}\n#${id}`, `${key}\n#`];
    const name = names.find((one) => kept.has(one));
    const before = name === undefined ? undefined : kept.get(name);
    if (name === undefined || before === undefined || key.length < 30 || !hasSameWords(post, before)) {
      kept.set(`${key}\n#${id}`, post);
      if (!kept.has(`${key}\n`)) kept.set(`${key}\n`, post);
    } else if (isPinned(post)) left.add(post);
    else {
      // The copy stands above; where both are alike, the first is the copy.
      left.add(before);
      for (const one of [name, `${key}\n`]) if (kept.get(one) === before) kept.set(one, post);
    }
  }
  if (left.size > 0)
    say(
      `Copies of posts, such as pinned ones, were left out: ${left.size}`,
      "Nothing is to be done: each post is there once",
    );
  const older = pinnedInOtherWords(posts.filter((post) => !left.has(post)));
  if (older.size > 0) say(...olderWordingsSaid(older.size));
  return posts.filter((post) => !left.has(post) && !older.has(post));
}

/** Pinned posts that stand in their place too, with a longer or a shorter text: by their ids, else by time and headline. */
function pinnedInOtherWords(posts: readonly Element[]): ReadonlySet<Element> {
  const pinned = posts.filter(isPinned);
  if (pinned.length === 0) return new Set();
  const others = posts.filter((post) => !pinned.includes(post));
  const byId = new Map(others.map((post) => [idOf(post), post]));
  const byHead = Map.groupBy(others, headKey);
  const older = new Set<Element>();
  for (const post of pinned) {
    const id = idOf(post);
    const [named, ...more] = (byHead.get(headKey(post)) ?? []).filter(
      (one) => id === undefined || idOf(one) === undefined,
    );
    const same = (id === undefined ? undefined : byId.get(id)) ?? (more.length === 0 ? named : undefined);
    if (same === undefined || (headKey(post) === "" && id === undefined)) continue;
    noteOlderWording(post, same);
    older.add(post);
  }
  return older;
}

/** The first time of a post and its headline; empty where one of them is missing. */
function headKey(post: Element): string {
  const [time] = timesIn(post);
  const heading = find(post, ({ tagName }) => /^h[1-6]$/.test(tagName));
  const words = heading === undefined ? "" : squeezed(heading);
  return time === undefined || words === "" ? "" : `${time}\n${words}`;
}

/** The times of a post and the words of its text, white space aside; of a post whose text is in no such elements all its words. */
function keyOf(post: Element): string {
  const text = findAll(post, ({ tagName }) => /^(?:h[1-6]|p|li|blockquote|td|dd|figcaption)$/.test(tagName));
  return [...timesIn(post), ...(text.length === 0 ? [post] : text).map(squeezed)].join("\n");
}

const squeezed = (element: Element): string => wordsOf([element]).replace(/\s+/g, "");

function timesIn(post: Element): readonly string[] {
  const times: string[] = [];
  for (const one of [post, ...elementsIn(post)]) {
    const told = timeTold(one);
    if (told !== undefined) times.push(told.machine ?? textOfElement(told.element));
  }
  return times;
}

const ids = ["data-block-id", "data-post-id", "data-entry-id", "data-id", "id"];

const idOf = (post: Element): string | undefined =>
  ids
    .map((name) => attribute(post, name)?.trim())
    .find((id) => id !== undefined && id !== "")
    ?.replace(/^pinned-/, "");

/** Of two posts with one key: a pinned one can have other words around its text, such as "Pinned". */
const hasSameWords = (post: Element, other: Element): boolean =>
  isPinned(post) || isPinned(other) || squeezed(post) === squeezed(other);

function isPinned(post: Element): boolean {
  for (let one: Element | undefined = post; one !== undefined; one = parentOf(one))
    if (isCalled(one, / pinned /) || hasName(one, /^pinned/i)) return true;
  return false;
}
