/** The rules of RFC 4287 as a table of elements, and a check that finds what is missing, repeated, unknown or not valid. */
import { childrenOf, type Element, textOf } from "./xml.ts";

interface Rule {
  /** The elements that it may hold, with the least and the greatest number of each. */
  readonly children?: Readonly<Record<string, readonly [least: number, most: number]>>;
  /** The attributes that it may have, with a pattern of their values; those with "!" are required. */
  readonly attributes?: Readonly<Record<string, RegExp>>;
  /** A pattern of its text, where it may have text. */
  readonly text?: RegExp;
}

const any = Number.POSITIVE_INFINITY;
const language = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
const media = /^[a-z]+\/[a-z0-9.+-]+$/;
const something = /\S/;
const iri = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"]+$/;
const reference = /^[^\s<>"]+$/;
const moment =
  /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const words: Rule = { attributes: { type: /^(text|html)$/ }, text: /^/ };
const date: Rule = { text: moment };
const head = {
  author: [0, any],
  category: [0, any],
  contributor: [0, any],
  id: [1, 1],
  link: [0, any],
  rights: [0, 1],
  title: [1, 1],
  updated: [1, 1],
} as const;

const rules: Readonly<Record<string, Rule>> = {
  feed: {
    attributes: { "xmlns!": /^http:\/\/www\.w3\.org\/2005\/Atom$/, "xml:lang": language },
    children: { ...head, generator: [0, 1], icon: [0, 1], logo: [0, 1], subtitle: [0, 1], entry: [0, any] },
  },
  entry: {
    attributes: { "xml:lang": language },
    children: { ...head, content: [0, 1], published: [0, 1], source: [0, 1], summary: [0, 1] },
  },
  author: { children: { name: [1, 1], uri: [0, 1], email: [0, 1] } },
  name: { text: something },
  category: { attributes: { "term!": /^/, label: /^/, scheme: iri } },
  generator: { attributes: { uri: reference, version: /^/ }, text: something },
  id: { text: iri },
  link: {
    attributes: {
      "href!": reference,
      rel: /^(alternate|self)$/,
      type: media,
      hreflang: language,
      title: /^/,
    },
  },
  rights: words,
  title: words,
  content: words,
  updated: date,
  published: date,
};

/** The faults of a feed, element by element. */
export function faultsOfAtom(root: Element): readonly string[] {
  const faults: string[] = root.name === "feed" ? [] : [`the root is <${root.name}>`];
  const look = (element: Element, way: string): void => {
    const rule = rules[element.name];
    if (rule === undefined) {
      faults.push(`${way}: no such element`);
      return;
    }
    const attributes = Object.entries(rule.attributes ?? {}).map(
      ([name, form]) => [name.replace("!", ""), form] as const,
    );
    for (const [name, value] of Object.entries(element.attributes)) {
      const form = attributes.find(([known]) => known === name)?.[1];
      if (form?.test(value) !== true) faults.push(`${way}: ${name} is "${value}"`);
    }
    for (const name of Object.keys(rule.attributes ?? {}))
      if (name.endsWith("!") && element.attributes[name.slice(0, -1)] === undefined) faults.push(`${way}: no ${name}`);
    if (!(rule.text ?? /^\s*$/).test(element.text)) faults.push(`${way}: "${element.text}"`);
    for (const [name, [least, most]] of Object.entries(rule.children ?? {})) {
      const count = childrenOf(element, name).length;
      if (count < least || count > most) faults.push(`${way}: ${count} times <${name}>`);
    }
    for (const [index, child] of element.children.entries()) {
      const place = `${way}/${child.name}[${index}]`;
      if (rule.children?.[child.name] === undefined) faults.push(`${place}: may not stand there`);
      else look(child, place);
    }
  };
  look(root, "feed");
  const posts = childrenOf(root, "entry");
  if (childrenOf(root, "author").length === 0 && posts.some((post) => childrenOf(post, "author").length === 0))
    faults.push("feed: a post without an author");
  const ids = posts.map((post) => textOf(post, "id"));
  if (new Set(ids).size !== ids.length) faults.push("feed: an id twice");
  for (const element of [root, ...posts]) {
    const ways = childrenOf(element, "link")
      .filter(({ attributes: { rel = "alternate" } }) => rel === "alternate")
      .map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`);
    if (new Set(ways).size !== ways.length) faults.push("feed: two alternates of one kind");
    if (element !== root && childrenOf(element, "content").length === 0 && ways.length === 0)
      faults.push("feed: a post with neither text nor address");
  }
  return faults;
}
