/** The page of one post: the post, its neighbours, its older wordings, and where it comes from. */
import type { Frame } from "./frame.ts";
import type { LivePageName } from "./live-page.ts";
import type { PostView } from "./post.ts";
import type { CiteView } from "./text-files.ts";
import type { TimeView } from "./time.ts";
import type { WordingView } from "./wording.ts";

/** As JSON it is its cache key: see `cache-key.ts`. */
export interface PostPageView {
  readonly frame: Frame;
  readonly page: LivePageName;
  readonly post: PostView;
  readonly bodyHtml: () => string;
  readonly earlier?: NeighbourView;
  readonly later?: NeighbourView;
  /** The summary of the live page, without links to the posts that support its points; "" where there is none. */
  readonly summaryHtml: () => string;
  /** Newest first; absent where there are none, or none are shown. */
  readonly wordings?: readonly WordingView[];
  readonly provenance: ProvenanceView;
  readonly cite: () => CiteView;
}

/** The post before or after it. */
export interface NeighbourView {
  readonly href: string;
  readonly name: string;
  readonly time?: TimeView;
}

/** Where a post comes from. */
export interface ProvenanceView {
  /** The address where it, or its live page, was published. */
  readonly source?: string;
  readonly sourceOf: "post" | "live page";
  readonly captured?: TimeView;
  /** The SHA-256 of the capture that holds it, 64 hexadecimal digits. */
  readonly digest?: string;
  /** The name of the importer that read the capture. */
  readonly importer?: string;
  /** In words: what of its time the capture does not show; "" where it shows all. */
  readonly inferred?: string;
  /** Its Markdown, from the page. */
  readonly markdownHref: string;
}
