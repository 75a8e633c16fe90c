/**
 * How deep a tree of HTML may be, so that time stays linear in the size of a page: deeper tags are left out and their words stay,
 * where browsers too stop nesting. Pages that people read are a few dozen elements deep.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type Token } from "parse5";

export const deepestTags = 200;

/** Marks that are never closed leave room for the posts that follow. */
const deepestMarks = 150;

/** `<font>` and its kind that are open across paragraphs: each paragraph gets them all anew. The oldest are forgotten. */
export const formattingLimit = 8;

/** Tags that hold no others, which stay at any depth. */
const leaves = new Set(
  "area base br embed hr iframe img input link meta noembed noframes noscript param plaintext script source style textarea title track wbr xmp".split(
    " ",
  ),
);

/** Room for the leaves below the deepest element. */
const room = 20;

const withinWords = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var".split(
    " ",
  ),
);

/** What one parser has left out. */
export class DepthLimit {
  hasLeftOut = false;
  /** How many tags of each name were left out and are not closed yet. */
  private readonly open = new Map<string, number>();

  /** True for a start tag that is nested too deep; `isForeign` in a drawing, where any tag may hold others. */
  leavesOut({ tagName, selfClosing }: Token.TagToken, depth: number, isForeign: boolean): boolean {
    if (depth < (withinWords.has(tagName) ? deepestMarks : deepestTags)) return false;
    if (leaves.has(tagName) && !isForeign && depth < deepestTags + room) return false;
    this.hasLeftOut = true;
    if (!leaves.has(tagName) && !(selfClosing && isForeign)) this.open.set(tagName, (this.open.get(tagName) ?? 0) + 1);
    return true;
  }

  closesLeftOut({ tagName }: Token.TagToken): boolean {
    const count = this.open.get(tagName) ?? 0;
    if (count > 0) this.open.set(tagName, count - 1);
    return count > 0;
  }

  /** An element was closed, and with it all that was left out in it. */
  closed(depth: number): void {
    if (depth < deepestMarks - 1) this.open.clear();
  }

  isWithinWords(tagName: string): boolean {
    return withinWords.has(tagName);
  }
}

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Child = DefaultTreeAdapterTypes.ChildNode;

/** parse5's own adapter, which looks for a child from the first on; here it is nearly always one of the last. */
export const linearAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  insertBefore(parent: Parent, fresh: Child, reference: Child) {
    parent.childNodes.splice(parent.childNodes.lastIndexOf(reference), 0, fresh);
    fresh.parentNode = parent;
  },
  insertTextBefore(parent: Parent, text: string, reference: Child) {
    const before = parent.childNodes[parent.childNodes.lastIndexOf(reference) - 1];
    if (before !== undefined && defaultTreeAdapter.isTextNode(before)) before.value += text;
    else linearAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference);
  },
  detachNode(node: Child) {
    const siblings = node.parentNode?.childNodes;
    if (siblings === undefined) return;
    siblings.splice(siblings.lastIndexOf(node), 1);
    node.parentNode = null;
  },
  adoptAttributes(recipient: DefaultTreeAdapterTypes.Element, attributes: Token.Attribute[]) {
    const names = namesOf(recipient);
    for (const attribute of attributes) {
      if (names.has(attribute.name)) continue;
      names.add(attribute.name);
      recipient.attrs.push(attribute);
    }
  },
};

const known = new WeakMap<DefaultTreeAdapterTypes.Element, Set<string>>();

function namesOf(element: DefaultTreeAdapterTypes.Element): Set<string> {
  const names = known.get(element) ?? new Set(element.attrs.map(({ name }) => name));
  known.set(element, names);
  return names;
}
