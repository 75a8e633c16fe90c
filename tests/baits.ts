/** Texts that make a careless reader slow: one thing, over and over, as long as is asked for. */

export type Bait = (length: number) => string;

const of =
  (piece: string): Bait =>
  (length) =>
    piece.repeat(Math.floor(length / piece.length));

/** Opened over and over, then closed as often. */
const nested =
  (open: string, close: string): Bait =>
  (length) => {
    const times = Math.floor(length / (open.length + close.length));
    return `${open.repeat(times)}x${close.repeat(times)}`;
  };

const numbered =
  (piece: (index: number) => string): Bait =>
  (length) => {
    const pieces: string[] = [];
    for (let size = 0, index = 0; size < length; size += pieces.at(-1)?.length ?? 1, index += 1)
      pieces.push(piece(index));
    return pieces.join("");
  };

const around =
  (before: string, bait: Bait, after: string): Bait =>
  (length) =>
    before + bait(length) + after;

/** What may stand in a line of text, and in the words of HTML. */
export const texts: Readonly<Record<string, Bait>> = {
  brackets: of("["),
  "open links": of("[a]("),
  "nested brackets": nested("[", "]"),
  "nested links": nested("[a", "](b)"),
  "bracket and link": of("[[a](b"),
  references: of("[a][b] "),
  definitions: of("[a]:b "),
  links: of("[a](https://e.org) "),
  pictures: of("![a](media/x.jpg) "),
  bangs: of("!["),
  stars: of("*"),
  "open stars": of("*a"),
  "spaced stars": of("*a "),
  "nested stars": nested("*a ", " b*"),
  "double stars": of("**a "),
  "nested double stars": nested("**a ", "b** "),
  "triple stars": of("***a "),
  "stars and underscores": of("*a_"),
  underscores: of("_"),
  "open underscores": of("_a "),
  carets: of("^"),
  "carets and words": of("^a "),
  "carets between letters": of("^a"),
  "odd carets": of("^^a"),
  tildes: of("~"),
  "open tildes": of("~a "),
  "open strikes": of("~~a "),
  "sub and sup": of("~a^"),
  backticks: of("`"),
  "backticks of two lengths": of("` ``"),
  "all marks": of("*_**~^[`"),
  backslashes: of("\\"),
  ampersands: of("&"),
  "open entities": of("&#"),
  "less than": of("<"),
  autolinks: of("<http:"),
  "autolinks of mail": of("<a@"),
  pipes: of("|"),
  "greater than": of("> "),
  parentheses: of("("),
  "closing parentheses": of(")"),
  "closing brackets": of("]"),
  quotes: of('"'),
  "single quotes": of("'"),
  dashes: of("-"),
  hashes: of("#"),
  colons: of(":"),
  spaces: around("x", of(" "), "y"),
  "no-break spaces": around("x", of("\u00a0"), "y"),
  dots: of("."),
  initials: of("A."),
  digits: of("1"),
  numbers: of("1. "),
  clocks: of("10:10 "),
  "published at": of("published at "),
  "published at a time": of("published at 04:28 "),
  "image source": of("Image source, "),
  external: of(", external"),
  "time ago": of("about 1 hour "),
  addresses: of("http://"),
  families: of("\u{1f469}\u200d"),
  "variation selectors": of("\ufe01"),
  "right-to-left marks": of("\u202e"),
  "combining marks": of("\u0301"),
  words: of("word "),
  capitals: of("A "),
};

/** Lines of a text. */
export const lines: Readonly<Record<string, Bait>> = {
  "line ends": of("\n"),
  lines: of("a\n"),
  paragraphs: of("a\n\n"),
  points: of("• a\n"),
  "numbered lines": of("1. a\n"),
  "image sources": of("AltImage source, X\n"),
  "quote messages": of("Quote Message\n"),
  colons: of(":::\n"),
  media: of("::: video\n"),
  fences: of("```\n"),
  rows: of("| a | b |\n"),
  "ragged table": (length) => `|${"a|".repeat(length / 8)}\n|${"-|".repeat(length / 8)}\n${"|b|\n".repeat(length / 8)}`,
  "quoted lines": of("> a\n"),
  headings: of("### a\n"),
  "dashed lines": of("- a\n"),
  dividers: of("---\n"),
  "definition lines": numbered((index) => `[a${index}]: https://e.org\n`),
  "growing quotes": numbered((index) => `${"> ".repeat(index % 200)}a\n`),
  "growing lists": numbered((index) => `${"  ".repeat(index % 50)}- a\n`),
  "one deep quote": around("", of("> "), "a\n"),
  "one deep list": around("", of("- "), "a\n"),
  "one deep numbered list": around("", of("1. "), "a\n"),
  "skipped posts": of("Skip twitter post\n"),
  fields: of("Caption: x\n"),
  summaries: of("Summary\n"),
};

