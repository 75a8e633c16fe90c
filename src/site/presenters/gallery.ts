/** The gallery of a live page: the pictures that the archive holds, in the order of the event. */
import { html } from "../../base/html.ts";
import type { Figure } from "../../model/block.ts";
import { plainInline } from "../../model/inline.ts";
import type { ArchiveSettings, Post } from "../../model/live-page.ts";
import { cacheKeyOf, withCacheKey } from "../cache-key.ts";
import { frameOf } from "../frame.ts";
import type { Strings } from "../i18n/strings.ts";
import { lazy } from "../lazy.ts";
import type { Picture } from "../pictures/picture.ts";
import { fillPlaceholders } from "../text/body.ts";
import { altText, captionHtml, type FindPicture, pictureHtml } from "../text/figure.ts";
import type { GalleryPicture, GalleryView } from "../views/gallery.ts";
import { largePictureId } from "../views/gallery.ts";
import type { LivePageName } from "../views/live-page.ts";
import type { PostView } from "../views/post.ts";
import { figuresIn, pictureName } from "./post.ts";

/** Three beside one another, two, or one: see style.css. */
const small = "(min-width:72rem) 25rem,(min-width:55rem) 30vw,(min-width:36rem) 46vw,94vw";
/** As much of the window as it can fill. */
const large = "100vw";
/** How many may be seen before the page is scrolled. */
const firstRow = 3;

export interface GalleryPost {
  readonly post: Post;
  readonly view: PostView;
}

/** Undefined where the archive holds no picture of the event: cards of absent ones are not hung. */
export function galleryView(
  told: readonly GalleryPost[],
  { page, find, settings, strings }: Around,
): GalleryView | undefined {
  const shown = told.flatMap(({ post, view }) =>
    [...figuresIn(post.blocks)].flatMap((figure, index) => {
      const picture = find(figure.file);
      return picture === undefined ? [] : [{ figure, picture, view, number: index + 1 }];
    }),
  );
  const [first, ...others] = shown.map((one, index) => hang(one, index < firstRow, strings));
  if (first === undefined) return undefined;
  const frame = frameOf(settings, {
    path: `${page.slug}/gallery.html`,
    language: page.language,
    title: `${strings.galleryOf(page.title)} – ${settings.title}`,
    description: `${page.title}: ${strings.pictures(shown.length)}`,
    type: "article",
    card: told.find(({ view }) => view.card !== undefined)?.view.card,
    links: [{ rel: "up", href: "index.html", title: page.title }],
  });
  return { frame, page, pictures: [first, ...others] };
}

interface Around {
  readonly page: LivePageName;
  readonly find: FindPicture;
  readonly settings: ArchiveSettings;
  readonly strings: Strings;
}

interface Shown {
  readonly figure: Figure;
  readonly picture: Picture;
  readonly view: PostView;
  /** Among the figures of its post, absent ones too: it stays when one of them is found. */
  readonly number: number;
}

function hang({ figure, picture, view, number }: Shown, near: boolean, strings: Strings): GalleryPicture {
  const said = figure.caption === undefined ? "" : plainInline(figure.caption).trim();
  const place = (text: string, eager = false): string =>
    fillPlaceholders(text, { root: "../", rank: 2, stream: "index.html", eager });
  return withCacheKey(`${cacheKeyOf(view)} ${number}`, {
    id: largePictureId(view.id, number),
    tile: `tile_${view.id}_${number}`,
    post: view,
    name: pictureName(figure, strings),
    smallHtml: lazy(() => place(pictureHtml(picture, "", small).value, near)),
    largeHtml: lazy(() => place(pictureHtml(picture, altText(figure.alt, said, strings), large).value)),
    captionHtml: lazy(() => place(html`${captionHtml(figure.caption, figure.credit)}`.value)),
  });
}
