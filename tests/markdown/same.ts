/** Small words for blocks, so that an example is one line. */
import type { Block } from "../../src/model/block.ts";
import type { Inline } from "../../src/model/inline.ts";

type Words = string | Inline | readonly (string | Inline)[];

export const words = (content: Words): readonly Inline[] =>
  (Array.isArray(content) ? content : [content]).map((part: string | Inline) =>
    typeof part === "string" ? { kind: "text", text: part } : part,
  );

export const p = (...content: (string | Inline)[]): Block => ({ kind: "paragraph", content: words(content) });
export const em = (...content: (string | Inline)[]): Inline => ({ kind: "emphasis", content: words(content) });
export const strong = (...content: (string | Inline)[]): Inline => ({ kind: "strong", content: words(content) });
export const strike = (...content: (string | Inline)[]): Inline => ({ kind: "strike", content: words(content) });
export const sub = (...content: (string | Inline)[]): Inline => ({ kind: "sub", content: words(content) });
export const sup = (...content: (string | Inline)[]): Inline => ({ kind: "sup", content: words(content) });
export const code = (text: string): Inline => ({ kind: "code", text });
export const br: Inline = { kind: "break" };
export const link = (href: string, ...content: (string | Inline)[]): Inline => ({
  kind: "link",
  href,
  content: words(content),
});
export const ul = (...items: (readonly Block[])[]): Block => ({ kind: "list", items });
export const ol = (start: number, ...items: (readonly Block[])[]): Block => ({ kind: "list", start, items });
