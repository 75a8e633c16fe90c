/** The words of the archive's page about itself. Names of files, keys and programs are no words: the template has them. */

export interface AboutStrings {
  /** What names the archive's title. */
  readonly archive: string;
  readonly whatHeading: string;
  readonly what: readonly [livePage: string, archive: string];

  readonly dataHeading: string;
  /** What is meant by the words of the interface. */
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
  /** Before the file that has them. */
  readonly olderCaptures: string;
  readonly allCaptures: string;

  /** What of a live page is known to be missing. */
  readonly missing: {
    /** Before the number of posts that its captures name. */
    readonly posts: string;
    /** Before how many of the pages that it was published on. */
    readonly pages: string;
    readonly someOf: (count: string, total: string) => string;
    /** Before a time. */
    readonly began: string;
  };

  readonly citeHeading: string;
  readonly citing: string;
  /** Before a citation. */
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
