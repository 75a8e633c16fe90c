/** From nodes of HTML to runs of text with marks, links and line breaks. Each text goes through `keep`, which counts it. */
import type { DefaultTreeAdapterTypes } from "parse5";
import { linkAddress } from "../../markdown/address.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import { parseFragment } from "./parser.ts";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
type Fragment = DefaultTreeAdapterTypes.DocumentFragment;

/** Counts a text as kept and gives it in writable form. */
export type Keep = (text: string) => string;

/** Elements whose text is not part of a page's words. */
export const silent: ReadonlySet<string> = new Set(["script", "style", "noscript", "template", "iframe", "object"]);

export const isElement = (node: HtmlNode): node is Element => "tagName" in node;

/** Below this depth only the words are kept, not the marks. */
const deepest = 60;

const marks: Readonly<Record<string, "strong" | "emphasis" | "strike" | "sub" | "sup">> = {
  strong: "strong",
  b: "strong",
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  s: "strike",
  del: "strike",
  strike: "strike",
  sub: "sub",
  sup: "sup",
};

export function inlineOfNode(node: HtmlNode, keep: Keep, depth = 0): readonly Inline[] {
  if (node.nodeName === "#text" && "value" in node) return textOf(keep(node.value));
  if (!isElement(node) || silent.has(node.tagName)) return [];
  if (node.tagName === "br") return [{ kind: "break" }];
  if (depth > deepest) return textOf(keep(wordsOf([node])));
  if (node.tagName === "code" && !node.childNodes.some(isElement)) return codeOf(keep(wordsOf(node.childNodes)));
  const content = node.childNodes.flatMap((child) => inlineOfNode(child, keep, depth + 1));
  const mark = marks[node.tagName];
  if (mark !== undefined) return content.length === 0 ? [] : [{ kind: mark, content }];
  const href = node.tagName === "a" ? linkAddress(attribute(node, "href") ?? "") : undefined;
  return href === undefined || content.length === 0 ? content : [{ kind: "link", href, content }];
}

const textOf = (text: string): readonly Inline[] => (text === "" ? [] : [{ kind: "text", text: singleSpaced(text) }]);

const codeOf = (text: string): readonly Inline[] =>
  text.trim() === "" ? textOf(text) : [{ kind: "code", text: singleSpaced(text) }];

/** Each run of white space becomes one space. Most texts need no change. */
export const singleSpaced = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, " ") : text);

/** Without blanks at both ends and beside line breaks: browsers do not show them. */
export function withoutEdges(content: readonly Inline[]): readonly Inline[] {
  const parts: Inline[] = [];
  const trimLast = (): void => {
    for (let last = parts.at(-1); last?.kind === "text"; last = parts.at(-1)) {
      const text = last.text.endsWith(" ") ? last.text.trimEnd() : last.text;
      parts.pop();
      if (text === "") continue;
      parts.push({ kind: "text", text });
      return;
    }
  };
  for (const part of content) {
    const fresh = parts.length === 0 || parts.at(-1)?.kind === "break";
    if (part.kind === "break") trimLast();
    const kept: Inline = part.kind === "text" && fresh ? { kind: "text", text: part.text.replace(/^ +/, "") } : part;
    if (kept.kind !== "text" || kept.text !== "") parts.push(kept);
  }
  trimLast();
  return parts;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** The words of some nodes at any depth, without those of silent elements. Stops after `enough` characters. */
export function wordsOf(nodes: readonly HtmlNode[], enough = Number.POSITIVE_INFINITY): string {
  const waiting = [...nodes].reverse();
  let words = "";
  for (let node = waiting.pop(); node !== undefined && words.length <= enough; node = waiting.pop()) {
    if (node.nodeName === "#text" && "value" in node) words += node.value;
    else if (isElement(node) && !silent.has(node.tagName)) {
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
        const child = node.childNodes[index];
        if (child !== undefined) waiting.push(child);
      }
    }
  }
  return words;
}

/** The inline content of a text that may be HTML; empty for a text without words. */
/** `prepare` gets the tree before it is read. */
export function inlineOfHtml(text: string, keep: Keep, prepare?: (tree: Fragment) => void): readonly Inline[] {
  const source = looksLikeHtml(text) ? text : text.replaceAll("<", "&lt;");
  const tree = parseFragment(source);
  prepare?.(tree);
  const content = tree.childNodes.flatMap((node) => inlineOfNode(node, keep));
  return plainInline(content).trim() === "" ? [] : content;
}

const tags =
  /<\/?(?:a|abbr|article|b|blockquote|br|center|cite|code|del|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|picture|pre|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>]*)?\/?>/i;

/** True for a text with tags; "5 < 6" and "<name>" are words. */
export const looksLikeHtml = (text: string): boolean => tags.test(text);

/** The text without tags and with each entity decoded once: `&amp;amp;` becomes `&amp;`. */
export function plainWords(text: string): string {
  if (!/[&<]/.test(text)) return text;
  const source = looksLikeHtml(text) ? text : text.replaceAll("<", "&lt;");
  return wordsOf(parseFragment(source).childNodes);
}
