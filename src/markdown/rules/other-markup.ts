/** Rules of markdown-it that change nothing: they report what other programs read as markup and this one prints as text. */
import type { MarkdownIt, StateInline } from "markdown-it";
import { printedFootnote, printedHtml, printedWikiLink } from "../problems.ts";
import { environment } from "./environment.ts";

export function useOtherMarkup(md: MarkdownIt): void {
  md.inline.ruler.before("autolink", "html", html);
  md.inline.ruler.before("link", "brackets", brackets);
}

const tag =
  /<(?:\/?(?:a|abbr|aside|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr)(?=[\s/>])[^<>]*>|!doctype\b|!\[CDATA\[|\?(?:php|xml)\b)/iy;
const wikiLink = /\[\[[^[\]\n]+\]\]/y;
const footnote = /\[\^[\p{L}\p{N}_-]{1,40}\]/uy;

function html(state: StateInline, silent: boolean): boolean {
  const words = matchAt(tag, state);
  if (words !== undefined && !silent) environment(state.env).found(printedHtml(words), state.pos);
  return false;
}

function brackets(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const { found } = environment(state.env);
  const link = matchAt(wikiLink, state);
  const note = link === undefined ? matchAt(footnote, state) : undefined;
  if (link !== undefined)
    found(printedWikiLink(state.src.charAt(state.pos - 1) === "!" ? `!${link}` : link), state.pos);
  if (note !== undefined) found(printedFootnote(note), state.pos);
  return false;
}

function matchAt(pattern: RegExp, { src, pos, posMax }: StateInline): string | undefined {
  pattern.lastIndex = pos;
  const words = pattern.exec(src)?.[0];
  return words === undefined || pos + words.length > posMax ? undefined : words;
}
