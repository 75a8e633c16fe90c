/** From posts to notes on the places that show their times without an element for times: in most posts they agree with the times for machines. */
import { elementsIn, parentOf, shortLineOf } from "../../html/html.ts";
import { attribute, type Element } from "../../html/inline.ts";
import { shownNote, timeOfElement } from "../../saved-page/element-times.ts";
import { isTimeText } from "../../written-time/bare-times.ts";

/** Times in one place must agree in this many posts, and in this share of the posts with a time there. */
const [least, part] = [2, 0.5];

/** Notes in each post the first element that is only a time, if it has the same place as in other posts. */
export function noteShownTimes(posts: readonly Element[]): void {
  const places = new Map<string, { readonly shown: Element[]; agree: number }>();
  for (const post of posts) {
    const machineTime = [post, ...elementsIn(post)].flatMap((one) => timeOfElement(one)?.machine ?? [])[0];
    const shown = machineTime === undefined ? undefined : timeIn(post);
    if (machineTime === undefined || shown === undefined) continue;
    const name = placeOf(shown);
    const place = places.get(name) ?? { shown: [], agree: 0 };
    places.set(name, place);
    place.shown.push(shown);
    if (minuteOf(shortLineOf(shown, 60) ?? "") === minuteOf(machineTime)) place.agree += 1;
  }
  for (const { shown, agree } of places.values())
    if (agree >= least && agree >= shown.length * part && agree < shown.length)
      for (const one of shown) one.attrs.push({ name: shownNote, value: "" });
}

/** The first element that is only a time, before all other words; undefined if an element marks a time. */
function timeIn(post: Element): Element | undefined {
  for (const one of elementsIn(post)) {
    const line = shortLineOf(one, 60) ?? "";
    if (line === "" || !/\p{Nd}/u.test(line) || !isTimeText(line)) continue;
    return timeOfElement(one) === undefined ? one : undefined;
  }
  return undefined;
}

const placeOf = (element: Element): string =>
  [element, parentOf(element)].map((one) => (one && `${one.tagName}.${attribute(one, "class") ?? ""}`) ?? "").join("<");

/** The minute past the hour: equal for a time for machines in one zone and a shown time in another. */
const minuteOf = (text: string): number => Number(/\d{1,2}\s?[:.h]\s?(\d\d)(?!\d)/.exec(text)?.[1] ?? Number.NaN);
