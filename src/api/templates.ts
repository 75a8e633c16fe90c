/** The module `afterlive/templates` of the package: what an archive's own templates are written with. `docs/templates.md` shows one. */
export { type Child, html, raw, type SafeHtml } from "../base/html.ts";
export type { ArchiveSite, LatestPost } from "../site/archive-site.ts";
export {
  type ArchiveTemplateDefinition,
  defineTemplate,
  type PageTemplateDefinition,
  type Template,
} from "../site/template.ts";
export type { AboutView } from "../site/views/about.ts";
export type { Frame } from "../site/views/frame.ts";
export type { GalleryPicture, GalleryView } from "../site/views/gallery.ts";
export type { IndexView, ListedPage, NotFoundView } from "../site/views/index-page.ts";
export type { LivePageView } from "../site/views/live-page.ts";
export type { PageSite } from "../site/views/page-site.ts";
export type { FigureView, PostView } from "../site/views/post.ts";
export type { NeighbourView, PostPageView } from "../site/views/post-page.ts";
export type { DayView, StreamPostView, StreamView } from "../site/views/stream.ts";
export type { TextFileView } from "../site/views/text-files.ts";
export type { TimeView } from "../site/views/time.ts";
