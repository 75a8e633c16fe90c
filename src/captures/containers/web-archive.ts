/** From a page that Safari saved (`.webarchive`) to documents: a binary property list of the page, its files and its frames. */
import { ContainerFault, type HeldDocument, type NamedBytes, plainAddress } from "../document.ts";
import { limits, megabytes } from "../limits.ts";
import { originalOf } from "../notes/replay-address.ts";
import { beginsAsPage } from "./file-names.ts";
import { readPropertyList } from "./plist.ts";

type Dictionary = Readonly<Record<string, unknown>>;

/** The page, then its frames and the other pages in it. Throws a ContainerFault. */
export function openWebArchive(given: NamedBytes): readonly HeldDocument[] {
  if (given.bytes.length > limits.wholeContainer)
    throw new ContainerFault(
      `Cannot read the web archive of Safari: expected at most ${megabytes(limits.wholeContainer)}, got ${megabytes(given.bytes.length)}`,
      "Save the page as HTML",
    );
  const top = readPropertyList(given.bytes);
  const known = new Map<string, Uint8Array>();
  const documents: HeldDocument[] = [];
  const waiting: unknown[] = [top];
  for (let archive = waiting.pop(); archive !== undefined; archive = waiting.pop()) {
    if (!isDictionary(archive)) continue;
    const page = archive.WebMainResource;
    if (isDictionary(page)) documents.push(...documentOf(page, given, known, documents.length > 0));
    for (const resource of listOf(archive.WebSubresources)) {
      const [address, data] = isDictionary(resource) ? [resource.WebResourceURL, resource.WebResourceData] : [];
      if (typeof address !== "string" || !(data instanceof Uint8Array)) continue;
      known.set(plainAddress(address), data);
      known.set(plainAddress(originalOf(address).address), data);
      // Each frame has an archive of its own. Another page in it is a further page of the live page, or is reported as none.
      if (isDictionary(resource) && beginsAsPage(data)) documents.push(...documentOf(resource, given, known, true));
    }
    waiting.push(...listOf(archive.WebSubframeArchives).toReversed());
  }
  if (documents.length === 0)
    throw new ContainerFault(
      "Cannot find a page in the property list: expected a web archive of Safari",
      "Save the page again, or save it as HTML",
    );
  return documents;
}

function documentOf(
  page: Dictionary,
  given: NamedBytes,
  known: ReadonlyMap<string, Uint8Array>,
  isFrame: boolean,
): readonly HeldDocument[] {
  const { WebResourceData: bytes, WebResourceURL: address, WebResourceMIMEType: type } = page;
  if (!(bytes instanceof Uint8Array) || (isFrame && !/html/i.test(String(type)))) return [];
  if (bytes.length > limits.document)
    throw new ContainerFault(
      `Cannot read the page in the web archive of Safari: it has more than ${megabytes(limits.document)}`,
      "Save the page as HTML",
    );
  const source = typeof address === "string" && /^https?:/i.test(address) ? address : undefined;
  const charset = page.WebResourceTextEncodingName;
  const captured = sentAt(page.WebResourceResponse);
  return [
    {
      file: isFrame ? `${given.file}, ${source ?? "a frame"}` : given.file,
      name: given.name,
      bytes,
      ...(source !== undefined && { source }),
      ...(captured !== undefined && { captured }),
      ...(typeof charset === "string" && { charset }),
      find: async (found) => {
        const whole = URL.canParse(found, source) ? new URL(found, source).href : found;
        return known.get(plainAddress(whole)) ?? known.get(plainAddress(found));
      },
    },
  ];
}

/** The Date header of the answer: Safari keeps the answer as an archived object, a property list inside the list. */
function sentAt(response: unknown): string | undefined {
  if (!(response instanceof Uint8Array) || response.length > 1024 * 1024) return undefined;
  try {
    const list = readPropertyList(response);
    const objects = isDictionary(list) ? listOf(list.$objects) : [];
    const name = objects.findIndex((one) => typeof one === "string" && one.toLowerCase() === "date");
    for (const one of objects) {
      if (name === -1 || !isDictionary(one)) continue;
      const place = listOf(one["NS.keys"]).findIndex((key) => numberOf(key) === name);
      const value = objects[numberOf(listOf(one["NS.objects"])[place]) ?? -1];
      const date = new Date(typeof value === "string" ? value.slice(0, 60) : "");
      if (place !== -1 && !Number.isNaN(date.getTime())) return date.toISOString();
    }
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
  }
  return undefined;
}

const numberOf = (reference: unknown): number | undefined =>
  isDictionary(reference) && typeof reference.UID === "number" ? reference.UID : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
