/** A document as it was found: a page or its data, with the files that came along with it. */

export interface FoundDocument {
  /** For messages: "page.html", or "crawl.wacz, https://news.example.org/live". */
  readonly file: string;
  /** Kept with the capture: a file's own name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The container that holds it among others, which may be no live pages. */
  readonly among?: string;
  /** Where it was published, if what it was found in says so. */
  readonly source?: string;
  /** When it was captured, if what it was found in says so: ISO 8601 with an offset. */
  readonly captured?: string;
  /** The encoding of its text, where the server named it: such as "windows-1252". */
  readonly charset?: string;
  /** The web archive that it was fetched into, to be kept with it. */
  readonly fetched?: FetchedArchive;
  /** What the person must know of the container. */
  readonly warning?: string;
  /** The bytes of a file beside it, by the address that the document gives; undefined where it is not there. */
  find?(address: string): Promise<Uint8Array | undefined>;
}

/** A web archive of what was fetched for one import. */
export interface FetchedArchive {
  /** Each record is compressed by itself. */
  readonly bytes: Uint8Array;
  /** SHA-256 of what is compressed, 64 hexadecimal digits. */
  readonly digest: string;
}

/** What a container is given with: for messages, and to find what lies beside a file. */
export interface NamedBytes {
  /** As the person named it; "standard input" for "-". */
  readonly file: string;
  /** The file's own name, without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** In bytes: what one document, one picture and all pictures of a container may hold, and how many entries it may have. */
export const limits = {
  document: 64 * 1024 * 1024,
  picture: 32 * 1024 * 1024,
  pictures: 96 * 1024 * 1024,
  entries: 20_000,
} as const;

/** A container that cannot be opened, and what the person can do. */
export class ContainerFault extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Names of files that can be documents of a live page. */
export const isDocumentName = (name: string): boolean => /\.(?:html?|xhtml|json|txt|mht(?:ml)?)$/i.test(name);

/** An address without what names a place in it, so that both spellings of one file are the same. */
export function plainAddress(address: string): string {
  const whole = address.replace(/#.*/s, "");
  return URL.canParse(whole) ? new URL(whole).href : whole;
}
