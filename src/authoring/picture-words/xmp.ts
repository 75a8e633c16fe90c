/** An XMP packet -> its description, credit, creators, rights and alternative text. It reads the few fields that figures have. */
import type { MetadataFields } from "./fields.ts";
import { metadataText } from "./metadata-text.ts";

export function readXmp(bytes: Uint8Array): MetadataFields {
  // More is no words of a person: previews stand there.
  const xml = metadataText(bytes.subarray(0, 1_000_000));
  const fields = {
    alt: valuesOf(xml, "Iptc4xmpCore:AltTextAccessibility")[0],
    caption: valuesOf(xml, "dc:description")[0],
    creator: valuesOf(xml, "dc:creator").join(", "),
    credit: valuesOf(xml, "photoshop:Credit")[0],
    rights: valuesOf(xml, "dc:rights")[0],
  };
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== undefined && text !== ""));
}

/** The values of a property: an attribute, a text, or the members of a list, the one for all languages first. */
function valuesOf(xml: string, name: string): readonly string[] {
  const inside = between(xml, name);
  if (inside === undefined) {
    const quoted = new RegExp(`\\s${name}=(?:"([^"<]*)"|'([^'<]*)')`).exec(xml);
    return quoted === null ? [] : [unescaped(quoted[1] ?? quoted[2] ?? "")];
  }
  const members = inside
    .split("<rdf:li")
    .slice(1)
    .map((part) => {
      const end = part.indexOf("</rdf:li>");
      const start = part.indexOf(">");
      return {
        isUsual: part.slice(0, start).includes("x-default"),
        text: end < start ? "" : part.slice(start + 1, end),
      };
    });
  const texts =
    members.length === 0
      ? [inside]
      : members.sort((a, b) => Number(b.isUsual) - Number(a.isUsual)).map(({ text }) => text);
  return texts
    .filter((text) => !text.includes("<"))
    .map(unescaped)
    .filter((text) => text !== "");
}

/** What stands between the tags of an element; undefined where there is none. */
function between(xml: string, name: string): string | undefined {
  const open = new RegExp(`<${name}(?=[\\s>])`).exec(xml);
  const start = open === null ? -1 : xml.indexOf(">", open.index);
  const end = start < 0 ? -1 : xml.indexOf(`</${name}>`, start);
  return end < 0 ? undefined : xml.slice(start + 1, end);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    })
    .trim();
