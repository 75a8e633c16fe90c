/** Turns the list of all live pages into the archive's front page and the lists of older live pages; and makes the 404 page. */
import { parseInstant } from "../../model/instant.ts";
import type { ArchiveSettings } from "../../model/live-page.ts";
import { feedLinks } from "../files/outputs.ts";
import { frameOf } from "../frame.ts";
import { stringsFor } from "../i18n/language.ts";
import type { Strings } from "../i18n/strings.ts";
import { clip, firstPassage } from "../text/excerpt.ts";
import { localTime } from "../time/clock.ts";
import type { CardView } from "../views/frame.ts";
import type { IndexedPage, IndexView, ListedPage, ListedYear, NotFoundView } from "../views/index-page.ts";
import { thumbnail } from "./thumbnail.ts";

/** The live pages on a list of older ones; the front page holds up to twice as many less one. */
export const mostPerIndex = 20;

/** `sizes` of the picture of the newest live page and of the others: see src/style/. */
const newestSizes = "(min-width:69rem) 20rem,(min-width:48rem) 60vw,94vw";
const otherSizes = "(min-width:69rem) 9rem,(min-width:48rem) 8rem,6rem";

/** The front page first. The lists are counted from the oldest live page, so that a full list never changes. */
export function indexViews(
  settings: ArchiveSettings,
  aboutHtml: string,
  pages: readonly ListedPage[],
  card: CardView | undefined,
): readonly [IndexView, ...IndexView[]] {
  const strings = stringsFor(settings.language);
  const count = Math.max(1, Math.floor(pages.length / mostPerIndex));
  const about = clip(firstPassage(settings.about), 160);
  const pathOf = (number: number): string => (number === count ? "index.html" : `archive-${number}.html`);
  /** `number`: 1 for the oldest; the front page has the last. */
  const index = (number: number): IndexView => {
    const end = pages.length - mostPerIndex * (number - 1);
    const own = pages.slice(number === count ? 0 : end - mostPerIndex, end);
    const isFront = number === count;
    const extent = strings.livePageRange(pages.length - end + 1, pages.length - end + own.length);
    const frame = frameOf(settings, {
      path: pathOf(number),
      language: settings.language,
      title: isFront ? settings.title : `${settings.title} (${extent})`,
      description: about === "" ? strings.named(settings.title, strings.livePages(own.length)) : about,
      type: "website",
      links: [...feedLinks(settings.title)],
      card,
    });
    return {
      frame,
      title: settings.title,
      aboutHtml: isFront ? aboutHtml : "",
      ...(settings.rights !== undefined && { rights: settings.rights }),
      years: yearsOf(own, isFront, strings),
      count: own.length,
      ...(count > 1 && { extent }),
      ...(!isFront && { newer: pathOf(number + 1) }),
      ...(number > 1 && { older: pathOf(number - 1) }),
    };
  };
  return [index(count), ...Array.from({ length: count - 1 }, (_, older) => index(count - 1 - older))];
}

/** `isFront`: the first live page is the newest of the archive. */
function yearsOf(pages: readonly ListedPage[], isFront: boolean, strings: Strings): readonly ListedYear[] {
  const years: { heading?: string; pages: IndexedPage[] }[] = [];
  for (const [index, { picture, ...page }] of pages.entries()) {
    const isNewest = isFront && index === 0;
    const heading = pages.length === 1 ? undefined : yearOf(page.last, strings);
    // By the clocks of two zones a year may end twice: a year that was left does not come back.
    const isKnown = heading !== undefined && years.some((year) => year.heading === heading);
    if (index === 0 || (!isKnown && years.at(-1)?.heading !== heading))
      years.push({ ...(heading !== undefined && { heading }), pages: [] });
    years.at(-1)?.pages.push({
      ...page,
      isNewest,
      ...(picture !== undefined && {
        picture: thumbnail(picture, { sizes: isNewest ? newestSizes : otherSizes, root: "", isNear: isNewest }),
      }),
    });
  }
  return years;
}

/** `last`: as in `ListedPage`. */
function yearOf(last: string | undefined, strings: Strings): string | undefined {
  const instant = last === undefined ? undefined : parseInstant(last, "UTC");
  return instant && strings.year(localTime(instant));
}

export function notFoundView(settings: ArchiveSettings): NotFoundView {
  const strings = stringsFor(settings.language);
  const frame = frameOf(settings, {
    path: "404.html",
    language: settings.language,
    title: `${strings.notFoundTitle} – ${settings.title}`,
    description: strings.notFoundText,
    type: "website",
    noindex: true,
  });
  return { frame, ...(settings.url !== undefined && { front: `${new URL(settings.url).pathname}index.html` }) };
}
