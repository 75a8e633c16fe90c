/** From a post of any live page to its parts, by the names of elements and by their places before and after the text. */
import { dividerMark, keyEventWords } from "../../account/furniture-words.ts";
import { find, textOfElement } from "../../html/html.ts";
import { attribute, type Element, isElement } from "../../html/inline.ts";
import { hasName } from "../../html/names.ts";
import { putBefore } from "../../html/split.ts";
import { bylinesOf, isRelated } from "../../saved-page/bylines.ts";
import { type ElementTime, machineTimesOf, timeOfElement } from "../../saved-page/element-times.ts";
import { frameFigures, settleIcons } from "../../saved-page/figures.ts";
import type { PostParts } from "../../saved-page/post/parts.ts";
import { type Range, type View, viewOf } from "../../saved-page/view.ts";
import { parseDayBeside, parseWrittenDay } from "../../written-time/written-time.ts";
import { dayNote } from "../days.ts";
import { keyEventNote } from "../key-events.ts";
import { loosenCells } from "../layout.ts";
import { type Cut, cutOut, dividersIn, isPhrase, phrasesOf, piecesIn, ruleOf } from "./cuts.ts";
import { headlineOf } from "./headline.ts";
import { frameLegendsBehind } from "./legends-behind.ts";
import type { Part } from "./line.ts";
import { type Roles, rolesIn } from "./roles.ts";

const sources = [
  "data-block-id",
  "data-post-id",
  "data-js-post-id",
  "data-entry-id",
  "data-id",
  "data-nid",
  "data-tik-id",
  "id",
  "itemid",
];

export function anyPostParts(post: Element): PostParts {
  loosenCells(post);
  settleIcons(post);
  frameLegendsBehind(post);
  frameFigures(post);
  const own = timeOfElement(post);
  const first = viewOf(post);
  const found = headlineOf(post, first);
  const times = new Set(first.elements.filter((one) => timeOfElement(one) !== undefined));
  const bylines = bylinesOf(
    post,
    (one) =>
      !times.has(one) &&
      one !== found &&
      !isRelated(one, found) &&
      find(one, (inner) => times.has(inner)) === undefined,
  );
  const view = viewOf(post);
  const names = new Set(
    [...bylines.names, ...bylines.between].flatMap((one) =>
      piecesOf(view, "name" in one ? [one.name, one.role] : [one[0]]),
    ),
  );
  const headline = found === undefined ? undefined : view.rangeOf(found);
  const roles = rolesIn(view, headline, names, own);
  const { parts, furniture } = withoutGuesses(post, view, roles, headline, names);
  const apart = parts.filter(({ range }) => !names.has(range.from));
  const marks = dividersIn(view, roles.body, apart, names);
  const cuts = cutOut(view, [...apart, ...marks.parts, ...furnitureLeft(view, furniture, apart)]);
  for (const rule of marks.rules) putBefore(ruleOf(), rule);
  const of = (role: Part["role"]): readonly Cut[] => cuts.filter(([part]) => part.role === role);
  const stamps = of("time").toSorted(
    ([a], [b]) => Number(a.marked?.updated ?? false) - Number(b.marked?.updated ?? false),
  );
  const days = stamps.flatMap(([{ text }]) => parseDayBeside(text) ?? []);
  const marked = timesOf(own, view, roles, stamps);
  const changed = marked.find(({ updated, machine }) => updated && machine !== undefined)?.machine;
  const bare = stamps.some(([part]) => part.marked === undefined);
  const [label] = of("label");
  const isBreaking = label !== undefined && /^breaking(?: news)?:?$/i.test(label[0].text);
  return {
    source: sourceOf(post),
    ...machineTimesOf(marked, bare),
    changes: stamps.flatMap(([part, element]) => (part.marked?.updated === true ? [element] : [])),
    updated: attribute(post, "data-last-updated") ?? changed,
    day: days[0] ?? parseWrittenDay(attribute(post, dayNote) ?? ""),
    stamps: stamps.map(([, element]) => element),
    headline: found !== undefined && textOfElement(found) !== "" ? found : undefined,
    ...(isBreaking ? { breaking: label[1] } : { label: label?.[1] }),
    keyEvent:
      hasName(post, /^(?:is-)?key-?event$/i) ||
      attribute(post, keyEventNote) !== undefined ||
      (label !== undefined && keyEventWords.test(label[0].text)),
    bylines: [...bylines.names, ...of("name").map(([, name]) => ({ name }))],
    phrases: [...bylines.between, ...phrasesOf(cuts)],
    controls: cuts.flatMap(([{ role, text }, element]) =>
      role === "furniture" && !isPhrase(text.trim()) ? [element] : [],
    ),
  };
}

