/** Posts that a page shows twice, such as a pinned post -> each post once. */
import { elementsIn, find, findAll, parentOf, textOfElement } from "../html/html.ts";
import { attribute, type Element, wordsOf } from "../html/inline.ts";
import { hasName, isCalled } from "../html/names.ts";
import { timeOfElement } from "../saved-page/element-times.ts";
import { noteOlderWording, olderWordingsWarning } from "../saved-page/post/older-wording.ts";

/**
 * Removes copies of posts. A copy has the same id, or has no other id and has the same time and the same words. The pinned copy is
 * removed, the post in its place stays. The same words at another time are another post.
 */
export function withoutCopies(
  posts: readonly Element[],
  say: (message: string, hint: string) => void,
): readonly Element[] {
  const kept = new Map<string, Element>();
  const removed = new Set<Element>();
  for (const post of posts) {
    const key = keyOf(post);
    const id = idOf(post) ?? "";
    // A post without an id can be a copy of the first post with its words, with or without an id.
    const names = id === "" ? [`${key}\n#`, `${key}\n`] : [`${key}\n#${id}`, `${key}\n#`];
    const name = names.find((one) => kept.has(one));
    const before = name === undefined ? undefined : kept.get(name);
    if (name === undefined || before === undefined || key.length < 30 || !hasSameWords(post, before)) {
      kept.set(`${key}\n#${id}`, post);
      if (!kept.has(`${key}\n`)) kept.set(`${key}\n`, post);
    } else if (isPinned(post)) removed.add(post);
    else {
      // The copy stands above; if both are alike, the first is the copy.
      removed.add(before);
      for (const one of [name, `${key}\n`]) if (kept.get(one) === before) kept.set(one, post);
    }
  }
  if (removed.size > 0)
    say(
      `Copies of posts, such as pinned ones, were left out: ${removed.size}`,
      "Nothing is to be done: each post is there once",
    );
  const older = pinnedInOtherWords(posts.filter((post) => !removed.has(post)));
  if (older.size > 0) say(...olderWordingsWarning(older.size));
  return posts.filter((post) => !removed.has(post) && !older.has(post));
}

/** Pinned posts whose post in its place has a longer or a shorter text: found by their ids, else by time and headline. */
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

/** The first time of a post and its headline; empty if one of them is missing. */
function headKey(post: Element): string {
  const [time] = timesIn(post);
  const heading = find(post, ({ tagName }) => /^h[1-6]$/.test(tagName));
  const words = heading === undefined ? "" : squeezed(heading);
  return time === undefined || words === "" ? "" : `${time}\n${words}`;
}

/** The times of a post and the words of its text elements, or else all its words, without white space. */
function keyOf(post: Element): string {
  const text = findAll(post, ({ tagName }) => /^(?:h[1-6]|p|li|blockquote|td|dd|figcaption)$/.test(tagName));
  return [...timesIn(post), ...(text.length === 0 ? [post] : text).map(squeezed)].join("\n");
}

const squeezed = (element: Element): string => wordsOf([element]).replace(/\s+/g, "");

function timesIn(post: Element): readonly string[] {
  const times: string[] = [];
  for (const one of [post, ...elementsIn(post)]) {
    const time = timeOfElement(one);
    if (time !== undefined) times.push(time.machine ?? textOfElement(time.element));
  }
  return times;
}

const ids = ["data-block-id", "data-post-id", "data-entry-id", "data-id", "id"];

const idOf = (post: Element): string | undefined =>
  ids
    .map((name) => attribute(post, name)?.trim())
    .find((id) => id !== undefined && id !== "")
    ?.replace(/^pinned-/, "");

/** True if two posts with one key have the same words; a pinned one may have more, such as "Pinned". */
const hasSameWords = (post: Element, other: Element): boolean =>
  isPinned(post) || isPinned(other) || squeezed(post) === squeezed(other);

function isPinned(post: Element): boolean {
  for (let one: Element | undefined = post; one !== undefined; one = parentOf(one))
    if (isCalled(one, / pinned /) || hasName(one, /^pinned/i)) return true;
  return false;
}
