/** The page of one post: the post, its neighbours, its older wordings, and where it comes from. */
import type { Frame } from "./frame.ts";
import type { LivePageName } from "./live-page.ts";
import type { PostView } from "./post.ts";
import type { CiteView } from "./text-files.ts";
import type { TimeView } from "./time.ts";
import type { WordingView } from "./wording.ts";

/** One post alone. As JSON it is what tells it from others. */
export interface PostPageView {
  readonly frame: Frame;
  readonly page: LivePageName;
  readonly post: PostView;
  readonly bodyHtml: () => string;
  readonly earlier?: NeighbourView;
  readonly later?: NeighbourView;
  /** Newest first; absent where there are none, or none are shown. */
  readonly wordings?: readonly WordingView[];
  readonly provenance: ProvenanceView;
  readonly cite: () => CiteView;
}

export interface NeighbourView {
  readonly href: string;
  readonly name: string;
  readonly time?: TimeView;
}

/** What a post came from. */
export interface ProvenanceView {
  /** Where it was published, or where its live page was. */
  readonly source?: string;
  readonly sourceOf: "post" | "live page";
  readonly captured?: TimeView;
  /** Of the capture that holds it: SHA-256, 64 hexadecimal digits. */
  readonly digest?: string;
  /** The name of the importer that read the capture. */
  readonly importer?: string;
  /** In words: what of its time the capture does not tell; "" where it tells all of it. */
  readonly inferred?: string;
  /** Relative to the page: its Markdown. */
  readonly text: string;
}
