/** From the first bytes of a picture to its kind. The file name does not count. */

/** The file ending of the kind; undefined for bytes that are no picture. */
export function pictureEnding(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (text.startsWith("\xff\xd8\xff")) return "jpg";
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (/^GIF8[79]a/.test(text)) return "gif";
  if (/^RIFF[\s\S]{4}WEBP/.test(text)) return "webp";
  if (/^[\s\S]{4}ftypavi[fs]/.test(text)) return "avif";
  return beginsAsSvg(bytes) ? "svg" : undefined;
}

/** A drawing may begin with a declaration, a document type and comments, which can be long. */
function beginsAsSvg(bytes: Uint8Array): boolean {
  let rest = Buffer.from(bytes.subarray(0, 16_384))
    .toString("utf8")
    .replace(/^\ufeff/, "");
  for (;;) {
    rest = rest.trimStart();
    const end = rest.startsWith("<!--") ? "-->" : /^<(?:\?|!doctype)/i.test(rest.slice(0, 9)) ? ">" : undefined;
    if (end === undefined) return /^<svg[\s>]/.test(rest);
    // A document type may hold declarations in brackets.
    const brackets = end === ">" ? rest.slice(0, rest.indexOf(">") + 1).indexOf("[") : -1;
    const close = rest.indexOf(brackets === -1 ? end : "]>", end === "-->" ? 4 : 0);
    if (close === -1) return false;
    rest = rest.slice(close + (brackets === -1 ? end.length : 2));
  }
}

/** The bytes of a `data:` address that holds a picture. */
export function dataPicture(address: string): Uint8Array | undefined {
  const match = /^data:image\/[\w.+-]{1,40}(?:;(?!base64,)[\w=.-]{1,40})*(;base64)?,/i.exec(address);
  if (match === null) return undefined;
  const body = address.slice(match[0].length);
  if (match[1] !== undefined) return Buffer.from(body, "base64");
  try {
    return Buffer.from(decodeURIComponent(body), "utf8");
  } catch {
    return undefined;
  }
}
