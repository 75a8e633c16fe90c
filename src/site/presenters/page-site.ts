/** Turns a live page into all views of it: its streams, the pages of its posts, its gallery, its card, and its files. */
import type { ArchiveSettings, LivePage } from "../../model/live-page.ts";
import { chooseCard } from "../cards/card.ts";
import { pageCard } from "../cards/page-card.ts";
import { stringsFor } from "../i18n/language.ts";
import { lazy } from "../lazy.ts";
import { fillPlaceholders } from "../text/body.ts";
import type { FindPicture } from "../text/figure.ts";
import type { PageSite } from "../views/page-site.ts";
import { eventPagesOf } from "./event-pages.ts";
import { galleryPictures, galleryView } from "./gallery.ts";
import { livePageView, nameOf } from "./live-page.ts";
import { inferredThroughout, postView } from "./post.ts";
import { type PageContext, postPages } from "./post-page.ts";
import { eventPageViews, inStream, type StreamContext, type StreamPost, wholeEventViews } from "./streams.ts";
import { frontPicture } from "./thumbnail.ts";
import { wordingViews } from "./wording.ts";

export function pageSiteOf(
  page: LivePage,
  find: FindPicture,
  settings: ArchiveSettings,
  context: PageContext,
): PageSite {
  const strings = stringsFor(page.language);
  const head = livePageView(page, find, strings);
  const common = inferredThroughout(page.posts);
  const posts = page.posts.map((post): StreamPost => {
    const view = postView(post, find, common, strings);
    return {
      post,
      ...(post.published !== undefined && { published: post.published }),
      view,
      streamHtml: lazy(() => fillPlaceholders(view.bodyHtml(), inStream(4))),
      wordings: wordingViews(post, context.wordings?.get(post.id) ?? [], strings),
    };
  });
  const eventPages = eventPagesOf(posts, strings);
  const shown = galleryPictures(posts, find);
  const pictures = shown.map(({ picture }) => picture);
  const front = frontPicture(pictures);
  const gallery = galleryView(shown, { page: nameOf(head), settings, strings });
  const card = chooseCard(context.dependencies, settings, () => pageCard(head, settings));
  const event: StreamContext = {
    head,
    posts,
    strings,
    settings,
    ...(eventPages !== undefined && { eventPages }),
    pictures,
    ...(card !== undefined && { card: card.named }),
  };
  return {
    page: head,
    ...wholeEventViews(event),
    eventPages: eventPageViews(event),
    ...(gallery !== undefined && { gallery }),
    ...(front !== undefined && { picture: front }),
    ...(card?.drawn !== undefined && { card: card.drawn }),
    ...postPages({ page, head, posts, settings, card: card?.named }, context),
  };
}
