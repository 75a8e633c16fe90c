/** Which elements of any page are the posts of a live page: they repeat, tell times, and have more to say than links. */
import { elementsIn, findAll, isWithin, parentOf, shortLineOf, type Tree } from "./html-dom.ts";
import { attribute, type Element, isElement, type Node, silent, wordsOf } from "./html-inline.ts";
import { hasName, isCalled, namesOf } from "./html-names.ts";
import { timeTold } from "./html-times.ts";
import { flowPosts } from "./live-flow.ts";
import { parseWrittenDay } from "./written-time.ts";

export type Say = (message: string, hint: string) => void;

/** Parts of a page that are not the live page, whatever they hold. */
const elsewhereTags = new Set(["nav", "footer", "aside", "blockquote", "figure", "dialog"]);
const elsewhereName =
  /^(?:(?:[a-z]+[-_])?comments?(?:[-_](?:list|area|section|wrapper|container|thread|body|item|content|block))?|disqus\w*|sidebar|onward\w*|outbrain\w*|taboola\w*)$/i;
const elsewhereCall =
  / (?:related|recirc|recirculation|recommended|recommendations?|promos?|teasers?|most (?:read|viewed|popular|shared)|trending|newsletter|read next|more stories|more news|latest news|comment section|reader comments?) /;
/** What systems for live pages call a post. */
const liveCall =
  / (?:live ?(?:blog |story |feed |ticker |stream |text |center |page |event |card |lead |article )*(?:post|entry|item|update|event|card|block|commentary|message)|lb (?:post|p|item|entry)|ncpost|tik4 event|scrbbl post|timeline (?:entry|item|event|post)|feed (?:post|entry|item)|message default) /;
const advertCall =
  / (?:ad|ads|advert|adverts|advertisement|adslot|epic|sponsored|sponsor|promo|promos|newsletter|outbrain|taboola|commercial|signup|service) /;

const holders = new Set(["article", "section", "div", "li", "dd", "tr"]);

interface Group {
  readonly kind: string;
  readonly elements: readonly Element[];
  /** Characters in all of them, more where they are called posts. */
  readonly weight: number;
}

/** The posts, in the order of the page; `say` is told what was left out. */
export function findPosts(page: Tree, say: Say): readonly Element[] {
  const marked = findAll(page, (one) => / liveBlogUpdate /.test(` ${attribute(one, "itemprop") ?? ""} `));
  const found = marked.length > 0 ? marked : repeated(page, say);
  const posts = withoutCopies(found, say);
  noteDays(page, posts);
  return posts;
}

function repeated(page: Tree, say: Say): readonly Element[] {
  const groups = groupsIn(page).sort((a, b) => b.weight - a.weight);
  let [best] = groups;
  for (const group of groups.slice(1, 200)) {
    // Boxes around several posts have their words: the posts in them are meant.
    const finer =
      best !== undefined && group.elements.length > best.elements.length && group.weight >= best.weight * 0.7;
    if (finer && best?.elements.some((one) => isWithin(group.elements[0] as Element, one))) best = group;
  }
  const flow = flowPosts(page, isElsewhere);
  if (flow !== undefined && flow.weight > (best?.weight ?? 0)) return flow.wrap();
  if (best === undefined) return [];
  const all = new Set(best.elements);
  const whole = withUntimed(page, best, all);
  const other = groups.find(
    ({ elements }) => elements.length >= 3 && !elements.some((one) => all.has(one) || isRelated(one, best.elements)),
  );
  if (other !== undefined)
    say(
      `Something else on the page has times too and was left out (${other.elements.length} of ${other.kind})`,
      "If it is a part of the live page, import it from a capture of its own",
    );
  return whole;
}

const isRelated = (one: Element, posts: readonly Element[]): boolean =>
  posts.some((post) => isWithin(one, post) || isWithin(post, one));

function groupsIn(page: Tree): Group[] {
  const kinds = new Map<string, Element[]>();
  const seen = new Set<Element>();
  const take = (one: Element): void => {
    for (const kind of kindsOf(one)) {
      const group = kinds.get(kind);
      if (group === undefined) kinds.set(kind, [one]);
      else group.push(one);
    }
  };
  for (const time of elementsIn(page)) {
    const live = holders.has(time.tagName) && isCalled(time, liveCall);
    if (!live && timeTold(time) === undefined) continue;
    for (let one: Element | undefined = time; one !== undefined && !seen.has(one); one = parentOf(one)) {
      seen.add(one);
      if (holders.has(one.tagName) && (one !== time || live || hasOwnWords(one))) take(one);
    }
  }
  return [...kinds].flatMap(([kind, elements]) => groupOf(kind, elements) ?? []);
}

/** A post can tell its time in an attribute of its own: it has more words than a time. */
const hasOwnWords = (element: Element): boolean => wordsOf([element], 200).trim().length > 60;

/** What elements of one kind have in common: their tag and a class, none that holds a number of their own. */
function kindsOf(element: Element): readonly string[] {
  const names = (attribute(element, "class") ?? "").split(/\s+/).filter((name) => name !== "" && !/\d{3}/.test(name));
  const id = ["data-testid", "data-test-id", "data-qa", "data-component", "data-component-name"]
    .map((name) => attribute(element, name) ?? "")
    .filter((name) => name !== "" && !/\d{3}/.test(name));
  const all = [...names, ...id].map((name) => `${element.tagName}.${name}`);
  return all.length === 0 ? [element.tagName] : [...new Set(all)];
}

