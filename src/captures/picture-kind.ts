/** What kind of picture some bytes are, by how they begin: never by what somebody called them. */

/** The ending of a file of the kind; undefined for what is no picture. */
export function pictureEnding(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (text.startsWith("\xff\xd8\xff")) return "jpg";
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (/^GIF8[79]a/.test(text)) return "gif";
  if (/^RIFF[\s\S]{4}WEBP/.test(text)) return "webp";
  if (/^[\s\S]{4}ftypavi[fs]/.test(text)) return "avif";
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text) ? "svg" : undefined;
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
