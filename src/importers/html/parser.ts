/**
 * HTML to the tree that parse5 makes of it. Two things differ inside. Text is taken a run at a time instead of a character at a
 * time, which takes a tenth of the time for a long page. Tags that are nested too deep are left out (`depth.ts`), since parse5 takes
 * quadratic time for them. Both reach into parse5, so they hold for the version alone whose trees a test compares; any other
 * version parses by itself. Halves of characters, on which parse5 throws, are replaced first.
 */
import { createRequire, findPackageJSON } from "node:module";
import { type DefaultTreeAdapterTypes, Parser, parse, parseFragment as plainFragment, Token, Tokenizer } from "parse5";
import { DepthLimit, formattingLimit, linearAdapter } from "./depth.ts";

type TreeMap = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;
type Document = DefaultTreeAdapterTypes.Document;
type Fragment = DefaultTreeAdapterTypes.DocumentFragment;

const options = { treeAdapter: linearAdapter };

/** The version of parse5 whose trees `tests/importers/html/parser.test.ts` compares with those of this file. */
const comparedVersion = "8.0.1";
const manifest = findPackageJSON("parse5", import.meta.url);
const installed =
  manifest === undefined ? undefined : (createRequire(import.meta.url)(manifest) as { version: string });

/** False where another version of parse5 is installed: it then parses by itself. */
export const isCompared = installed?.version === comparedVersion;

export function parseDocument(html: string): Document {
  if (!isCompared) return parse(html.toWellFormed());
  const parser = new RunParser(options);
  parser.tokenizer.write(html.toWellFormed(), true);
  if (parser.depth.hasLeftOut) flattened.add(parser.document);
  return parser.document;
}

export function parseFragment(html: string): Fragment {
  if (!isCompared) return plainFragment(html.toWellFormed());
  const parser = RunParser.getFragmentParser<TreeMap>(null, options);
  parser.tokenizer.write(html.toWellFormed(), true);
  return parser.getFragment();
}

const flattened = new WeakSet<object>();

/** True for a page whose tags were nested so deep that some were left out; its words are all there. */
export const isFlattened = (page: object): boolean => flattened.has(page);

class RunParser extends Parser<TreeMap> {
  override tokenizer = new RunTokenizer(this.options, this);
  readonly depth = new DepthLimit();

  override onStartTag(token: Token.TagToken): void {
    if (this.depth.leavesOut(token, this.openElements.stackTop, this.currentNotInHTML)) {
      this.parted(token);
      return;
    }
    super.onStartTag(token);
    const { entries } = this.activeFormattingElements;
    if (entries.length > formattingLimit && !entries.slice(0, formattingLimit).some(({ type }) => type === marker))
      entries.splice(formattingLimit, entries[formattingLimit]?.type === marker ? 0 : 1);
  }

  override onEndTag(token: Token.TagToken): void {
    if (this.depth.closesLeftOut(token)) {
      this.parted(token);
      return;
    }
    super.onEndTag(token);
    this.depth.closed(this.openElements.stackTop);
  }

  /** All at once: parse5 takes one child after another from the front. */
  override _adoptNodes(donor: TreeMap["parentNode"], recipient: TreeMap["parentNode"]): void {
    for (const child of donor.childNodes.splice(0)) this.treeAdapter.appendChild(recipient, child);
  }

  /** A blank where a tag was left out that parts words. */
  private parted({ tagName }: Token.TagToken): void {
    if (!this.depth.isWithinWords(tagName)) this.onWhitespaceCharacter(blank());
  }
}

/**
 * Behind a character that parse5 took, all up to the next one that means something goes the same way. Blanks do not in every place:
 * there parse5 goes on alone.
 */
class RunTokenizer extends Tokenizer {
  private named: { readonly token: object | undefined; readonly names: Set<string> } = {
    token: undefined,
    names: new Set(),
  };

  protected override _stateData(first: number): void {
    super._stateData(first);
    if (isPlain(first) && this.handler instanceof Parser && blanksAreText.has(this.handler.insertionMode))
      this.takeText();
  }

  protected override _stateScriptData(first: number): void {
    super._stateScriptData(first);
    if (isPlain(first)) this.takeText();
  }

  protected override _stateAttributeValueDoubleQuoted(first: number): void {
    super._stateAttributeValueDoubleQuoted(first);
    if (isPlain(first) && first !== quote) this.currentAttr.value = this.takeRun(this.currentAttr.value, quote);
  }

  /** As parse5 does it, which looks through all attributes of the tag for each. */
  protected override _leaveAttrName(): void {
    const token = this.currentToken;
    if (token === null || !("attrs" in token) || token.attrs.length < fewAttributes) {
      super._leaveAttrName();
      return;
    }
    if (this.named.token !== token) this.named = { token, names: new Set(token.attrs.map(({ name }) => name)) };
    if (this.named.names.has(this.currentAttr.name)) return;
    this.named.names.add(this.currentAttr.name);
    token.attrs.push(this.currentAttr);
  }

  private takeText(): void {
    const token = this.currentCharacterToken;
    if (token !== null) token.chars = this.takeRun(token.chars, lessThan);
  }

  /** A text that ends in the character just read, with the run behind it. */
  private takeRun(text: string, end: number): string {
    const { html, pos } = this.preprocessor;
    let next = pos + 1;
    for (let code = html.charCodeAt(next); next < html.length; code = html.charCodeAt(next)) {
      if (code === end || code === ampersand || code === carriageReturn || code === 0) break;
      next += 1;
    }
    this.preprocessor.pos = next - 1;
    // Whole, it is a part of the page's own text and takes no memory.
    return text.length === 1 ? html.slice(pos, next) : text + html.slice(pos + 1, next);
  }
}

const fewAttributes = 32;

/** parse5's number for what parts the formatting elements of a cell from those around it. */
const marker = 0;
const blank = (): Token.CharacterToken => ({
  type: Token.TokenType.WHITESPACE_CHARACTER,
  chars: " ",
  location: null,
});

const [quote, ampersand, lessThan, carriageReturn] = [0x22, 0x26, 0x3c, 0x0d];

/** No blank, and nothing that HTML gives a meaning. */
const isPlain = (code: number): boolean => code > 0x20 && code !== ampersand && code !== lessThan;

/** parse5's names for them are no part of what it exports: in a body, a caption, a cell and a template. */
const blanksAreText: ReadonlySet<number> = new Set([6, 10, 14, 17]);
