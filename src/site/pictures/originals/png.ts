/** Turns a PNG into one whose chunks are those that show it, with an orientation and XMP of ours. */
import { crc32 } from "node:zlib";
import { exifWithOrientation } from "../metadata/exif.ts";
import type { PublicMetadata } from "./public-metadata.ts";

/** All that follows the end goes too, such as what an editor cut away. Undefined where there is no end. */
export function cleanPng(file: Buffer, { orientation, xmp }: PublicMetadata): Uint8Array | undefined {
  const kept: Buffer[] = [file.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return undefined;
    const type = file.toString("latin1", at + 4, at + 8);
    if (shown.has(type)) kept.push(file.subarray(at, end));
    if (type === "IHDR") {
      if (orientation !== 1) kept.push(chunk("eXIf", exifWithOrientation(orientation)));
      if (xmp !== undefined) kept.push(chunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`, "utf8")));
    }
    if (type === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Pixels, transparency, colours, density and animation. */
const shown: ReadonlySet<string> = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT".split(" "),
);