const piecesOf = (view: View, elements: readonly (Element | undefined)[]): readonly number[] =>
  elements.flatMap((one) => {
    const { from, to } = one === undefined ? { from: 0, to: 0 } : view.rangeOf(one);
    return Array.from({ length: to - from }, (_, index) => from + index);
  });

/** Parts that only look like a name, a label, a button or a rule become text if the post has no other text. */
function withoutGuesses(
  post: Element,
  view: View,
  { parts, furniture }: Pick<Roles, "parts" | "furniture">,
  headline: Range | undefined,
  names: ReadonlySet<number>,
): Pick<Roles, "parts" | "furniture"> {
  const apart = new Set<number>(names);
  const cut = new Map<number, number>();
  for (const part of parts) {
    if (part.cut === undefined) for (const index of piecesIn(part.range)) apart.add(index);
    else cut.set(part.range.from, (cut.get(part.range.from) ?? 0) + part.cut.end - part.cut.start);
  }
  const hasText = view.pieces.some(
    ({ text }, index) =>
      !apart.has(index) && !furniture.has(index) && (cut.get(index) ?? 0) < text.length && !dividerMark.test(text),
  );
  if (hasText || (headline !== undefined && headline.to > headline.from)) return { parts, furniture };
  if (find(post, ({ tagName }) => media.has(tagName)) !== undefined) return { parts, furniture };
  const isCertain = ({ role, range, guessed }: Part): boolean =>
    (role === "time" && guessed !== true) ||
    (role === "furniture" && furniture.get(range.from) === "shape") ||
    (role === "name" && guessed !== true);
  const left = parts.filter(
    (part) => isCertain(part) || (part.role !== "furniture" && part.cut !== undefined && part.guessed !== true),
  );
  return { parts: left, furniture: new Map([...furniture].filter(([, proof]) => proof === "shape")) };
}

const media = new Set(["img", "iframe", "video", "audio", "figure", "object", "embed"]);

/** The times in the head and the foot of a post; other times only if these are none. */
function timesOf(
  own: ElementTime | undefined,
  view: View,
  { marked, body }: { readonly marked: readonly ElementTime[]; readonly body: number },
  stamps: readonly Cut[],
): readonly ElementTime[] {
  const printed = stamps.flatMap(([part]) => part.marked ?? []);
  // Elements without words have a time only for machines.
  const silent = marked.filter(({ element }) => view.rangeOf(element).from === view.rangeOf(element).to);
  const head = marked.filter(({ element, machine }) => machine !== undefined && view.rangeOf(element).from < body);
  const first = [...new Set([...printed, ...silent, ...head])];
  const bare = stamps.some(([part]) => part.marked === undefined);
  const known = own !== undefined || bare || first.some(({ updated }) => !updated);
  const rest = marked.filter((one) => !first.includes(one));
  const later = known ? rest.filter(({ updated }) => updated) : rest.slice(0, 1);
  const all = own?.machine === undefined ? [] : [own];
  // Times for machines are exact; times in words may lack the date.
  return [...all, ...[...first, ...later].sort((a, b) => rank(a) - rank(b))];
}

const rank = ({ machine, relative }: ElementTime): number => (machine !== undefined ? 0 : relative ? 2 : 1);

/** Furniture between the lines of the text. */
function furnitureLeft(view: View, furniture: ReadonlyMap<number, unknown>, parts: readonly Part[]): readonly Part[] {
  const done = new Set(parts.flatMap(({ range }) => piecesIn(range)));
  return [...furniture.keys()].flatMap((from) =>
    done.has(from)
      ? []
      : [{ role: "furniture" as const, range: { from, to: from + 1 }, text: view.pieces[from]?.text ?? "" }],
  );
}

/** The publisher's id of the post, or of an element that holds the whole post. */
function sourceOf(post: Element): string | undefined {
  for (let one: Element | undefined = post, depth = 0; one !== undefined && depth < 3; depth += 1) {
    for (const name of sources) {
      const value = attribute(one, name)?.trim();
      if (value !== undefined && value !== "") return value.replace(/^pinned-/, "");
    }
    const inner: readonly Element[] = one.childNodes.filter((node): node is Element => isElement(node));
    one = inner.length === 1 ? inner[0] : undefined;
  }
  return undefined;
}
