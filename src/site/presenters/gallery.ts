/** Turns the posts of a live page into its gallery: the pictures that the archive holds, in the order of the stream. */
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

/** `sizes` of a small picture, in a grid of three, two or one columns: see src/style/. */
const smallSizes = "(min-width:72rem) 25rem,(min-width:55rem) 30vw,(min-width:36rem) 46vw,94vw";
/** `sizes` of a large picture, which fills the window. */
const largeSizes = "100vw";
/** How many pictures the first row holds at most: these load at once. */
const firstRow = 3;

export interface GalleryPost {
  readonly post: Post;
  readonly view: PostView;
}

/** The pictures that the archive holds, in the order of the posts. Figures without a file are left out. */
export const galleryPictures = (posts: readonly GalleryPost[], find: FindPicture): readonly PostPicture[] =>
  posts.flatMap(({ post, view }) =>
    [...figuresIn(post.blocks)].flatMap((figure, index) => {
      const picture = find(figure.file);
      return picture === undefined ? [] : [{ figure, picture, view, number: index + 1 }];
    }),
  );

/** Undefined where the archive holds no picture of the event. */
export function galleryView(
  shown: readonly PostPicture[],
  { page, settings, strings }: GalleryContext,
): GalleryView | undefined {
  const [first, ...others] = shown.map((one, index) => galleryPicture(one, index < firstRow, strings));
  if (first === undefined) return undefined;
  const frame = frameOf(settings, {
    path: `${page.slug}/gallery.html`,
    language: page.language,
    title: `${strings.galleryOf(page.title)} – ${settings.title}`,
    description: `${page.title}: ${strings.pictures(shown.length)}`,
    type: "article",
    card: shown.find(({ view }) => view.card !== undefined)?.view.card,
    links: [{ rel: "up", href: "index.html", title: page.title }],
  });
  return { frame, page, pictures: [first, ...others] };
}

interface GalleryContext {
  readonly page: LivePageName;
  readonly settings: ArchiveSettings;
  readonly strings: Strings;
}

/** A picture in a post. */
interface PostPicture {
  readonly figure: Figure;
  readonly picture: Picture;
  readonly view: PostView;
  /** Its place among all figures of its post, so that it stays when a missing picture is found. */
  readonly number: number;
}

function galleryPicture(
  { figure, picture, view, number }: PostPicture,
  isNear: boolean,
  strings: Strings,
): GalleryPicture {
  const caption = figure.caption === undefined ? "" : plainInline(figure.caption).trim();
  const place = (text: string, eagerFirst = false): string =>
    fillPlaceholders(text, { root: "../", headingLevel: 2, anchorBase: "index.html", eagerFirst });
  return withCacheKey(`${cacheKeyOf(view)} ${number}`, {
    id: largePictureId(view.id, number),
    tile: `tile_${view.id}_${number}`,
    post: view,
    name: pictureName(figure, strings),
    smallHtml: lazy(() => place(pictureHtml(picture, "", smallSizes).value, isNear)),
    largeHtml: lazy(() => place(pictureHtml(picture, altText(figure.alt, caption, strings), largeSizes).value)),
    captionHtml: lazy(() => place(html`${captionHtml(figure.caption, figure.credit)}`.value)),
  });
}
