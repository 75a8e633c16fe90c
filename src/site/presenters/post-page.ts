/** Every post of a live page alone: its page with what it came from and how to cite it, and its text as Markdown. */
import { sha256 } from "../../base/digest.ts";
import { webAddress } from "../../markdown/address.ts";
import type { ArchiveSettings, LivePage, Post, PostCapture, Wording } from "../../model/live-page.ts";
import type { Citation } from "../../outputs/citations/citation.ts";
import { cacheKeyOf, withCacheKey } from "../cache-key.ts";
import { citationFiles, citePage, citePost, citeView } from "../files/cite.ts";
import { feedLinks } from "../files/outputs.ts";
import { frameOf } from "../frame.ts";
import { stringsFor } from "../i18n/language.ts";
import { lazy } from "../lazy.ts";
import type { RenderDependencies } from "../render-dependencies.ts";
import { fillPlaceholders } from "../text/body.ts";
import { timeView } from "../time/time-view.ts";
import type { CardView, HeadLink } from "../views/frame.ts";
import type { LivePageView } from "../views/live-page.ts";
import type { PageSite } from "../views/page-site.ts";
import type { PostView } from "../views/post.ts";
import type { NeighbourView, PostPageView, ProvenanceView } from "../views/post-page.ts";
import type { WordingView } from "../views/wording.ts";
import { nameOf } from "./live-page.ts";

/** What other rooms know of a live page. */
export interface PageContext {
  /** The newest capture of each post, by the post's id. */
  readonly captures: ReadonlyMap<string, PostCapture>;
  /** The older wordings of each post, oldest first; absent where none are shown. */
  readonly wordings?: ReadonlyMap<string, readonly Wording[]>;
  readonly press: RenderDependencies;
}

/** A post beside what is printed of it. */
export interface PresentedPost {
  readonly post: Post;
  readonly view: PostView;
  readonly wordings: readonly WordingView[];
}

/** `posts` are those of the page, in their order; `card` is what posts without a picture are shown by. */
export function postPages(
  page: LivePage,
  head: LivePageView,
  posts: readonly PresentedPost[],
  settings: ArchiveSettings,
  { captures, press }: PageContext,
  card: CardView | undefined,
): Pick<PageSite, "posts" | "sources" | "citations"> {
  const name = nameOf(head);
  // All that the pages of posts have in common.
  const common = sha256(JSON.stringify([name, settings.title, settings.url, settings.noindex, card])).slice(0, 24);
  const views = posts.map(({ view }) => view);
  const told = posts.map((one) => ({ ...one, source: webAddress(one.post.source ?? "") }));
  type Told = (typeof told)[number];
  const feeds = feedLinks(page.title, "../");
  const cite = ({ view, source }: Told): Citation => citePost(view, head, settings, source);
  return {
    posts: told.map((one, index): PostPageView => {
      const { view, post, wordings, source } = one;
      const [earlier, later] = [neighbour(views[index + 1]), neighbour(index === 0 ? undefined : views[index - 1])];
      const up: HeadLink = { rel: "up", href: `../index.html#${view.id}`, title: page.title };
      const frame = lazy(() =>
        frameOf(settings, {
          path: `${page.slug}/${view.id}/index.html`,
          language: page.language,
          title: `${view.name} – ${page.title}`,
          description: view.description === "" ? page.title : view.description,
          type: "article",
          links: [up, ...feeds],
          card: view.card ?? card,
        }),
      );
      const provenance = provenanceOf(post, source, page, captures.get(post.id));
      return withCacheKey([common, cacheKeyOf(view), earlier, later, wordings, provenance], {
        get frame() {
          return frame();
        },
        page: name,
        post: view,
        bodyHtml: () =>
          fillPlaceholders(view.bodyHtml(), {
            root: "../../",
            rank: 2,
            stream: "../index.html",
            eager: true,
            gallery: "../gallery.html",
          }),
        ...(earlier !== undefined && { earlier }),
        ...(later !== undefined && { later }),
        ...(wordings.length > 0 && { wordings }),
        provenance,
        cite: lazy(() => citeView(cite(one), view.id, provenance.captured)),
      });
    }),
    sources: [
      ...told.map(({ view, post }) => ({
        path: `${page.slug}/${view.id}/post.md`,
        of: [view],
        text: () => press.postSource(post),
      })),
      pageSource(page, press),
    ],
    citations: citationFiles(page.slug, [settings.title, settings.url, head, citedKey(told)], () => [
      citePage(head, settings),
      ...told.map(cite),
    ]),
  };
}

/** All that a citation says of each post: an edit of a text changes none. */
const citedKey = (told: readonly { readonly view: PostView; readonly source: string | undefined }[]): string =>
  sha256(
    JSON.stringify(told.map(({ view: { id, name, bylines, time }, source }) => [id, name, bylines, time, source])),
  );

/** The words of a head do not tell the Markdown that they came from: the text itself is the key. */
function pageSource(page: LivePage, press: RenderDependencies): PageSite["sources"][number] {
  const text = press.pageSource(page);
  return { path: `${page.slug}/source.md`, of: [text], text: () => text };
}

function provenanceOf(
  post: Post,
  source: string | undefined,
  page: LivePage,
  capture: PostCapture | undefined,
): ProvenanceView {
  const strings = stringsFor(page.language);
  const address = source ?? page.source;
  const captured = capture?.captured ?? page.captured;
  // Who wrote a post by hand inferred nothing; where the time is unknown there was nothing to infer.
  const told = post.published !== undefined && (capture !== undefined || post.inferred.length > 0);
  return {
    ...(address !== undefined && { source: address }),
    sourceOf: source === undefined ? "live page" : "post",
    ...(captured !== undefined && { captured: timeView(captured, strings) }),
    ...(capture !== undefined && { digest: capture.digest, importer: capture.importer }),
    ...(told && { inferred: post.inferred.length > 0 ? strings.inferred(post.inferred) : "" }),
    text: "post.md",
  };
}

const neighbour = (view: PostView | undefined): NeighbourView | undefined =>
  view && { href: `../${view.id}/index.html`, name: view.name, ...(view.time !== undefined && { time: view.time }) };
