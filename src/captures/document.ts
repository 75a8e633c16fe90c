/** A document as it was found: a page or its data, and the files that came with it. */

/** What is known of a document before its bytes are read. */
interface DocumentFacts {
  /** For messages: "page.html", or "crawl.wacz, https://news.example.org/live". */
  readonly file: string;
  /** Kept with the capture: a file's own name. */
  readonly name: string;
  /** The container or folder, where it holds several documents; some of them may be no live pages. */
  readonly among?: string;
  /** Where it was published, where its container says so. */
  readonly source?: string;
  /** When it was captured, where its container says so: ISO 8601 with an offset. */
  readonly captured?: string;
  /** The encoding of its text, where the server named it: such as "windows-1252". */
  readonly charset?: string;
  /** The web archive that it was fetched into, to be kept with it. */
  readonly fetched?: FetchedArchive;
  /** A warning about the container, for the person. */
  readonly warning?: string;
  /** The frames that its container holds as parts of it, by the addresses that pages give. */
  readonly frames?: ReadonlyMap<string, FoundFrame>;
  /** The bytes of a file beside it, by the address in the document; undefined where there is none. */
  find?(address: string): Promise<Uint8Array | undefined>;
}

/** A page inside a page. */
export interface FoundFrame {
  readonly bytes: Uint8Array;
  /** Where it was published. */
  readonly source?: string;
}

/** A web archive of what was fetched for one import. */
export interface FetchedArchive {
  /** Each record is compressed by itself. */
  readonly bytes: Uint8Array;
  /** SHA-256 of what is compressed, 64 hexadecimal digits. */
  readonly digest: string;
}

/** A document whose bytes stay in their container until they are read, so that many documents need the memory of one. */
export interface FoundDocument extends DocumentFacts {
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly digest: string;
  /** How many bytes it has. */
  readonly size: number;
  /** Reads or unpacks the bytes, each time anew. */
  bytes(): Promise<Uint8Array>;
}

/** A document with its bytes, from a container that is read as a whole. */
export interface HeldDocument extends DocumentFacts {
  readonly bytes: Uint8Array;
}

/** How a container was given: names for messages, and the way to files beside it. */
export interface NamedBytes {
  /** As the person named it; "standard input" for "-". */
  readonly file: string;
  /** The file's own name, without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A container that cannot be opened, and what the person can do. */
export class ContainerFault extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Finds a file beside a document by the address in the document; undefined where there is none. */
export type FindBeside = (address: string) => Promise<Uint8Array | undefined>;

/** An address without its fragment and its escapes, so that two spellings of one file are equal. */
export function plainAddress(address: string): string {
  const whole = address.replace(/#.*/s, "");
  return URL.canParse(whole) ? new URL(whole).href : whole;
}
