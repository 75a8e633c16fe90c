/** From any page to its posts: the elements that repeat, have times, and have more words than links. */
import { furnitureWords } from "../account/furniture-words.ts";
import { elementsIn, findAll, parentOf, shortLineOf, type Tree } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";
import { parseWrittenDay } from "../written-time/written-time.ts";
import { withoutCopies } from "./copies.ts";
import { joinDayLists } from "./day-lists.ts";
import { noteDays } from "./days.ts";
import { type Flow, flowPosts } from "./flow.ts";
import { type Group, groupsIn, isFiner, kindsOf, mayHold } from "./groups.ts";
import { noteHours } from "./hours.ts";
import { noteKeyEvents } from "./key-events.ts";
import { noteLead } from "./lead.ts";
import { allAbove, hasAbove, type Look, makeLook } from "./look.ts";
import { notePageWriters } from "./page-writers.ts";
import { noteShownTimes } from "./post/shown-times.ts";
import { isProgramme, type PageSigns, programmeRefused } from "./programme.ts";
import { markRecurringNames } from "./recurring-names.ts";

type Say = (message: string, hint: string) => void;

const advertCall =
  / (?:ad|ads|advert|adverts|advertisement|adslot|epic|sponsored|sponsor|promo|promos|newsletter|outbrain|taboola|commercial|signup|service) /;

/** The posts, in the order of the page. `say` gets a message about parts that were left out, or the reason for no posts. */
export function findPosts(page: Tree, say: Say, signs: PageSigns = { events: false }): readonly Element[] {
  const marked = findAll(page, (one) => / liveBlogUpdate /.test(` ${attribute(one, "itemprop") ?? ""} `));
  const found = marked.length > 0 ? wholePosts(marked) : repeated(page, say, signs);
  const posts = withoutCopies(found, say);
  if (posts.length === 0) return posts;
  noteDays(page, posts);
  noteHours(posts);
  noteShownTimes(posts);
  markRecurringNames(posts);
  const keyLists = noteKeyEvents(page, posts);
  notePageWriters(page, posts, makeLook(page));
  noteLead(page, posts, keyLists);
  return posts;
}

/** The boxes around marked elements, one for each: a time can stand beside the marked element. */
function wholePosts(marked: readonly Element[]): readonly Element[] {
  let posts = marked;
  for (let height = 0; height < 8 && marked.length > 1; height += 1) {
    const outer = posts.map(parentOf);
    const boxes = outer.filter((one): one is Element => one !== undefined && mayHold(one));
    if (boxes.length < posts.length || new Set(boxes).size < boxes.length) break;
    const all = new Set(boxes);
    if (boxes.some((one) => hasAbove(one, all))) break;
    posts = boxes;
  }
  return posts;
}

function repeated(page: Tree, say: Say, signs: PageSigns): readonly Element[] {
  joinDayLists(page);
  const look = makeLook(page, signs.source);
  const all = groupsIn(page, look).sort((a, b) => b.weight - a.weight);
  const lists = all.filter(({ links }) => links);
  let groups: readonly Group[] = all.filter(({ links }) => !links);
  let refused = false;
  let best = finest(groups);
  for (let turn = 0; turn < 6 && best !== undefined && isProgramme(itemsOf(best), look, signs); turn += 1) {
    refused = true;
    groups = withoutGroup(groups, best);
    best = finest(groups);
  }
  const flow = flowPosts(page, look);
  if (flow !== undefined && isProgramme(flow.items, look, signs)) refused = true;
  else if (flow !== undefined && isFuller(flow, best, look)) return flow.wrap();
  if (best === undefined) {
    refused ||= lists.slice(0, 6).some((one) => isProgramme(itemsOf(one), look, signs));
    if (refused) say(programmeRefused.message, programmeRefused.hint);
    return [];
  }
  const taken = new Set(best.elements);
  const around = allAbove(best.elements);
  const isApart = (one: Element): boolean => !taken.has(one) && !around.has(one) && !hasAbove(one, taken);
  const posts = withUntimed(page, best, isApart, look);
  const other = groups.find(({ elements }) => elements.length >= 3 && elements.every(isApart));
  if (other !== undefined)
    say(
      `Something else on the page has times too and was left out (${other.elements.length} of ${other.kind.replace(/ \d+$/, "")})`,
      "If it is a part of the live page, import it from a capture of its own",
    );
  return posts;
}

