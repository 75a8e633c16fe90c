/** From a `data:` address to its content: the HTML of a page, or the words of a drawing. */
import { elementsIn } from "../html/html.ts";
import { type Element, wordsOf } from "../html/inline.ts";
import { parseFragment } from "../html/parser.ts";

/** The HTML in an address: of a page, or of plain text as `<pre>`; undefined for all other addresses. */
export function pageIn(address: string): string | undefined {
  const held = textIn(address, /^(?:text\/html|application\/xhtml\+xml|text\/plain)?$/i);
  if (held === undefined || !/\S/.test(held.text)) return undefined;
  return /html/i.test(held.type)
    ? held.text
    : `<pre>${held.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`;
}

/** The words of an SVG drawing in an address, labels included; "" for all other addresses. */
export function wordsOfDrawing(address: string): string {
  const { text } = textIn(address, /^image\/svg\+xml$/i) ?? { text: "" };
  if (!/<(?:\w+:)?(?:text|title|desc|foreignObject|metadata)\b|aria-label/i.test(text)) return "";
  const { childNodes } = parseFragment(text);
  const all: readonly Element[] = elementsIn({ childNodes });
  const own = all.map((element) =>
    element.tagName === "style" || element.tagName === "script"
      ? ""
      : element.childNodes.map((node) => ("value" in node ? node.value : "")).join(""),
  );
  const labels = all.flatMap(({ attrs }) => attrs.flatMap(({ name, value }) => (name === "aria-label" ? [value] : [])));
  const top = wordsOf(childNodes.filter((node) => !("tagName" in node)));
  return [top, ...own, ...labels].join(" ").replace(/\s+/g, " ").trim();
}

function textIn(address: string, types: RegExp): { readonly type: string; readonly text: string } | undefined {
  const start = address.slice(0, 2000).trimStart();
  if (!/^data:/i.test(start)) return undefined;
  const comma = start.indexOf(",");
  if (comma < 0) return undefined;
  const [type = "", ...parameters] = start.slice("data:".length, comma).split(";");
  if (!types.test(type.trim())) return undefined;
  const body = address.trimStart().slice(comma + 1);
  const base64 = parameters.some((one) => one.trim().toLowerCase() === "base64");
  const text = base64 ? fromBase64(body) : withoutPercents(body);
  return text === undefined ? undefined : { type: type.trim(), text };
}

function withoutPercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
      const bytes = codes
        .slice(1)
        .split("%")
        .map((code) => Number.parseInt(code, 16));
      return new TextDecoder().decode(Uint8Array.from(bytes));
    });
  }
}

function fromBase64(text: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(withoutPercents(text)), (sign) => sign.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
