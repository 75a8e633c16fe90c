/** Random live pages in many clothes: tags, names, spellings of times and places for them, with what each post says. */
import fc from "fast-check";

export interface MadePost {
  /** Minutes since midnight. */
  readonly minute: number;
  /** Each a paragraph of its own. */
  readonly texts: readonly string[];
}

export interface MadePage {
  readonly html: string;
  readonly posts: readonly MadePost[];
  readonly clothes: string;
}

const two = (value: number): string => String(value).padStart(2, "0");
const hour = (minute: number): number => Math.floor(minute / 60);
const half = (minute: number): string => (hour(minute) < 12 ? "am" : "pm");
const twelve = (minute: number): number => ((hour(minute) + 11) % 12) + 1;

/** How a time is written. */
const spellings: Readonly<Record<string, (minute: number) => string>> = {
  colon: (minute) => `${two(hour(minute))}:${two(minute % 60)}`,
  uhr: (minute) => `${hour(minute)}.${two(minute % 60)} Uhr`,
  "colon uhr": (minute) => `${two(hour(minute))}:${two(minute % 60)} Uhr`,
  h: (minute) => `${hour(minute)}h${two(minute % 60)}`,
  pm: (minute) => `${twelve(minute)}.${two(minute % 60)}${half(minute)}`,
  "colon pm": (minute) => `${twelve(minute)}:${two(minute % 60)} ${half(minute)}`,
  dotted: (minute) => `${twelve(minute)}:${two(minute % 60)} ${half(minute)[0]}.m.`,
  gmt: (minute) => `${two(hour(minute))}:${two(minute % 60)} BST`,
};

const iso = (minute: number): string => `2024-05-16T${two(hour(minute))}:${two(minute % 60)}:00+01:00`;

/** What tells the time, as an element. */
const marks: Readonly<Record<string, (shown: string, minute: number) => string>> = {
  machine: (shown, minute) => `<time datetime="${iso(minute)}">${shown}</time>`,
  time: (shown) => `<time>${shown}</time>`,
  called: (shown) => `<span class="post-time">${shown}</span>`,
  plain: (shown) => `<span>${shown}</span>`,
  bold: (shown) => `<b>${shown}</b>`,
  block: (shown) => `<div class="x-t">${shown}</div>`,
  link: (shown, minute) => `<a href="#p${minute}"><time datetime="${iso(minute)}">${shown}</time></a>`,
};

type Write = (mark: string, paragraphs: readonly string[], shown: string, post: MadePost) => string;
const all = (paragraphs: readonly string[]): string => paragraphs.join("");

/** Posts in elements of their own: how one is written within its element. */
const inner: Readonly<Record<string, Write>> = {
  above: (mark, paragraphs) => `${mark}${all(paragraphs)}`,
  row: (mark, paragraphs) => `<div class="l">${mark}</div><div class="r">${all(paragraphs)}</div>`,
  nested: (mark, paragraphs) =>
    `<div><div><header>${mark}</header></div><div><div>${all(paragraphs)}</div></div></div>`,
  below: (mark, paragraphs) => `${all(paragraphs)}<footer>${mark}</footer>`,
  "below bare": (mark, paragraphs) => `<div>${all(paragraphs)}</div><div>${mark}</div>`,
  tools: (mark, paragraphs) =>
    `${mark}<button>Share</button>${all(paragraphs)}<ul class="share"><li><a href="https://twitter.com/intent/tweet?x=1">Twitter</a></li><li><a href="#">Copy link</a></li></ul>`,
  aside: (mark, paragraphs) => `<aside>${mark}</aside><section>${all(paragraphs)}</section>`,
};

const boxes: Readonly<Record<string, (content: string, index: number) => string>> = {
  article: (content) => `<article>${content}</article>`,
  "article class": (content) => `<article class="entry">${content}</article>`,
  div: (content) => `<div>${content}</div>`,
  "div class": (content) => `<div class="kq-entry x${1000}">${content}</div>`,
  "own classes": (content, index) => `<div class="c${1000 + index}">${content}</div>`,
  section: (content) => `<section class="event">${content}</section>`,
  li: (content) => `<li>${content}</li>`,
  custom: (content) => `<news-update>${content}</news-update>`,
  wrapped: (content) => `<div class="w"><div class="i">${content}</div></div>`,
};

