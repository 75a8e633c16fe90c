/**
 * What one import may take of this machine: no capture takes more than 1 GB of memory or a minute. Each limit is checked before the bytes
 * are in memory, and the message names the limit.
 */
const mega = 1024 * 1024;

export const limits = {
  /** Bytes of one file that is opened, as it lies on the disk: a web archive can hold many pages. */
  file: 128 * mega,
  /** Bytes of one page, text or data file, unpacked. Reading it takes many times as much memory. */
  document: 20 * mega,
  /** Bytes of one picture. */
  picture: 32 * mega,
  /** Bytes of all pictures of one web archive that stay in memory while its pages are read. */
  pictures: 96 * mega,
  /** Bytes of all pictures that one import takes out of containers. */
  pictureTotal: 192 * mega,
  /** Bytes that come out of all containers of one import: pages, pictures and everything that is passed over. */
  unpacked: 512 * mega,
  /** Bytes of all containers of one import, packed: they stay in memory until the import is done. */
  containers: 192 * mega,
  /** Bytes of an MHTML file or a Safari web archive: such a file is read as a whole. */
  wholeContainer: 64 * mega,
  /** Files in one container or folder, and records of one web archive. */
  entries: 20_000,
  /** Pages, texts and data files of one import, also those without a live page. */
  documents: 2_000,
  /** Containers in containers: a gzip file in a ZIP archive in a ZIP archive is 3. */
  depth: 4,
  /** Values of a property list, each counted as often as it is referred to. */
  values: 200_000,
} as const;

/** How much a capture may hold of something: alone, and together with all others of the import. */
interface Share {
  readonly one: number;
  readonly all: number;
}

/** The cost of reading grows with these numbers: one of them alone takes at most half a minute, all together at most a minute. */
export const readingLimits = {
  /** Characters of a text. */
  characters: { one: 16 * mega, all: 24 * mega },
  /** Lines of a text. */
  lines: { one: 200_000, all: 250_000 },
  /** Tags of a page. */
  tags: { one: 300_000, all: 500_000 },
  /** Characters between the tags of a page, without those of scripts and style sheets. */
  text: { one: 5_000_000, all: 16_000_000 },
  /** Values of a data file: what stands between its commas. */
  values: { one: 400_000, all: 500_000 },
  /** Characters of the words of all posts: Markdown may have to escape each. */
  words: { one: 6_000_000, all: 10_000_000 },
  /** Captures that hold the live page. */
  captures: { one: 1, all: 200 },
} as const satisfies Readonly<Record<string, Share>>;

/** Characters of one paragraph, headline, cell or other line that is written as a whole: its cost grows faster than its length. */
export const longestPiece = 500_000;

/** A number of bytes for a message: "24 MB". */
export const megabytes = (bytes: number): string => `${Math.round(bytes / mega)} MB`;
