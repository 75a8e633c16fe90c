/** The contract of a form of saved pages: from a tree to its posts and their parts. Everything else is the same for all forms. */
import type { BlockReader, OwnReading } from "../html/blocks.ts";
import type { Tree } from "../html/html.ts";
import type { Element } from "../html/inline.ts";
import type { MediaContext } from "../media/media.ts";
import type { PageParts } from "./page.ts";
import type { About } from "./plain.ts";
import type { PostParts } from "./post/parts.ts";

export interface HtmlForm {
  /** As reports and `captures.yaml` name it. */
  readonly name: string;
  readonly title: string;
  /** How likely the capture has this form, 0 to 1, by its text alone. It must be quick, since each form is asked. */
  recognises(html: string): number;
  /** Marks elements by their links as the page writes them. After this step the links are whole addresses, or empty. */
  prepare?(page: Tree): void;
  /** The elements of the posts, none within another, in the order of the page. Calls `say` for posts that it leaves out. */
  posts(
    page: Tree,
    say: (message: string, hint: string) => void,
    signs: { readonly events: boolean; readonly captured?: number | undefined; readonly source?: string | undefined },
  ): readonly Element[];
  /** The parts of a post that are not its body. */
  post(post: Element): PostParts;
  /** Reads the blocks that only pages of this form have. */
  own?(element: Element, context: MediaContext, reader: BlockReader): OwnReading | undefined;
  /** The parts of the page that are no posts. It is called when the posts have been taken out. */
  page(page: Tree, about: About): PageParts;
  /** Warnings about such a page, for example that it is one of several. */
  warnings?(page: Tree, posts: number): readonly { readonly message: string; readonly hint: string }[];
}