/** Posts that are no elements of their own. */
const flows: Readonly<Record<string, Write>> = {
  "heading above": (_, paragraphs, shown) => `<h3>${shown}</h3>${all(paragraphs)}`,
  "mark above": (mark, paragraphs) => `<p>${mark}</p>${all(paragraphs)}`,
  definition: (mark, paragraphs) => `<dt>${mark}</dt><dd>${all(paragraphs)}</dd>`,
  cells: (mark, paragraphs) => `<tr><td>${mark}</td><td>${all(paragraphs)}</td></tr>`,
  "rows below each other": (mark, paragraphs) => `<tr><td>${mark}</td></tr><tr><td>${all(paragraphs)}</td></tr>`,
  "in the text": (_, paragraphs, shown) => all(paragraphs).replace(/^<p>/, `<p>${shown} – `),
  "bold in the text": (_, paragraphs, shown) => all(paragraphs).replace(/^<p>/, `<p><strong>${shown}</strong> `),
  "colon in the text": (_, paragraphs, shown) => all(paragraphs).replace(/^<p>/, `<p><b>${shown}:</b> `),
  brackets: (_, paragraphs, shown) => all(paragraphs).replace(/^<p>/, `<p>[${shown}] `),
  lines: (_, paragraphs, shown) => `<b>${shown}</b> ${all(paragraphs).replace(/<\/?p>/g, " ")}<br>`,
  points: (_, paragraphs, shown) => `<li>${shown} ${all(paragraphs).replace(/<\/?p>/g, " ")}</li>`,
};

const around: Readonly<Record<string, (content: string) => string>> = {
  plain: (content) => content,
  menu: (content) =>
    `<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav><main>${content}</main>`,
  teasers: (content) =>
    `<main>${content}</main><section><h2>More stories</h2>${[1, 2, 3, 4].map((id) => `<article><a href="https://example.org/${id}"><h3>Another story of the day, number ${id}</h3></a><time datetime="2024-05-1${id}T08:00:00Z">1${id} May</time></article>`).join("")}</section>`,
  comments: (content) =>
    `<main>${content}</main><div><h2>Comments (3)</h2>${[1, 2, 3].map((id) => `<div class="c"><time datetime="2024-05-17T08:0${id}:00Z">8:0${id}</time><p>Reader ${id} says that this was a day to remember for all of us here.</p></div>`).join("")}</div>`,
};

const words = fc.constantFrom(
  ..."harbour ferry GOAL! Carr penalty Überraschung fährt élan señor 2-0 98 Brook tugs, pier open, the a still rain Зенит 船 café quay. boats? wind; (late)".split(
    " ",
  ),
);
const text = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "GOAL!",
      "Goal",
      "Corner.",
      "HT",
      "Ada Brook",
      "2-0",
      "Half time",
      "KICK-OFF",
      "Off!",
      "Save",
    ),
  },
  { weight: 3, arbitrary: fc.array(words, { minLength: 2, maxLength: 6 }).map((list) => `Well ${list.join(" ")}`) },
  { weight: 3, arbitrary: fc.array(words, { minLength: 12, maxLength: 40 }).map((list) => `So ${list.join(" ")}.`) },
);

const keyOf = (record: Readonly<Record<string, unknown>>) => fc.constantFrom(...Object.keys(record));

interface Clothes {
  readonly spelling: string;
  readonly mark: string;
  readonly inside: string;
  readonly box: string;
  readonly flow: string;
  readonly flowing: boolean;
  readonly place: string;
  readonly oldestFirst: boolean;
}

const clothes: fc.Arbitrary<Clothes> = fc.record({
  spelling: keyOf(spellings),
  mark: keyOf(marks),
  inside: keyOf(inner),
  box: keyOf(boxes),
  flow: keyOf(flows),
  flowing: fc.boolean(),
  place: keyOf(around),
  oldestFirst: fc.boolean(),
});

const posts = fc.uniqueArray(fc.integer({ min: 61, max: 1438 }), { minLength: 4, maxLength: 9 }).chain((minutes) =>
  fc
    .array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: minutes.length, maxLength: minutes.length })
    .map((texts) =>
      minutes
        .toSorted((a, b) => b - a)
        .map(
          (minute, index): MadePost => ({
            minute,
            // Equal words at other times are another law's.
            texts: (texts[index] ?? []).map((one) =>
              one.length < 20 ? one : one.replace(/(?<=^\w+ )/, `w${minute} `),
            ),
          }),
        ),
    ),
);

