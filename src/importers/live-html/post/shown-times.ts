/** The place in which posts show their times, where nothing calls it a time: in most posts what stands there is what machines are told. */
import { elementsIn, parentOf, shortLineOf } from "../../html/html.ts";
import { attribute, type Element } from "../../html/inline.ts";
import { shownNote, timeTold } from "../../saved-page/element-times.ts";
import { isTimeText } from "../../written-time/bare-times.ts";

/** How many posts must show there what machines are told, and which part of those that show a time there. */
const [least, part] = [2, 0.5];

/** Notes in each post the first element that is a time and no more, where it stands in the same place as in other posts. */
export function noteShownTimes(posts: readonly Element[]): void {
  const places = new Map<string, { readonly shown: Element[]; agree: number }>();
  for (const post of posts) {
    const told = [post, ...elementsIn(post)].flatMap((one) => timeTold(one)?.machine ?? [])[0];
    const shown = told === undefined ? undefined : timeIn(post);
    if (told === undefined || shown === undefined) continue;
    const name = placeOf(shown);
    const place = places.get(name) ?? { shown: [], agree: 0 };
    places.set(name, place);
    place.shown.push(shown);
    if (minuteOf(shortLineOf(shown, 60) ?? "") === minuteOf(told)) place.agree += 1;
  }
  for (const { shown, agree } of places.values())
    if (agree >= least && agree >= shown.length * part && agree < shown.length)
      for (const one of shown) one.attrs.push({ name: shownNote, value: "" });
}

/** The first element that is a time and no more, before any other words; none where something is called a time. */
function timeIn(post: Element): Element | undefined {
  for (const one of elementsIn(post)) {
    const line = shortLineOf(one, 60) ?? "";
    if (line === "" || !/\p{Nd}/u.test(line) || !isTimeText(line)) continue;
    return timeTold(one) === undefined ? one : undefined;
  }
  return undefined;
}

const placeOf = (element: Element): string =>
  [element, parentOf(element)].map((one) => (one && `${one.tagName}.${attribute(one, "class") ?? ""}`) ?? "").join("<");

/** The minute past the hour: of what is told to machines in one zone and shown in another. */
const minuteOf = (text: string): number => Number(/\d{1,2}\s?[:.h]\s?(\d\d)(?!\d)/.exec(text)?.[1] ?? Number.NaN);
