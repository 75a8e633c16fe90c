/** Turns each post of a live page into its page, with provenance and citation, and into Markdown; and cites all in files. */
import { webAddress } from "../../markdown/address.ts";
import type { ArchiveSettings, LivePage, Post, PostCapture, Wording } from "../../model/live-page.ts";
import { cacheKeyOf, digestKey, withCacheKey } from "../cache-key.ts";
import { citationFiles, citePage, citePost, citeView } from "../files/cite.ts";
import { feedLinks } from "../files/outputs.ts";
import { frameOf } from "../frame.ts";
import { stringsFor } from "../i18n/language.ts";
import { lazy } from "../lazy.ts";
import type { RenderDependencies } from "../render-dependencies.ts";
import { hideSupports } from "../supports.ts";
import { fillPlaceholders } from "../text/body.ts";
import { timeView } from "../time/time-view.ts";
import type { CardView, Frame } from "../views/frame.ts";
import type { LivePageView } from "../views/live-page.ts";
import type { PageSite } from "../views/page-site.ts";
import type { PostView } from "../views/post.ts";
import type { NeighbourView, PostPageView, ProvenanceView } from "../views/post-page.ts";
import type { TextFileView } from "../views/text-files.ts";
import type { WordingView } from "../views/wording.ts";
import { nameOf } from "./live-page.ts";

/** What the archive and the build know of a live page beside the page itself. */
export interface PageContext {
  /** The newest capture of each post, by the post's id. */
  readonly captures: ReadonlyMap<string, PostCapture>;
  /** The older wordings of each post, oldest first, by the post's id; absent where none are shown. */
  readonly wordings?: ReadonlyMap<string, readonly Wording[]>;
  readonly dependencies: RenderDependencies;
}

/** A post with its views. */
export interface PresentedPost {
  readonly post: Post;
  readonly view: PostView;
  readonly wordings: readonly WordingView[];
}

/** What the pages of all posts have in common. */
interface PostPagesInput {
  readonly page: LivePage;
  readonly head: LivePageView;
  /** In the order of the page. */
  readonly posts: readonly PresentedPost[];
  readonly settings: ArchiveSettings;
  /** Stands for posts without a picture. */
  readonly card: CardView | undefined;
}

interface SourcedPost extends PresentedPost {
  /** The post's own address, where its publisher gave it one. */
  readonly source: string | undefined;
}

export function postPages(
  input: PostPagesInput,
  { captures, dependencies }: PageContext,
): Pick<PageSite, "posts" | "sources" | "citations"> {
  const { page, head, settings, card } = input;
  const { title, url, noindex } = settings;
  const posts = input.posts.map((one): SourcedPost => ({ ...one, source: webAddress(one.post.source ?? "") }));
  const name = nameOf(head);
  // Without its links the summary is the same when another post becomes the one that supports a point.
  const summary = hideSupports(head.summaryHtml);
  const summaryHtml = lazy(() => fillPlaceholders(summary, { ...onOwnPage, headingLevel: 3, eagerFirst: false }));
  const commonKey = digestKey([name, summary, title, url, noindex, card]);
  const cite = ({ view, source }: SourcedPost) => citePost(view, head, settings, source);
  return {
    posts: posts.map((one, index): PostPageView => {
      const { view, post, wordings, source } = one;
      const [earlier, later] = [neighbour(posts[index + 1]), neighbour(posts[index - 1])];
      const frame = lazy(() => postFrame(view, input));
      const provenance = provenanceOf(post, source, page, captures.get(post.id));
      return withCacheKey([commonKey, cacheKeyOf(view), earlier, later, wordings, provenance], {
        get frame() {
          return frame();
        },
        page: name,
        post: view,
        bodyHtml: () => fillPlaceholders(view.bodyHtml(), onOwnPage),
        ...(earlier !== undefined && { earlier }),
        ...(later !== undefined && { later }),
        summaryHtml,
        ...(wordings.length > 0 && { wordings }),
        provenance,
        cite: lazy(() => citeView(cite(one), view.id, provenance.captured)),
      });
    }),
    sources: [
      ...posts.map(({ view, post }) => ({
        path: `${page.slug}/${view.id}/post.md`,
        inputs: [view],
        text: () => dependencies.postSource(post),
      })),
      pageSource(page, dependencies),
    ],
    citations: citationFiles(page.slug, [title, url, head, citedKey(posts)], () => [
      citePage(head, settings),
      ...posts.map(cite),
    ]),
  };
}

/** Where a post's text stands on its own page. */
const onOwnPage = {
  root: "../../",
  headingLevel: 2,
  anchorBase: "../index.html",
  eagerFirst: true,
  galleryHref: "../gallery.html",
};

const postFrame = (view: PostView, { page, settings, card }: PostPagesInput): Frame =>
  frameOf(settings, {
    path: `${page.slug}/${view.id}/index.html`,
    language: page.language,
    title: `${view.name} – ${page.title}`,
    description: view.description === "" ? page.title : view.description,
    type: "article",
    links: [{ rel: "up", href: `../index.html#${view.id}`, title: page.title }, ...feedLinks(page.title, "../")],
    card: view.card ?? card,
  });

/** A digest of what citations say of the posts, so that an edit of a text changes no citation. */
const citedKey = (posts: readonly SourcedPost[]): string =>
  digestKey(posts.map(({ view: { id, name, bylines, time }, source }) => [id, name, bylines, time, source]));

/** The text is its own cache key: the view of the head does not hold all of its Markdown. */
function pageSource(page: LivePage, dependencies: RenderDependencies): TextFileView {
  const text = dependencies.pageSource(page);
  return { path: `${page.slug}/source.md`, inputs: [text], text: () => text };
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
  // Nothing was inferred for a post that a person wrote, or for one without a time.
  const saysInferred = post.published !== undefined && (capture !== undefined || post.inferred.length > 0);
  return {
    ...(address !== undefined && { source: address }),
    sourceOf: source === undefined ? "live page" : "post",
    ...(captured !== undefined && { captured: timeView(captured, strings) }),
    ...(capture !== undefined && { digest: capture.digest, importer: capture.importer }),
    ...(saysInferred && { inferred: post.inferred.length > 0 ? strings.inferred(post.inferred) : "" }),
    markdownHref: "post.md",
  };
}

const neighbour = (post: PresentedPost | undefined): NeighbourView | undefined =>
  post && {
    href: `../${post.view.id}/index.html`,
    name: post.view.name,
    ...(post.view.time !== undefined && { time: post.view.time }),
  };