const paragraphsOf = ({ texts }: MadePost): readonly string[] => texts.map((one) => `<p>${one}</p>`);

function build(
  { spelling, mark, inside, box, flow, flowing, place }: Clothes,
  made: readonly MadePost[],
  paragraphs: (post: MadePost, index: number) => readonly string[] = paragraphsOf,
): string {
  const written = made.map((post, index) => {
    const shown = spellings[spelling]?.(post.minute) ?? "";
    const told = marks[mark]?.(shown, post.minute) ?? "";
    const content = (flowing ? flows[flow] : inner[inside])?.(told, paragraphs(post, index), shown, post) ?? "";
    return flowing ? content : (boxes[box]?.(content, index) ?? "");
  });
  const body = written.join("\n");
  const list = flowing
    ? flow === "definition"
      ? `<dl>${body}</dl>`
      : /^(?:cells|rows)/.test(flow)
        ? `<table>${body}</table>`
        : flow === "points"
          ? `<ul>${body}</ul>`
          : `<div>${body}</div>`
    : box === "li"
      ? `<ol>${body}</ol>`
      : `<div>${body}</div>`;
  return `<!doctype html><html lang="en"><head><title>A day at the pier</title></head><body>${around[place]?.(`<h1>A day at the pier</h1>${list}`)}</body></html>`;
}

export const livePages: fc.Arbitrary<MadePage> = fc.tuple(clothes, posts).map(([worn, made]) => {
  const sorted = worn.oldestFirst ? made.toReversed() : made;
  return { html: build(worn, sorted), posts: sorted, clothes: JSON.stringify(worn) };
});

/** A page with a sentence put into one of its posts, in an element that is called as pages call what is no text. */
export interface MadeInsertion extends MadePage {
  readonly post: number;
  readonly sentence: string;
}

const names =
  "share tools related promo newsletter ad advert byline author label tag caption credit headline title time date summary meta footer header avatar comments actions social follow save body content sponsored widget note icon".split(
    " ",
  );
const tags = [
  "p",
  "div",
  "span",
  "section",
  "aside",
  "footer",
  "header",
  "small",
  "b",
  "em",

  "h4",
  "blockquote",
  "figure",
  "center",
  "font",
  "a",
  "x-note",
];
const sentences = fc.constantFrom(
  "Quagga seven runs.",
  "Quagga",
  "The quagga of the pier was seen by nobody but Bo Carr, who tells of it to all who ask.",
  "A quagga at noon",
  "quagga 19",
  "Quagga!",
  "Quagga Share Print",
  "Quagga Brook",
);

export const insertions: fc.Arbitrary<MadeInsertion> = fc
  .record({
    worn: clothes,
    made: posts,
    place: fc.nat(),
    where: fc.constantFrom("start", "end", "between"),
    tag: fc.constantFrom(...tags),
    name: fc.option(fc.constantFrom(...names), { nil: undefined }),
    sentence: sentences,
  })
  .map(({ worn, made, place, where, tag: wanted, name, sentence }) => {
    const sorted = worn.oldestFirst ? made.toReversed() : made;
    const post = place % sorted.length;
    // What begins with its time has nothing before it.
    const at = worn.flowing && where === "start" ? "end" : where;
    // Behind a flow, a footer is the page's; and lines hold no paragraphs.
    const tag = worn.flowing && (wanted === "footer" || wanted === "p") ? "div" : wanted;
    const element = `<${tag}${name === undefined ? "" : ` class="${name}"`}>${sentence}</${tag}>`;
    const written = paragraphsOf(sorted[post] ?? { minute: 0, texts: [] });
    const texts =
      at === "start"
        ? [element, ...written]
        : at === "end"
          ? [...written, element]
          : [written[0] ?? "", element, ...written.slice(1)];
    const html = build(worn, sorted, (one, index) => (index === post ? texts : paragraphsOf(one)));
    return { html, posts: sorted, post, sentence, clothes: JSON.stringify({ ...worn, at, tag, name }) };
  });
