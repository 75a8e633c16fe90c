/** Turns a GIF into one whose blocks are those that show it: images, their timing, the loop and the colour profile. */
import type { PublicMetadata } from "./public-metadata.ts";

/** A GIF cannot say who made it in a form that readers of XMP expect, so its facts go too. Undefined where there is no end. */
export function cleanGif(file: Buffer, _metadata: PublicMetadata): Uint8Array | undefined {
  let at = 13 + colours(file.readUInt8(10));
  const kept: Buffer[] = [file.subarray(0, at)];
  while (at < file.length) {
    const start = at;
    const kind = file.readUInt8(at);
    if (kind === 0x3b) return Buffer.concat([...kept, Buffer.from([0x3b])]);
    if (kind === 0x2c) at = afterBlocks(file, at + 11 + colours(file.readUInt8(at + 9)));
    else if (kind === 0x21) at = afterBlocks(file, at + 2);
    else return undefined;
    if (kind === 0x2c || shows(file.subarray(start, at))) kept.push(file.subarray(start, at));
  }
  return undefined;
}

/** The bytes of a table of colours. */
const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Blocks have their length in front; a block of no length ends them. */
function afterBlocks(file: Buffer, start: number): number {
  let at = start;
  for (let length = file.readUInt8(at); length > 0; length = file.readUInt8(at)) at += 1 + length;
  return at + 1;
}

/** An extension says how an image is shown, or is the loop or the colour profile. */
function shows(extension: Buffer): boolean {
  const label = extension.readUInt8(1);
  if (label === 0xf9) return true;
  return label === 0xff && /^(?:NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/.test(extension.toString("latin1", 3, 14));
}
