/**
 * HTML to a tree, exactly as parse5 does it, but text is taken a run at a time instead of a character at a time: put together one
 * by one, the characters of a long page take most of the time and of the memory that its tree takes. Halves of characters, which JSON can
 * hold and on which parse5 throws, are replaced first.
 */
import { type DefaultTreeAdapterTypes, Parser, Tokenizer } from "parse5";

type TreeMap = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;
type Document = DefaultTreeAdapterTypes.Document;
type Fragment = DefaultTreeAdapterTypes.DocumentFragment;

export const parseDocument = (html: string): Document => RunParser.parse<TreeMap>(html.toWellFormed());

export function parseFragment(html: string): Fragment {
  const parser = RunParser.getFragmentParser<TreeMap>();
  parser.tokenizer.write(html.toWellFormed(), true);
  return parser.getFragment();
}

class RunParser extends Parser<TreeMap> {
  override tokenizer = new RunTokenizer(this.options, this);
}

/**
 * Behind a character that parse5 took, all up to the next one that means something goes the same way. Blanks do not in every place:
 * there parse5 goes on alone.
 */
class RunTokenizer extends Tokenizer {
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

const [quote, ampersand, lessThan, carriageReturn] = [0x22, 0x26, 0x3c, 0x0d];

/** No blank, and nothing that HTML gives a meaning. */
const isPlain = (code: number): boolean => code > 0x20 && code !== ampersand && code !== lessThan;

/** parse5's names for them are no part of what it exports: in a body, a caption, a cell and a template. */
const blanksAreText: ReadonlySet<number> = new Set([6, 10, 14, 17]);
