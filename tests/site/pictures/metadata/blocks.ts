/** Blocks of metadata as programs write them, for tests. */

export const xmpBlock = (inside: string, attributes = ""): Buffer =>
  Buffer.from(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`,
  );

/** `members`: each without the beginning of its tag, as ` xml:lang="fr">Un bac` or `>A ferry`. */
export const listOf = (name: string, kind: "Alt" | "Seq", ...members: readonly string[]): string =>
  `<${name}><rdf:${kind}>${members.map((member) => `<rdf:li${member}</rdf:li>`).join("")}</rdf:${kind}></${name}>`;

/** Records of IPTC: data set and value. */
export const iptcBlock = (...records: readonly (readonly [number, string | Buffer])[]): Buffer =>
  Buffer.concat(
    records.map(([set, value]) => {
      const bytes = Buffer.from(value);
      return Buffer.concat([Buffer.from([0x1c, 2, set, bytes.length >> 8, bytes.length & 255]), bytes]);
    }),
  );

/** As it stands in a JPEG: another resource of Photoshop first, then IPTC. */
export function photoshopBlock(iptc: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iptc.length);
  const other = Buffer.from("8BIM\x03\xed\0\0\0\0\0\x02ab", "latin1");
  return Buffer.concat([Buffer.from("Photoshop 3.0\0"), other, Buffer.from("8BIM\x04\x04\0\0"), size, iptc]);
}

/** Texts of the first directory, by tag; the bytes of each end with a zero byte. */
export function exifBlock(...texts: readonly (readonly [number, string | Buffer])[]): Buffer {
  const head = Buffer.alloc(10 + texts.length * 12 + 4);
  head.write("MM\0*", "latin1");
  head.writeUInt32BE(8, 4);
  head.writeUInt16BE(texts.length, 8);
  const parts = [head];
  let place = head.length;
  for (const [index, [tag, text]] of texts.entries()) {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.alloc(Math.max(1, 5 - text.length))]);
    const at = 10 + index * 12;
    head.writeUInt16BE(tag, at);
    head.writeUInt16BE(2, at + 2);
    head.writeUInt32BE(bytes.length, at + 4);
    head.writeUInt32BE(place, at + 8);
    parts.push(bytes);
    place += bytes.length;
  }
  return Buffer.concat(parts);
}
