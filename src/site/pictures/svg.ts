/** Decides which SVG drawings may be rendered: those that look the same on every machine and load nothing. */

/** Why a drawing is refused, in words that follow "it holds"; undefined where it is accepted. */
export function refusedInSvg(bytes: Uint8Array): string | undefined {
  const text = utf8(bytes);
  if (text === undefined) return "text that is not UTF-8";
  if (declaresEntities(text)) return "entity declarations";
  const encoding = /^\uFEFF?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1];
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) return `the encoding "${encoding}"`;
  const element = forbidden.exec(text)?.[1];
  return element === undefined ? undefined : `a "${element.toLowerCase()}" element`;
}

/** True for an entity, or for a document type with an internal subset (XML 1.0, section 2.8). */
function declaresEntities(text: string): boolean {
  if (/<!ENTITY/i.test(text)) return true;
  const types = /<!DOCTYPE[^>[]*/gi;
  for (const { 0: type, index } of text.matchAll(types)) if (text.charAt(index + type.length) === "[") return true;
  return false;
}

/** Text depends on the fonts of a machine; the other elements load files or run scripts. */
const forbidden = /<(?:[\w.-]+:)?(text|tspan|textPath|tref|script|foreignObject|iframe|include|image|feImage)\b/i;

function utf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
