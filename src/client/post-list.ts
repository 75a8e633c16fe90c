/** The posts that stand on a page, and which of them are shown: those that pass every test that is asked for. */
import { fold } from "./search/fold.ts";

/** What posts are chosen by, those that stand on the page and those that `search.js` tells of. */
export interface SearchablePost {
  /** All its words, as a search compares them. */
  readonly folded: () => string;
  readonly labels: readonly string[];
  /** The names alone. */
  readonly bylines: readonly string[];
  /** The day that it stands under, `2024-05-17`; "" where none is known. */
  readonly date: string;
  readonly key: boolean;
  readonly pictures: boolean;
}

export interface ListedPost extends SearchablePost {
  readonly article: HTMLElement;
  /** The place in the list, with the silence before the post. */
  readonly place: HTMLElement;
  readonly day: HTMLElement;
}

export interface PostList {
  readonly stream: HTMLElement;
  readonly posts: readonly ListedPost[];
  /** Where this page is one of several: the way to the whole event. */
  readonly wholeEvent: HTMLAnchorElement | undefined;
  /** Shows only posts that pass, until the same reason has another test, or none. */
  readonly setFilter: (reason: string, test?: (post: SearchablePost) => boolean) => void;
  readonly passes: (post: SearchablePost) => boolean;
  readonly shown: () => readonly ListedPost[];
  readonly onChange: (tell: () => void) => void;
}

/** Undefined on a page that is not a stream, or has no posts. */
export function openPostList(): PostList | undefined {
  const stream = document.getElementById("the_posts");
  const posts = stream === null ? [] : [...stream.querySelectorAll<HTMLElement>(".posts > li > .post")].flatMap(postOf);
  if (stream === null || posts.length === 0) return undefined;
  const tests = new Map<string, (post: SearchablePost) => boolean>();
  const passes = (post: SearchablePost): boolean => [...tests.values()].every((test) => test(post));
  const told: (() => void)[] = [];
  const links = linksTo(posts);
  const show = (): void => {
    const open = new Set<HTMLElement>();
    for (const post of posts) {
      const hidden = !passes(post);
      if (!hidden) open.add(post.day);
      // To say the same again is a change too, for which the browser looks at the post anew.
      if (post.place.hidden === hidden) continue;
      for (const element of [post.place, ...(links.get(post.article.id) ?? [])]) element.hidden = hidden;
    }
    for (const day of new Set(posts.map((post) => post.day))) day.hidden = !open.has(day);
    stream.classList.toggle("chosen", tests.size > 0);
    for (const tell of told) tell();
  };
  return {
    stream,
    posts,
    wholeEvent:
      stream.querySelector(".further") === null
        ? undefined
        : (stream.querySelector<HTMLAnchorElement>('.order a[href^="all."]') ?? undefined),
    setFilter: (reason, test) => {
      if (test !== undefined) tests.set(reason, test);
      // Nothing has changed, and to look at all posts takes its time.
      else if (!tests.delete(reason)) return;
      show();
    },
    passes,
    shown: () => posts.filter(({ place }) => !place.hidden),
    onChange: (tell) => told.push(tell),
  };
}

function postOf(article: HTMLElement): readonly ListedPost[] {
  const day = article.closest<HTMLElement>(".day");
  const place = article.parentElement;
  if (day === null || place === null) return [];
  const texts = (selector: string) =>
    [...article.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
  let folded: string | undefined;
  return [
    {
      article,
      place,
      day,
      folded: () => {
        folded ??= fold(textOf(article));
        return folded;
      },
      labels: texts(".label"),
      bylines: texts(".byline .name"),
      date: day.querySelector("time")?.dateTime ?? "",
      key: article.matches(".key"),
      pictures: article.querySelector(".figure img") !== null,
    },
  ];
}

/** As `search.js` has it: with the descriptions of pictures, and what stands in a block of its own on a line of its own. */
function textOf(article: HTMLElement): string {
  const nodes = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    if (node instanceof HTMLImageElement) text += `\n${node.alt}\n`;
    else if (!(node instanceof Element)) text += node.nodeValue;
    else if (!node.matches("a, b, code, em, s, strong, sub, sup")) text += "\n";
  }
  return text;
}

/** The lines of the table of contents, which go and come with their posts. */
function linksTo(posts: readonly ListedPost[]): ReadonlyMap<string, readonly HTMLElement[]> {
  const lines = new Map<string, HTMLElement[]>(posts.map(({ article }) => [article.id, []]));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.jump a[href^="#"]'))
    if (link.parentElement !== null) lines.get(link.hash.slice(1))?.push(link.parentElement);
  return lines;
}
