/**
 * Limits the depth of a tree of HTML, so that the time is linear in the size of a page. Deeper tags are left out as browsers do,
 * their words stay. Real pages have a depth of a few dozen elements.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type Token } from "parse5";

export const deepestTags = 200;

/** Marks that are never closed must leave room for the posts after them. */
const deepestMarks = 150;

/** Elements such as `<font>` that are open across paragraphs are repeated in each paragraph. Beyond this number the oldest are dropped. */
export const formattingLimit = 8;

/** Tags that hold no others stay at any depth. */
const leaves = new Set(
  "area base br embed hr iframe img input link meta noembed noframes noscript param plaintext script source style textarea title track wbr xmp".split(
    " ",
  ),
);

/** Room for leaves below the deepest element. */
const room = 20;

const withinWords = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var".split(
    " ",
  ),
);

/** Counts the tags that one parser left out. */
export class DepthLimit {
  hasLeftOut = false;
  /** The number of open tags that were left out, by name. */
  private readonly open = new Map<string, number>();

  /** True for a start tag that is too deep. `isForeign`: it is in a drawing, where any tag may hold others. */
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

  /** Call this when an element closes: all that was left out in it closes too. */
  closed(depth: number): void {
    if (depth < deepestMarks - 1) this.open.clear();
  }

  isWithinWords(tagName: string): boolean {
    return withinWords.has(tagName);
  }
}

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Child = DefaultTreeAdapterTypes.ChildNode;

/** parse5's own adapter, but it searches for a child from the end: here the child is nearly always one of the last. */
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