function groupOf(kind: string, group: readonly Element[]): Group | undefined {
  const all = new Set(group);
  const elements = group.filter((one) => !hasAbove(one, all) && !isElsewhere(one));
  const [first] = elements;
  const live = first !== undefined && liveCall.test(namesOf(first));
  if (first === undefined || elements.length < (live ? 1 : 3)) return undefined;
  let words = 0;
  let linked = 0;
  for (const one of elements) {
    words += lengthOf(one);
    for (const link of findAll(one, ({ tagName }) => tagName === "a")) linked += lengthOf(link);
  }
  const [each, share] = [words / elements.length, linked / Math.max(words, 1)];
  // Lists of other stories are links with a line each: posts have more to say.
  if (each < (live ? 15 : share > 0.3 ? 60 : 25)) return undefined;
  return { kind, elements: inOrder(elements), weight: words * (live ? 3 : 1) * (share > 0.6 ? 0.2 : 1) };
}

const lengthOf = (element: Element): number => wordsOf([element]).replace(/\s+/g, " ").trim().length;

function hasAbove(element: Element, all: ReadonlySet<Element>): boolean {
  for (let above = parentOf(element); above !== undefined; above = parentOf(above)) if (all.has(above)) return true;
  return false;
}

/** True in comments, sidebars and lists of other stories. */
function isElsewhere(element: Element): boolean {
  for (let one: Element | undefined = element; one !== undefined; one = parentOf(one)) {
    if (one.tagName === "body" || one.tagName === "html") return false;
    if (one !== element && elsewhereTags.has(one.tagName)) return true;
    if (one === element && liveCall.test(namesOf(one))) continue;
    if (hasName(one, elsewhereName) || isCalled(one, elsewhereCall)) return true;
  }
  return false;
}

/** The elements of the same kind that tell no time, where they stand among the others. */
function withUntimed(page: Tree, { kind, elements }: Group, all: ReadonlySet<Element>): readonly Element[] {
  const parents = new Set(elements.map(parentOf));
  const others = [...elementsIn(page)].filter(
    (one) =>
      !all.has(one) &&
      holders.has(one.tagName) &&
      (parents.has(parentOf(one)) || kind.includes(".")) &&
      kindsOf(one).includes(kind) &&
      !isElsewhere(one) &&
      !isRelated(one, elements) &&
      !isCalled(one, advertCall) &&
      lengthOf(one) > 0 &&
      parseWrittenDay(shortLineOf(one, 60) ?? "") === undefined,
  );
  const outer = new Set(others);
  return inOrder([
    ...elements.filter((one) => !isCalled(one, advertCall)),
    ...others.filter((one) => !hasAbove(one, outer)),
  ]);
}

/** Elements in the order of the page they are in. */
function inOrder(elements: readonly Element[]): readonly Element[] {
  let [top] = elements;
  for (let above = top; above !== undefined; above = parentOf(above)) top = above;
  const all = new Set(elements);
  return top === undefined
    ? []
    : all.size === 1
      ? elements
      : [...elementsIn({ childNodes: [top] })].filter((one) => all.has(one));
}

/** A post that is pinned to the top of a page may stand in its place as well: the copy is left out. */
function withoutCopies(posts: readonly Element[], say: Say): readonly Element[] {
  const kept = new Map<string, Element>();
  let copies = 0;
  for (const post of posts) {
    const key = findAll(post, ({ tagName }) => /^(?:h[1-6]|p|li)$/.test(tagName))
      .map((one) => wordsOf([one]).replace(/\s+/g, ""))
      .join("\n");
    const before = key.length < 30 ? undefined : kept.get(key);
    if (before === undefined) kept.set(key.length < 30 ? `${key} ${kept.size}` : key, post);
    else {
      copies += 1;
      // The copy stands above; where both are alike, the first is the copy.
      if (!isPinned(post)) kept.set(key, post);
    }
  }
  if (copies > 0)
    say(
      `Copies of posts, such as pinned ones, were left out: ${copies}`,
      "Nothing is to be done: each post is there once",
    );
  const left = new Set(kept.values());
  return posts.filter((post) => left.has(post));
}

function isPinned(post: Element): boolean {
  for (let one: Element | undefined = post; one !== undefined; one = parentOf(one))
    if (/ pinned /.test(namesOf(one)) || hasName(one, /^pinned/i)) return true;
  return false;
}

/** The day that stands above a post, noted on it where the page has headings for days. */
export const dayNote = "data-day-above";

/** Notes on each post the date that stands above it, in the part of the page that holds all posts. */
function noteDays(page: Tree, posts: readonly Element[]): void {
  const all = new Set(posts);
  const above = commonAbove(posts) ?? page;
  let day: string | undefined;
  const waiting: Node[] = [...above.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node) || silent.has(node.tagName)) continue;
    if (all.has(node)) {
      node.attrs = node.attrs.filter(({ name }) => name !== dayNote);
      if (day !== undefined) node.attrs.push({ name: dayNote, value: day });
      continue;
    }
    const line = shortLineOf(node, 60);
    if (line !== undefined && parseWrittenDay(line) !== undefined) day = line;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) waiting.push(node.childNodes[index] as Node);
  }
}

/** The innermost element that holds all posts. */
function commonAbove(posts: readonly Element[]): Element | undefined {
  const counts = new Map<Element, number>();
  for (const post of posts)
    for (let one = parentOf(post); one !== undefined; one = parentOf(one)) {
      const count = (counts.get(one) ?? 0) + 1;
      counts.set(one, count);
    }
  const [first] = posts;
  for (let one = first && parentOf(first); one !== undefined; one = parentOf(one))
    if (counts.get(one) === posts.length) return one;
  return undefined;
}
