/** What a form of saved pages says: where the posts and their parts are. All else is the same for all forms. */
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
  /** How sure it is, from the capture's text alone: quickly, since every form is asked. */
  recognises(html: string): number;
  /** Marks elements by what links say as the page writes them: afterwards they are whole addresses, or empty. */
  prepare?(page: Tree): void;
  /** The posts' own elements, none within another, in the order of the page; `say` is told what was left out. */
  posts(
    page: Tree,
    say: (message: string, hint: string) => void,
    signs: { readonly events: boolean; readonly captured?: number | undefined; readonly source?: string | undefined },
  ): readonly Element[];
  /** The parts of a post that are not its body. */
  post(post: Element): PostParts;
  /** How it writes blocks that other pages have not got. */
  own?(element: Element, context: MediaContext, reader: BlockReader): OwnReading | undefined;
  /** The parts of the page that are no posts; asked when the posts have been taken out. */
  page(page: Tree, about: About): PageParts;
  /** What a person must know of such a page, such as that it is one of several. */
  warnings?(page: Tree, posts: number): readonly { readonly message: string; readonly hint: string }[];
}
