/** Turns the posts of a page into a list that filters them: a post is shown where it passes every filter. */
import { foldedOnce } from "./search/fold.ts";

/** What filters ask of a post, whether it stands on the page or comes from `search.js`. */
export interface SearchablePost {
  /** All its words, folded: see `fold.ts`. */
  readonly folded: () => string;
  readonly labels: readonly string[];
  /** Names without roles. */
  readonly bylines: readonly string[];
  /** The day of the heading above it, `2024-05-17`; "" where none is known. */
  readonly date: string;
  readonly key: boolean;
  readonly pictures: boolean;
}

export interface ListedPost extends SearchablePost {
  readonly article: HTMLElement;
  /** The list element, which also holds the note on a silence before the post. */
  readonly place: HTMLElement;
  readonly day: HTMLElement;
}

export interface PostList {
  readonly stream: HTMLElement;
  readonly posts: readonly ListedPost[];
  /** Where this page is one of several: the link to the page that holds all posts. */
  readonly wholeEvent: HTMLAnchorElement | undefined;
  /** Sets the filter of a name; without a test, removes it. */
  readonly setFilter: (name: string, test?: (post: SearchablePost) => boolean) => void;
  readonly passes: (post: SearchablePost) => boolean;
  readonly shown: () => readonly ListedPost[];
  /** Calls back each time that other posts are shown. */
  readonly onChange: (listener: () => void) => void;
}

/** Undefined on a page without a stream, or without posts. */
export function openPostList(): PostList | undefined {
  const stream = document.getElementById("the_posts");
  const posts = stream === null ? [] : [...stream.querySelectorAll<HTMLElement>(".posts > li > .post")].flatMap(postOf);
  if (stream === null || posts.length === 0) return undefined;
  const tests = new Map<string, (post: SearchablePost) => boolean>();
  const passes = (post: SearchablePost): boolean => [...tests.values()].every((test) => test(post));
  const listeners: (() => void)[] = [];
  const links = linksTo(posts);
  const show = (): void => {
    const open = new Set<HTMLElement>();
    for (const post of posts) {
      const hidden = !passes(post);
      if (!hidden) open.add(post.day);
      // To set the same value again would make the browser lay the post out again.
      if (post.place.hidden === hidden) continue;
      for (const element of [post.place, ...(links.get(post.article.id) ?? [])]) element.hidden = hidden;
    }
    for (const day of new Set(posts.map((post) => post.day))) day.hidden = !open.has(day);
    stream.classList.toggle("chosen", tests.size > 0);
    for (const listener of listeners) listener();
  };
  return {
    stream,
    posts,
    wholeEvent:
      stream.querySelector(".further") === null
        ? undefined
        : (stream.querySelector<HTMLAnchorElement>('.order a[href^="all."]') ?? undefined),
    setFilter: (name, test) => {
      if (test !== undefined) tests.set(name, test);
      // Without a change there is nothing to show.
      else if (!tests.delete(name)) return;
      show();
    },
    passes,
    shown: () => posts.filter(({ place }) => !place.hidden),
    onChange: (listener) => listeners.push(listener),
  };
}

function postOf(article: HTMLElement): readonly ListedPost[] {
  const day = article.closest<HTMLElement>(".day");
  const place = article.parentElement;
  if (day === null || place === null) return [];
  const texts = (selector: string) => [...article.querySelectorAll(selector)].map(({ textContent }) => textContent);
  return [
    {
      article,
      place,
      day,
      folded: foldedOnce(() => textOf(article)),
      labels: texts(".label"),
      bylines: texts(".byline .name"),
      date: day.querySelector("time")?.dateTime ?? "",
      key: article.matches(".key"),
      pictures: article.querySelector(".figure img") !== null,
    },
  ];
}

/** The words of a post as `search.js` has them: a line for each block, the descriptions of pictures included. */
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

/** The lines of the table of contents by post id: they are hidden with their posts. */
function linksTo(posts: readonly ListedPost[]): ReadonlyMap<string, readonly HTMLElement[]> {
  const lines = new Map<string, HTMLElement[]>(posts.map(({ article }) => [article.id, []]));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.jump a[href^="#"]'))
    if (link.parentElement !== null) lines.get(link.hash.slice(1))?.push(link.parentElement);
  return lines;
}
