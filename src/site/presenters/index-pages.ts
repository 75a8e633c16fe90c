/** Turns the list of all live pages into the archive's front page and the lists of older live pages; and makes the 404 page. */
import type { ArchiveSettings } from "../../model/live-page.ts";
import { feedLinks } from "../files/outputs.ts";
import { frameOf } from "../frame.ts";
import { stringsFor } from "../i18n/language.ts";
import { clip, firstPassage } from "../text/excerpt.ts";
import type { CardView } from "../views/frame.ts";
import type { IndexView, ListedPage, NotFoundView } from "../views/index-page.ts";

/** The live pages on a list of older ones; the front page holds up to twice as many less one. */
export const mostPerIndex = 20;

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
      pages: own,
      ...(count > 1 && { extent }),
      ...(!isFront && { newer: pathOf(number + 1) }),
      ...(number > 1 && { older: pathOf(number - 1) }),
    };
  };
  return [index(count), ...Array.from({ length: count - 1 }, (_, older) => index(count - 1 - older))];
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
