/** The content of a line of text, as plain data. `markdown/` knows how it is written. */

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly content: readonly Inline[] }
  | { readonly kind: "emphasis"; readonly content: readonly Inline[] }
  | { readonly kind: "strike"; readonly content: readonly Inline[] }
  | { readonly kind: "sub"; readonly content: readonly Inline[] }
  | { readonly kind: "sup"; readonly content: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  /** `href` is http, https or mailto, or `#anchor`: anything else never becomes a link. */
  | { readonly kind: "link"; readonly href: string; readonly content: readonly Inline[] }
  /** A line break that the writer meant. */
  | { readonly kind: "break" };

/** Plain text as inline content; an empty text is no content. */
export const textContent = (text: string): readonly Inline[] => (text === "" ? [] : [{ kind: "text", text }]);

/** The characters of inline content, without its marks; a line break is a newline. */
export function plainInline(content: readonly Inline[]): string {
  let out = "";
  for (const part of content) {
    if (part.kind === "text" || part.kind === "code") out += part.text;
    else if (part.kind === "break") out += "\n";
    else out += plainInline(part.content);
  }
  return out;
}
