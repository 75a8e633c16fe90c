/** From the bytes of a picture to whether it is complete: a browser may save one that is still loading. */

/** False where the bytes end before the picture does. A picture whose format does not tell its length counts as complete. */
export function isWholePicture(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = bytes.length < 12 ? 0 : view.getUint32(0);
  if (first === 0x89504e47) return isWholePng(view);
  if (first >>> 8 === 0xffd8ff) return isWholeJpeg(view);
  // RIFF, the container of WebP, names the length of everything that follows.
  if (first === 0x52494646) return view.getUint32(4, true) + 8 <= bytes.length;
  return first === 0 || view.getUint32(4) !== 0x66747970 || areBoxesWhole(view);
}

/** Chunks up to the one named IEND. */
function isWholePng(view: DataView): boolean {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at))
    if (view.getUint32(at + 4) === 0x49454e44) return true;
  return false;
}

/** Segments up to the first scan; then the end marker, which compressed data cannot contain. */
function isWholeJpeg(view: DataView): boolean {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const mark = view.getUint8(at + 1);
    if (mark === 0xff) at += 1;
    else if (mark === 0xda) break;
    else at += 2 + view.getUint16(at + 2);
  }
  const rest = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  return at + 4 <= view.byteLength && rest.includes("\xff\xd9", at, "latin1");
}

/** The boxes of AVIF, each with its length. */
function areBoxesWhole(view: DataView): boolean {
  let at = 0;
  while (at + 8 <= view.byteLength) {
    const size = view.getUint32(at);
    // A box of length 0 extends to the end; one of length 1 has its length in eight bytes.
    if (size === 0) return true;
    const whole = size === 1 && at + 16 <= view.byteLength ? Number(view.getBigUint64(at + 8)) : size;
    if (whole < 8 || at + whole > view.byteLength) return false;
    at += whole;
  }
  return true;
}
