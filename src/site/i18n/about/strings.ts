/** The words of the archive's page about itself; the template adds the names of files, keys and programs. */

export interface AboutStrings {
  /** The name of the line with the archive's title. */
  readonly archive: string;
  readonly whatHeading: string;
  readonly what: readonly [livePage: string, archive: string];

  readonly dataHeading: string;
  /** What the words of the interface mean. */
  readonly terms: Readonly<
    Record<
      "post" | "time" | "inferred" | "summary" | "keyEvent" | "label" | "updated" | "correction" | "capture",
      string
    >
  >;
  readonly capture: string;

  readonly editionsHeading: string;
  readonly builtBy: (program: string) => string;
  readonly editions: readonly [changes: string, stays: string];

  readonly verifyHeading: string;
  readonly verify: readonly [table: string, compare: string];
  readonly livePage: string;
  readonly noCapture: string;
  /** The name of a file follows it. */
  readonly olderCaptures: string;
  readonly allCaptures: string;

  /** Parts of a live page that are known to be missing. */
  readonly missing: {
    /** The number of missing posts follows it. */
    readonly posts: string;
    /** `someOf` follows it. */
    readonly pages: string;
    readonly someOf: (count: string, total: string) => string;
    /** A time follows it. */
    readonly began: string;
  };

  readonly citeHeading: string;
  readonly citing: string;
  /** A citation follows it. */
  readonly example: string;

  readonly filesHeading: string;
  readonly filesText: string;
  readonly files: Readonly<
    Record<
      "feed" | "captures" | "data" | "table" | "schema" | "pageFeed" | "citations" | "pageText" | "postText",
      string
    >
  >;

  readonly rightsText: string;

  readonly privacyHeading: string;
  readonly privacy: readonly [loads: string, stores: string];

  readonly keys: string;
  readonly keyArrows: string;

  readonly languagesHeading: string;
  readonly languages: readonly [words: string, calendars: string];
}
