/** Makes containers in a test, also such as no program writes: WARC records, ZIP archives, binary property lists. */
import { deflateRawSync } from "node:zlib";
import { ZipFile } from "yazl";

interface RecordParts {
  readonly type?: string;
  readonly uri?: string;
  readonly date?: string;
  /** Lines of the record's own head. */
  readonly warc?: readonly string[];
  /** The status line and the head of what a server sent; none for a record that holds a file. */
  readonly http?: readonly string[];
  readonly body?: Uint8Array | string;
}

/** One record, uncompressed. */
export function warcRecord({ type = "response", uri = "https://news.example/live", ...parts }: RecordParts): Buffer {
  const { date = "2024-05-17T12:00:00Z", warc = [], http, body = "" } = parts;
  const block = Buffer.concat([
    Buffer.from(http === undefined ? "" : `${http.join("\r\n")}\r\n\r\n`),
    typeof body === "string" ? Buffer.from(body) : body,
  ]);
  const head = [
    "WARC/1.0",
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${uri}`,
    `WARC-Date: ${date}`,
    ...(http === undefined ? [] : ["Content-Type: application/http; msgtype=response"]),
    ...warc,
    `Content-Length: ${block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]);
}

/** A page as a server sent it. */
export const sentPage = (body: Uint8Array | string, lines: readonly string[] = [], uri?: string): Buffer =>
  warcRecord({
    http: ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", ...lines],
    body,
    ...(uri !== undefined && { uri }),
  });

export async function zipOf(files: Readonly<Record<string, Uint8Array | string>>): Promise<Buffer> {
  const made = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) made.addBuffer(Buffer.from(bytes), name);
  made.end();
  const chunks: Buffer[] = [];
  for await (const chunk of made.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A ZIP archive whose entries all have the same bytes: `count` times what `content` is. */
export function overlappingZip(content: Uint8Array, count: number): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from("a.txt");
  const crc = Buffer.alloc(4);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32LE(packed.length, 0);
  sizes.writeUInt32LE(content.length, 4);
  const shared = Buffer.concat([Buffer.from("140000000800000021000000", "hex").subarray(0, 10), crc, sizes]);
  const nameLength = Buffer.from([name.length, 0, 0, 0]);
  const local = Buffer.concat([Buffer.from("504b0304", "hex"), shared, nameLength, name, packed]);
  const central = Buffer.concat([Buffer.from("504b01021400", "hex"), shared, nameLength, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length * count, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, ...Array.from({ length: count }, () => central), end]);
}

/** A reference to another value of a property list, by its place. */
export class Reference {
  readonly place: number;
  constructor(place: number) {
    this.place = place;
  }
}

type ListValue = string | Uint8Array | readonly Reference[] | ReadonlyMap<Reference, Reference>;

/** A binary property list of these values, the first of which is at the top. References are of two bytes. */
export function propertyList(values: readonly ListValue[]): Buffer {
  const parts: Buffer[] = [Buffer.from("bplist00")];
  const offsets: number[] = [];
  let at = 8;
  const head = (kind: number, length: number): Buffer => {
    if (length < 15) return Buffer.from([(kind << 4) | length]);
    const long = Buffer.from([(kind << 4) | 15, 0x12, 0, 0, 0, 0]);
    long.writeUInt32BE(length, 2);
    return long;
  };
  const references = (all: readonly Reference[]): Buffer =>
    Buffer.from(all.flatMap(({ place }) => [place >> 8, place & 255]));
  const encoded = (value: ListValue): Buffer => {
    if (typeof value === "string") return Buffer.concat([head(5, value.length), Buffer.from(value, "latin1")]);
    if (value instanceof Uint8Array) return Buffer.concat([head(4, value.length), value]);
    if (value instanceof Map)
      return Buffer.concat([head(13, value.size), references([...value.keys()]), references([...value.values()])]);
    const list = value as readonly Reference[];
    return Buffer.concat([head(10, list.length), references(list)]);
  };
  for (const value of values) {
    offsets.push(at);
    const part = encoded(value);
    parts.push(part);
    at += part.length;
  }
  const table = Buffer.alloc(offsets.length * 4);
  for (const [index, offset] of offsets.entries()) table.writeUInt32BE(offset, index * 4);
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = 2;
  trailer.writeUInt32BE(values.length, 12);
  trailer.writeUInt32BE(at, 28);
  return Buffer.concat([...parts, table, trailer]);
}

type Plain = string | Uint8Array | readonly Plain[] | { readonly [name: string]: Plain };

/** A binary property list of a value as JavaScript has it. */
export function propertyListOf(top: Plain): Buffer {
  const values: ListValue[] = [];
  const add = (value: Plain): Reference => {
    const reference = new Reference(values.length);
    values.push("");
    values[reference.place] =
      typeof value === "string" || value instanceof Uint8Array
        ? value
        : Array.isArray(value)
          ? (value as readonly Plain[]).map(add)
          : new Map(Object.entries(value).map(([name, one]) => [add(name), add(one as Plain)]));
    return reference;
  };
  add(top);
  return propertyList(values);
}
