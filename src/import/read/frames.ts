/** A page -> the frames in it that came along with its capture: parts of an MHTML file, files that a browser saved beside the page. */

import { frameAddresses } from "../../captures/containers/frame-addresses.ts";
import type { FoundDocument, FoundFrame } from "../../captures/document.ts";
import { decodeText } from "../../captures/text.ts";
import type { Frames } from "../../importers/rendered/frames.ts";

/** The most frames in frames, frames of one page, and bytes of all its frames. */
const most = { depth: 4, frames: 300, bytes: 16 * 1024 * 1024 } as const;

interface FramedPage {
  readonly text: string;
  readonly depth: number;
  /** The folder of a frame, as the page's addresses name it: "page_files/". */
  readonly folder: string;
}

/** By the addresses that the page and its frames give. A frame that did not come along is left out. */
export async function findFrames(document: FoundDocument, text: string): Promise<Frames> {
  const frames = new Map<string, { html: string; source?: string }>();
  if (document.find === undefined && document.frames === undefined) return frames;
  const waiting: FramedPage[] = [{ text, depth: 0, folder: "" }];
  let left: number = most.bytes;
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    if (page.depth >= most.depth) continue;
    for (const address of frameAddresses(page.text)) {
      if (frames.size >= most.frames) return frames;
      if (frames.has(address)) continue;
      const found = await lookUp(document, address, page.folder);
      if (found === undefined || found.frame.bytes.length > left) continue;
      const decoded = decodeText(found.frame.bytes, address);
      if (!("text" in decoded)) continue;
      left -= found.frame.bytes.length;
      const { source } = found.frame;
      frames.set(address, { html: decoded.text, ...(source !== undefined && { source }) });
      waiting.push({ text: decoded.text, depth: page.depth + 1, folder: found.folder });
    }
  }
  return frames;
}

async function lookUp(
  document: FoundDocument,
  address: string,
  folder: string,
): Promise<{ readonly frame: FoundFrame; readonly folder: string } | undefined> {
  const held = document.frames?.get(address);
  if (held !== undefined) return { frame: held, folder: "" };
  for (const one of folder === "" ? [address] : [folder + address, address]) {
    const bytes = await document.find?.(one);
    if (bytes !== undefined && isPage(bytes))
      return { frame: { bytes }, folder: one.slice(0, one.lastIndexOf("/") + 1) };
  }
  return undefined;
}

const startOf = (bytes: Uint8Array, length: number): string =>
  new TextDecoder("latin1").decode(bytes.subarray(0, length));

/** True for HTML; false for pictures, scripts and all else. */
const isPage = (bytes: Uint8Array): boolean =>
  /^[\s\u00ef\u00bb\u00bf]*<(?!svg|\?xml)[!a-z]/i.test(startOf(bytes, 2048));