/** What may stand in a page, in a post or around it. */
export const markup: Readonly<Record<string, Bait>> = {
  b: of("<b>"),
  "b and words": of("<b>x"),
  "closed b": nested("<b>", "</b>"),
  "em and b": nested("<em>x<b>", "</b></em>"),
  font: of("<font>"),
  "font of many sizes": numbered((index) => `<font size=${index}>x`),
  "font and p": of("<font><p>x"),
  "b of many ids in p": numbered((index) => `<p>x<b id=${index}>`),
  "many marks in p": of("<p><b><i><u><s>"),
  "crossing marks": of("<b>x<i>y</b>z</i>"),
  a: numbered((index) => `<a href=x${index}>y`),
  "nested a": nested("<a href=x>", "</a>"),
  "a and p": of("<a href=x><p>x"),
  links: of("<a href=https://e.org/a>b</a> "),
  div: nested("<div>", "</div>"),
  "open div": of("<div>x"),
  "div and words": nested("<div>x", "y</div>"),
  span: nested("<span>x", "</span>"),
  "spans around a div": (length) => `${"<span>".repeat(length / 6)}<div>x`,
  "spans before a div": (length) => `${"<span>".repeat(20)}${"<b>x</b>".repeat(length / 8)}<p>z`,
  "own elements": nested("<x-y>x", "</x-y>"),
  details: nested("<details><summary>x</summary>", "</details>"),
  table: of("<table><tr><td>x"),
  "closed table": nested("<table><tr><td>x", "</td></tr></table>"),
  "b in a table": around("<table>", of("<b>x"), ""),
  "words in a table": around("<table>", of("x<br>"), ""),
  rows: around("<table>", of("<tr><td>a<td>b"), ""),
  cells: around("<table><tr>", of("<td>a"), ""),
  "ragged rows": (length) => `<table><tr>${"<td>a".repeat(length / 10)}${"<tr><td>b".repeat(length / 18)}`,
  ul: of("<ul><li>x"),
  "closed ul": nested("<ul><li>x", "</li></ul>"),
  li: around("<ul>", of("<li>x"), "</ul>"),
  blockquote: nested("<blockquote>x", "</blockquote>"),
  "open blockquote": of("<blockquote>"),
  cite: nested("<blockquote><p>x</p><cite>", "</cite></blockquote>"),
  article: of("<article>x"),
  figure: nested("<figure><img src=x alt=y>", "</figure>"),
  figures: of("<figure><img src=a.jpg alt=y></figure>"),
  "pictures of a figure": around("<figure>", of("<img src=a.jpg alt=y>"), "</figure>"),
  img: of("<img src=https://e.org/a.jpg alt=y>"),
  svg: nested("<svg><text>x", "</text></svg>"),
  math: of("<math><mi>"),
  select: of("<select><option>x"),
  template: of("<template>"),
  p: of("<p>x"),
  br: of("x<br>"),
  dl: around("<dl>", of("<dt>a<dd>b"), "</dl>"),
  comments: of("<!--x-->"),
  "open comments": of("<!--"),
  entities: of("&amp;"),
  ampersands: of("&"),
  "less than": of("<"),
  "open tags": of("<x "),
  "closing tags": of("</"),
  attributes: around(
    "<p ",
    numbered((index) => `a${index}=1 `),
    ">x",
  ),
  "attributes of html": numbered((index) => `<html x${index}>`),
  classes: around(
    "<p class='",
    numbered((index) => `a${index} `),
    "'>x",
  ),
  buttons: of("<button>x</button>"),
  hidden: of("<span class=visually-hidden>Quote Message: x</span>"),
  times: of('<time datetime="2024-05-17T10:10:00Z">10:10</time>'),
  bylines: of('<p class="byline">By Ann Bell</p>'),
  credits: of('<span class="credit">x</span>'),
  scripts: of("<script>x</script>"),
  spaces: around("<p>x", of(" "), "y"),
  "line ends": around("<p>x", of("\n"), "y"),
  "long address": around("<a href='https://e.org/", of("("), "'>x</a>"),
};
