/**
 * From HTML to the tree that parse5 makes of it, with two differences inside. Text is read a run at a time, not a character at a
 * time: a long page takes a tenth of the time. Tags that are nested too deep are left out (`depth.ts`), because parse5 takes
 * quadratic time for them. Both depend on the inside of parse5, so they apply only to the version whose trees a test compares; any
 * other version parses alone. Surrogates without their other half, on which parse5 throws, are replaced first.
 */
import { createRequire, findPackageJSON } from "node:module";
import { type DefaultTreeAdapterTypes, Parser, parse, parseFragment as plainFragment, Token, Tokenizer } from "parse5";
import { DepthLimit, formattingLimit, linearAdapter } from "./depth.ts";

type TreeMap = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;
type Document = DefaultTreeAdapterTypes.Document;
type Fragment = DefaultTreeAdapterTypes.DocumentFragment;

const options = { treeAdapter: linearAdapter };

/** The version of parse5 whose trees `tests/importers/html/parser.test.ts` compares with the trees of this file. */
const comparedVersion = "8.0.1";
const manifest = findPackageJSON("parse5", import.meta.url);
const installed =
  manifest === undefined ? undefined : (createRequire(import.meta.url)(manifest) as { version: string });

/** False if another version of parse5 is installed, which then parses alone. */
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

/** True for a page from which tags were left out because they were too deep; all its words are there. */
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

  /** Moves all children at once; parse5 takes them one after the other from the front. */
  override _adoptNodes(donor: TreeMap["parentNode"], recipient: TreeMap["parentNode"]): void {
    for (const child of donor.childNodes.splice(0)) this.treeAdapter.appendChild(recipient, child);
  }

  /** Adds a blank in place of a tag that separates words. */
  private parted({ tagName }: Token.TagToken): void {
    if (!this.depth.isWithinWords(tagName)) this.onWhitespaceCharacter(blank());
  }
}

/**
 * After a character, all further ones up to the next special one are read at once. In some places blanks have a meaning: there parse5
 * reads alone.
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

  /** Does what parse5 does, without a search through all attributes of the tag for each of them. */
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

  /** A text that ends with the character just read, with the run after it. */
  private takeRun(text: string, end: number): string {
    const { html, pos } = this.preprocessor;
    let next = pos + 1;
    for (let code = html.charCodeAt(next); next < html.length; code = html.charCodeAt(next)) {
      if (code === end || code === ampersand || code === carriageReturn || code === 0) break;
      next += 1;
    }
    this.preprocessor.pos = next - 1;
    // A run that begins here is a slice of the page's own text and takes no memory.
    return text.length === 1 ? html.slice(pos, next) : text + html.slice(pos + 1, next);
  }
}

const fewAttributes = 32;

/** parse5's number for the marker that separates the formatting elements of a cell from those around it. */
const marker = 0;
const blank = (): Token.CharacterToken => ({
  type: Token.TokenType.WHITESPACE_CHARACTER,
  chars: " ",
  location: null,
});

const [quote, ampersand, lessThan, carriageReturn] = [0x22, 0x26, 0x3c, 0x0d];

/** True for a character that is neither a blank nor special in HTML. */
const isPlain = (code: number): boolean => code > 0x20 && code !== ampersand && code !== lessThan;

/** parse5 does not export the names of these modes: in a body, a caption, a cell and a template. */
const blanksAreText: ReadonlySet<number> = new Set([6, 10, 14, 17]);
