/** The blocks of a post: a union on `kind`. */
import type { Inline } from "./inline.ts";

/** The kinds for which Markdown has no syntax; a post writes them as `::: kind`. */
export const mediaKinds = ["video", "audio", "embed", "map", "chart"] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** A picture: the file `media/<file>` of its live page, which may be absent. An empty `alt` means that it is unknown. */
export interface Figure {
  readonly kind: "figure";
  readonly file: string;
  readonly alt: string;
  readonly caption?: readonly Inline[];
  readonly credit?: readonly Inline[];
}

/**
 * A recording, an embed, a map or a chart, which a page of text can only name: what it was, who made it, where it is. `blocks` is its
 * text, where known.
 */
export interface Media {
  readonly kind: MediaKind;
  readonly caption?: readonly Inline[];
  readonly credit?: readonly Inline[];
  /** An http or https address. */
  readonly source?: string;
  /** The service it came from, such as "Twitter". */
  readonly provider?: string;
  readonly author?: string;
  /** As the capture words it. */
  readonly date?: string;
  /** A file in `media/`. */
  readonly poster?: string;
  readonly blocks: readonly Block[];
}

/** A quotation, and who said it. */
export interface Quote {
  readonly kind: "quote";
  readonly blocks: readonly Block[];
  readonly person?: readonly Inline[];
  readonly role?: readonly Inline[];
}

export interface List {
  readonly kind: "list";
  /** The first number of a numbered list; undefined for bullets. */
  readonly start?: number;
  /** An item that is only a paragraph is printed without a `<p>`. */
  readonly items: readonly (readonly Block[])[];
}

/** How the cells of a column stand, as `:---`, `:---:` and `---:` say; "none" for `---`. */
export type Alignment = "left" | "center" | "right" | "none";

export interface Table {
  readonly kind: "table";
  /** One for each column; absent where no column has one. */
  readonly align?: readonly Alignment[];
  readonly head: readonly (readonly Inline[])[];
  /** Each row has as many cells as `head`. */
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "heading"; readonly level: 3 | 4 | 5 | 6; readonly content: readonly Inline[] }
  | List
  | Quote
  | Figure
  | Media
  | Table
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "divider" };

/** True for the blocks that are written `::: kind`. */
export const isMedia = (block: Block): block is Media => (mediaKinds as readonly string[]).includes(block.kind);
