/** Turns XMP into the facts that may be published, and facts into new XMP that holds nothing else. */
import { html } from "../../../base/html.ts";
import type { PictureFacts } from "./facts.ts";
import { factOf } from "./metadata-text.ts";

/** Reads the properties as programs write them: attributes, elements, and elements with a list. */
export function xmpFacts(xmp: string): PictureFacts {
  const text = xmp.slice(0, longestXmp);
  const facts: Record<string, string> = {};
  for (const [fact, names] of Object.entries(properties)) {
    const value = names.map((name) => property(text, name)).find((found) => found !== undefined);
    if (value !== undefined) facts[fact] = value;
  }
  return facts;
}

/** What the picture shows, for people who cannot see it. */
export const xmpAlternativeText = (xmp: string): string | undefined =>
  property(xmp.slice(0, longestXmp), "Iptc4xmpCore:AltTextAccessibility");

/** Undefined where there is nothing to say. */
export function printXmp(facts: PictureFacts): string | undefined {
  if (Object.keys(facts).length === 0) return undefined;
  const { rights, terms, statement, creator, credit, caption, created, modified } = facts;
  const inLanguage = (name: string, value: string | undefined) =>
    value && `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${name}>`;
  const plain = (name: string, value: string | undefined) => value && `<${name}>${escaped(value)}</${name}>`;
  const body = [
    inLanguage("dc:rights", rights),
    creator && `<dc:creator><rdf:Seq><rdf:li>${escaped(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    inLanguage("dc:description", caption),
    plain("photoshop:Credit", credit),
    plain("photoshop:DateCreated", created),
    plain("xmp:CreateDate", created),
    plain("xmp:ModifyDate", modified),
    inLanguage("xmpRights:UsageTerms", terms),
    plain("xmpRights:WebStatement", statement),
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${spaces}>${body.filter(Boolean).join("")}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

const properties: Readonly<Record<keyof PictureFacts, readonly string[]>> = {
  rights: ["dc:rights"],
  terms: ["xmpRights:UsageTerms"],
  statement: ["xmpRights:WebStatement"],
  creator: ["dc:creator"],
  credit: ["photoshop:Credit"],
  caption: ["dc:description"],
  created: ["photoshop:DateCreated", "exif:DateTimeOriginal", "xmp:CreateDate"],
  modified: ["xmp:ModifyDate"],
};

function property(xmp: string, name: string): string | undefined {
  const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`).exec(xmp);
  if (attribute !== null) return factOf([unescaped(attribute[1] ?? attribute[2] ?? "")]);
  const opening = new RegExp(`<${name}(?:\\s[^<>]*)?(?<!/)>`).exec(xmp);
  const end = opening === null ? -1 : xmp.indexOf(`</${name}>`, opening.index);
  if (opening === null || end < 0) return undefined;
  const inside = xmp.slice(opening.index + opening[0].length, end);
  const texts = inside.includes("<rdf:li") ? membersOf(inside) : [inside];
  return factOf(texts.filter((text) => !text.includes("<")).map(unescaped));
}

/** The members of a list; of a text in several languages the one for all languages, or else the first. */
function membersOf(list: string): readonly string[] {
  const members = list
    .split("<rdf:li")
    .slice(1)
    .map((part) => {
      const [start, end] = [part.indexOf(">"), part.indexOf("</rdf:li>")];
      return {
        isUsual: part.slice(0, start).includes("x-default"),
        text: end < start ? "" : part.slice(start + 1, end),
      };
    });
  if (!list.includes("<rdf:Alt")) return members.map(({ text }) => text);
  const filled = members.filter(({ text }) => text.trim() !== "");
  const chosen = filled.find(({ isUsual }) => isUsual) ?? filled[0];
  return chosen === undefined ? [] : [chosen.text];
}

const escaped = (text: string): string =>
  String(html`${text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")}`);

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const spaces = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
].join(" ");
/** A packet with previews can have megabytes; the facts stand in its beginning. */
const longestXmp = 1_000_000;
