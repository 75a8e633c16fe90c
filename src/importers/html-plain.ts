/** Makes the tree of a saved page plain: scripts out, addresses whole; and reads what its head says of it. */
import { webAddress } from "../markdown/address.ts";
import { elementsIn, find, type Tree, takeOut } from "./html-dom.ts";
import type { Frames } from "./html-frames.ts";
import { attribute, type Element, wordsOf } from "./html-inline.ts";
import { renderTree } from "./html-rendered.ts";
import { writable } from "./words.ts";

/** What the head of a page says. */
export interface About {
  /** The title without the name of the publisher behind it. */
  readonly title?: string;
  readonly source?: string;
  readonly publisher?: string;
  /** BCP 47. */
  readonly language?: string;
  /** How many frames lie too deep in frames to be read. */
  readonly unreadFrames?: number;
}

const unread = new Set(["script", "style", "noscript", "template", "head", "link", "meta"]);

/** Reads the head, makes the page what a reader saw, and writes every link as a whole address. */
export function plainPage(tree: Tree, frames?: Frames): About {
  const about = readAbout(tree);
  const { unreadFrames } = renderTree(tree, frames);
  const base = about.base ?? about.source;
  const out: Element[] = [];
  for (const element of elementsIn(tree)) {
    // What microdata tells of a post stands in it.
    if (unread.has(element.tagName) && attribute(element, "itemprop") === undefined) out.push(element);
    else resolveLinks(element, base);
  }
  for (const element of out) takeOut(element);
  const { base: _, ...said } = about;
  return { ...said, ...(unreadFrames > 0 && { unreadFrames }) };
}

const linked = ["href", "src", "cite"];

function resolveLinks(element: Element, base: string | undefined): void {
  for (const one of element.attrs) {
    if (!linked.includes(one.name) || /^(?:https?:|mailto:|data:|cid:)/i.test(one.value)) continue;
    // An anchor of the page it came from is none of ours.
    if (one.value.startsWith("#")) one.value = "";
    else if (element.tagName === "a" || element.tagName === "iframe") one.value = absolute(one.value, base) ?? "";
    else if (one.value.startsWith("//")) one.value = `https:${one.value}`;
  }
}

function absolute(address: string, base: string | undefined): string | undefined {
  if (address.trim() === "" || base === undefined || !URL.canParse(address, base)) return undefined;
  return webAddress(new URL(address, base).href);
}

interface Head extends About {
  readonly base?: string;
}

/** The elements that tell of the page, wherever they stand: a page is looked through once for them. */
const telling = new Set(["html", "head", "meta", "link", "base"]);

function readAbout(tree: Tree): Head {
  const all = elementsIn(tree).filter(({ tagName }) => telling.has(tagName));
  const named = (name: string): Element | undefined => all.find(({ tagName }) => tagName === name);
  const meta = (name: string): string | undefined => {
    const found = all.find(
      (one) => one.tagName === "meta" && (attribute(one, "property") === name || attribute(one, "name") === name),
    );
    const content = found && writable((attribute(found, "content") ?? "").replace(/\s+/g, " "));
    return content === "" ? undefined : content;
  };
  const link = (rel: string): string | undefined => {
    const found = all.find((one) => one.tagName === "link" && attribute(one, "rel")?.toLowerCase() === rel);
    return webAddress((found && attribute(found, "href")) ?? "");
  };
  const html = named("html");
  const head = named("head");
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.exec((html && attribute(html, "lang")) ?? "")?.[0];
  const publisher = meta("og:site_name");
  const title = head && find(head, ({ tagName }) => tagName === "title");
  const whole = meta("og:title") ?? (title && wordsOf([title]));
  const plain = whole && titleAlone(writable(whole.replace(/\s+/g, " ")), publisher);
  const base = named("base");
  const baseAddress = webAddress((base && attribute(base, "href")) ?? "");
  const source = link("canonical") ?? webAddress(meta("og:url") ?? "");
  return {
    ...(plain !== undefined && { title: plain }),
    ...(source !== undefined && { source }),
    ...(baseAddress !== undefined && { base: baseAddress }),
    ...(publisher !== undefined && { publisher }),
    ...(language !== undefined && { language }),
  };
}

/** "A ferry aground - live - The Paper" without the paper; nothing where only a word such as "Live" is left. */
function titleAlone(title: string, publisher: string | undefined): string | undefined {
  let alone = title;
  for (const ending of [publisher, "BBC News", "BBC Sport", "BBC"])
    if (ending !== undefined && alone.endsWith(ending)) {
      alone = alone.slice(0, -ending.length).trimEnd();
      if (/[-–—|]$/.test(alone)) alone = alone.slice(0, -1).trimEnd();
    }
  return /^(?:live|live updates?|)$/i.test(alone.trim()) ? undefined : alone.trim();
}
