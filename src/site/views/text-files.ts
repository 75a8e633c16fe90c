/** Files that are no pages: citations, scripts, the style sheet, Markdown, and the outputs beside the pages. */

/** How to cite a work, in each form. */
export interface CiteView {
  readonly text: string;
  readonly wiki: string;
  readonly bibtex: string;
  /** The same as files, which the page holds as data URLs. */
  readonly files: readonly CitationFile[];
}

/** A post as an example of a citation. Plain JSON. */
export interface CitedPost {
  /** The path of its page, from the site's root. */
  readonly path: string;
  readonly text: string;
  readonly bibtex: string;
}

export interface CitationFile {
  readonly form: string;
  /** The name under which a browser stores it. */
  readonly name: string;
  readonly href: string;
}

/** A file of plain text beside the pages. */
export interface TextFileView {
  readonly path: string;
  /** All that `text` is made of: their JSON decides whether the file is up to date. */
  readonly inputs: readonly unknown[];
  readonly text: () => string;
}

/** A file that all pages use: the style sheet, or the script in one language of the interface. */
export interface AssetView {
  readonly path: string;
  readonly text: () => string;
}

/** A feed, a table, a sitemap or a search index. */
export interface OutputView {
  readonly path: string;
  /** As in `TextFileView`. */
  readonly inputs: object;
  readonly text: () => string;
}