const itemsOf = ({ elements }: Group): readonly (readonly Element[])[] => elements.map((one) => [one]);

/** The heaviest group, or a finer one with its words: if its elements are boxes around several posts, the posts in them are meant. */
function finest(groups: readonly Group[]): Group | undefined {
  let [best] = groups;
  let all = new Set(best?.elements);
  for (const group of groups.slice(1, 200)) {
    if (best === undefined || !isFiner(group, best, all)) continue;
    best = group;
    all = new Set(group.elements);
  }
  return best;
}

/** The groups that share no words with this one. */
function withoutGroup(groups: readonly Group[], one: Group): readonly Group[] {
  const all = new Set(one.elements);
  const around = allAbove(one.elements);
  return groups.filter(({ elements }) =>
    elements.every((each) => !all.has(each) && !around.has(each) && !hasAbove(each, all)),
  );
}

/** True if a flow has more words than the group, and is more than the same posts with posts without times between them. */
function isFuller(flow: Flow, best: Group | undefined, look: Look): boolean {
  if (best === undefined) return true;
  const all = new Set<HtmlNode>(best.elements);
  const shared = flow.starts.filter((one) => all.has(one)).length;
  if (shared * 5 < flow.starts.length * 4) return flow.weight > best.weight;
  // A paragraph without a time continues the post before it.
  if (best.elements[0]?.tagName === "p") return true;
  const mates = new Set(best.elements.flatMap((one) => kindsOf(one, look)));
  let extra = 0;
  for (const node of flow.nodes)
    if (
      isElement(node) &&
      !all.has(node) &&
      !kindsOf(node, look).some((kind) => kind.includes(".") && mates.has(kind)) &&
      !isMate(node, best)
    )
      extra += look.isElsewhere(node) ? 0 : look.sizeOf(node).words;
  return extra * 4 > flow.weight;
}

/** True for an element with the same tag as the posts that is not a line of text. */
const isMate = (node: Element, { elements }: Group): boolean =>
  node.tagName === elements[0]?.tagName && !["p", "div"].includes(node.tagName);

/** The posts and, between them, elements of the same kind without a time; in the order of the page. */
function withUntimed(page: Tree, best: Group, isApart: (one: Element) => boolean, look: Look): readonly Element[] {
  const { kind, elements } = best;
  const timed = new Set(elements);
  const parents = new Set(elements.map(parentOf));
  const tags = new Set(elements.map(({ tagName }) => tagName));
  const [first, last] = [look.numberOf(elements[0] as Element), look.numberOf(elements.at(-1) as Element)];
  const isBetween = (one: Element): boolean =>
    parents.has(parentOf(one)) &&
    tags.has(one.tagName) &&
    look.numberOf(one) > first &&
    look.numberOf(one) < last &&
    !look.isTeasers(one) &&
    look.sizeOf(one).linked * 2 <= look.sizeOf(one).words;
  const posts: Element[] = [];
  const taken = new Set<Element>();
  for (const one of elementsIn(page)) {
    const isUntimed = (): boolean =>
      mayHold(one) &&
      look.sizeOf(one).words > 0 &&
      ((kindsOf(one, look).includes(kind) && (parents.has(parentOf(one)) || kind.includes("."))) || isBetween(one)) &&
      isApart(one) &&
      !look.isElsewhere(one) &&
      !hasAbove(one, taken);
    if ((!timed.has(one) && !isUntimed()) || isCalled(one, advertCall) || isNoPost(shortLineOf(one, 60) ?? ""))
      continue;
    posts.push(one);
    taken.add(one);
  }
  return posts;
}

/** True for a date between posts, and for the words of a button. */
const isNoPost = (line: string): boolean =>
  line !== "" && (parseWrittenDay(line) !== undefined || furnitureWords.test(line));
