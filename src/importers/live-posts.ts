/** Which elements of any page are the posts of a live page: they repeat, tell times, and have more to say than links. */
import { elementsIn, findAll, parentOf, shortLineOf, type Tree } from "./html-dom.ts";
import { attribute, type Element } from "./html-inline.ts";
import { isCalled } from "./html-names.ts";
import { timeTold } from "./html-times.ts";
import { withoutCopies } from "./live-copies.ts";
import { noteDays } from "./live-days.ts";
import { flowPosts } from "./live-flow.ts";
import { allAbove, hasAbove, type Look, liveCall, lookAt, nearestAbove } from "./live-look.ts";
import { parseWrittenDay } from "./written-time.ts";

type Say = (message: string, hint: string) => void;

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
  const look = lookAt(page);
  const groups = groupsIn(page, look).sort((a, b) => b.weight - a.weight);
  let [best] = groups;
  let all = new Set(best?.elements);
  for (const group of groups.slice(1, 200)) {
    // Boxes around several posts have their words: the posts in them are meant.
    if (best === undefined || !isFiner(group, best, all)) continue;
    best = group;
    all = new Set(group.elements);
  }
  const flow = flowPosts(page, look.isElsewhere);
  if (flow !== undefined && flow.weight > (best?.weight ?? 0)) return flow.wrap();
  if (best === undefined) return [];
  const around = allAbove(best.elements);
  const isApart = (one: Element): boolean => !all.has(one) && !around.has(one) && !hasAbove(one, all);
  const posts = withUntimed(page, best, isApart, look);
  const other = groups.find(({ elements }) => elements.length >= 3 && elements.every(isApart));
  if (other !== undefined)
    say(
      `Something else on the page has times too and was left out (${other.elements.length} of ${other.kind.replace(/ \d+$/, "")})`,
      "If it is a part of the live page, import it from a capture of its own",
    );
  return posts;
}

/** More elements than the boxes have, or all of them in one of the boxes, with nearly all of the words. */
function isFiner(group: Group, boxes: Group, all: ReadonlySet<Element>): boolean {
  const within = new Set(group.elements.map((one) => nearestAbove(one, all)));
  if (within.has(undefined)) return false;
  if (within.size === 1) return group.elements.length >= 3 && group.weight >= boxes.weight * 0.5;
  return group.elements.length > boxes.elements.length && group.weight >= boxes.weight * 0.7;
}

function groupsIn(page: Tree, look: Look): Group[] {
  const kinds = new Map<string, Element[]>();
  const seen = new Set<Element>();
  const take = (one: Element): void => {
    for (const kind of kindsOf(one, look)) {
      const group = kinds.get(kind);
      if (group === undefined) kinds.set(kind, [one]);
      else group.push(one);
    }
  };
  for (const time of elementsIn(page)) {
    const live = holders.has(time.tagName) && isCalled(time, liveCall);
    if (!live && timeTold(time) === undefined) continue;
    // A post can tell its time in an attribute of its own: it has more words than a time.
    const own = live || look.sizeOf(time).words > 60;
    for (let one: Element | undefined = time; one !== undefined && !seen.has(one); one = parentOf(one)) {
      seen.add(one);
      if (holders.has(one.tagName) && (one !== time || own)) take(one);
    }
  }
  return [...kinds].flatMap(([kind, elements]) => groupOf(kind, elements, look) ?? []);
}

/** What elements of one kind have in common: their tag and a class, none that holds a number of their own, or what they stand in. */
function kindsOf(element: Element, look: Look): readonly string[] {
  const names = kindNames.flatMap((name) => (attribute(element, name) ?? "").split(/\s+/));
  const plain = names.filter((name) => name !== "" && !/\d{3}/.test(name)).map((name) => `${element.tagName}.${name}`);
  const above = parentOf(element);
  const beside = above === undefined ? [] : [`${element.tagName} ${look.numberOf(above)}`];
  return [...new Set([...plain, ...beside])];
}

const kindNames = ["class", "data-testid", "data-test-id", "data-qa", "data-component", "data-component-name"];

function groupOf(kind: string, group: readonly Element[], look: Look): Group | undefined {
  const all = new Set(group);
  const elements = group.filter((one) => !hasAbove(one, all) && !look.isElsewhere(one));
  const [first] = elements;
  const live = first !== undefined && isCalled(first, liveCall);
  if (first === undefined || elements.length < (live ? 1 : 3)) return undefined;
  let words = 0;
  let linked = 0;
  for (const one of elements) {
    words += look.sizeOf(one).words;
    linked += look.sizeOf(one).linked;
  }
  const [each, share] = [words / elements.length, linked / Math.max(words, 1)];
  // Lists of other stories are links with a line each: posts have more to say.
  if (each < (live ? 15 : share > 0.3 ? 60 : 25)) return undefined;
  return { kind, elements, weight: words * (live ? 3 : 1) * (share > 0.6 ? 0.2 : 1) };
}

/** The posts, with the elements of the same kind that tell no time and stand among them; in the order of the page. */
function withUntimed(
  page: Tree,
  { kind, elements }: Group,
  isApart: (one: Element) => boolean,
  look: Look,
): readonly Element[] {
  const timed = new Set(elements);
  const parents = new Set(elements.map(parentOf));
  const posts: Element[] = [];
  const taken = new Set<Element>();
  for (const one of elementsIn(page)) {
    const isUntimed = (): boolean =>
      holders.has(one.tagName) &&
      (parents.has(parentOf(one)) || kind.includes(".")) &&
      kindsOf(one, look).includes(kind) &&
      isApart(one) &&
      look.sizeOf(one).words > 0 &&
      !look.isElsewhere(one) &&
      !hasAbove(one, taken) &&
      parseWrittenDay(shortLineOf(one, 60) ?? "") === undefined;
    if ((!timed.has(one) && !isUntimed()) || isCalled(one, advertCall)) continue;
    posts.push(one);
    taken.add(one);
  }
  return posts;
}
