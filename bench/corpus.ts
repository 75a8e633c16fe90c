/**
 * An archive before it takes the form of any generator: live pages, posts, words. The fields are those that the bench runner
 * hands to a peer; here they are filled with invented text, the same on every machine.
 */

/** A run of words: plain, a link, bold or italic. */
export type CorpusWords =
  | string
  | { readonly a: string; readonly href: string }
  | { readonly b: string }
  | { readonly i: string };

/** A paragraph, a quotation or a list. */
export type CorpusBlock =
  | { readonly t: "p" | "q"; readonly x: readonly CorpusWords[] }
  | { readonly t: "ul"; readonly items: readonly (readonly CorpusWords[])[] };

export interface CorpusPost {
  /** Its page's address below the live page's, and unique there: `u007-...`. */
  readonly slug: string;
  readonly headline: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly label?: string;
  readonly byline?: { readonly name: string; readonly role: string };
  /** No peer holds the file; `src` ends in its name. */
  readonly image?: { readonly src: string; readonly alt: string; readonly caption: string; readonly credit: string };
  readonly blocks: readonly CorpusBlock[];
}

export interface CorpusPage {
  readonly slug: string;
  readonly title: string;
  readonly standfirst: string;
  readonly summary: readonly string[];
  /** Oldest first. */
  readonly posts: readonly CorpusPost[];
}

export interface Corpus {
  readonly site: {
    readonly title: string;
    readonly url: string;
    readonly description: string;
    readonly lang: string;
    readonly perPage: number;
  };
  readonly live: readonly CorpusPage[];
}

const words = "harbour pilot wind stone letter evening quay signal window river market bridge lamp winter paper".split(
  " ",
);

/** A repeatable number below `below`: the same text on every machine. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** The same from its upper bits: the lower ones come round again after a few turns. */
export function chances(seed: number): (below: number) => number {
  const next = numbers(Math.imul(seed, 2_654_435_761) >>> 0);
  return (below) => Math.floor((next(2 ** 32) / 2 ** 32) * below);
}

export const sentence = (next: (below: number) => number): string => {
  const text = Array.from({ length: 8 + next(18) }, () => words[next(words.length)]).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** How many live pages an archive of a number of posts has: long pages where there are many posts. */
export function pagesFor(posts: number): number {
  const most = posts <= 200 ? 20 : posts <= 2000 ? 100 : posts <= 10_000 ? 200 : 500;
  return Math.max(1, Math.round(posts / most));
}

/** A number of posts, spread evenly over live pages three days apart; about 100 words a post, a picture in every fifth. */
export function inventCorpus(posts: number, pages = pagesFor(posts)): Corpus {
  const each = Math.ceil(posts / pages);
  const live = Array.from({ length: pages }, (_, page) => inventPage(page, Math.min(each, posts - page * each)));
  return {
    site: {
      title: "Live archive",
      url: "https://live.example.org",
      description: "An archive of live pages.",
      lang: "en-GB",
      perPage: 20,
    },
    live: live.filter((page) => page.posts.length > 0),
  };
}

const day = 86_400_000;

function inventPage(index: number, count: number): CorpusPage {
  const next = chances(index + 1);
  const slug = `harbour-${index + 1}`;
  const start = Date.UTC(2024, 2, 29, 6) + index * 3 * day;
  const step = Math.floor((1.5 * day) / count / 60_000) * 60_000;
  return {
    slug,
    title: `Harbour & quay, day ${index + 1}`,
    standfirst: sentence(next),
    summary: Array.from({ length: 5 }, () => sentence(next).slice(0, -1)),
    posts: Array.from({ length: count }, (_, number) => inventPost(next, number, start + number * step)),
  };
}

function inventPost(next: (below: number) => number, number: number, at: number): CorpusPost {
  const headline = sentence(next).slice(0, -1);
  const words = headline.toLowerCase().replaceAll(" ", "-").slice(0, 60).replace(/-$/, "");
  const name = `${words.split("-")[0]}-${number + 1}.jpg`;
  return {
    slug: `u${String(number + 1).padStart(4, "0")}-${words}`,
    headline: next(4) === 0 ? `'${headline}', says a pilot` : headline,
    at,
    ...(next(8) === 0 && { label: "Analysis" }),
    ...(next(5) === 0 && { byline: { name: "Robin Quay", role: "At the harbour" } }),
    ...(next(5) === 0 && {
      image: { src: `/img/${name}`, alt: sentence(next).slice(0, -1), caption: sentence(next), credit: "A reader" },
    }),
    blocks: inventBlocks(next),
  };
}

function inventBlocks(next: (below: number) => number): readonly CorpusBlock[] {
  const blocks: CorpusBlock[] = [
    {
      t: "p",
      x: [`${sentence(next)} `, { b: sentence(next) }, " ", { a: sentence(next), href: "https://example.org/" }],
    },
    { t: "p", x: [{ i: sentence(next) }, ` ${sentence(next)} “Fish & chips” cost £3.`] },
  ];
  if (next(6) === 0) blocks.push({ t: "q", x: [sentence(next)] });
  if (next(6) === 0) blocks.push({ t: "ul", items: [[sentence(next)], [sentence(next)]] });
  return blocks;
}
