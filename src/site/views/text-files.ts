/** Texts that are no pages: citations, scripts, files beside the pages. Plain data, as all views. */

/** How to name a work. */
export interface CiteView {
  readonly text: string;
  readonly wiki: string;
  readonly bibtex: string;
  /** The name of each form beside the address of its file, which lies in the page itself. */
  readonly files: readonly CitationFile[];
}

/** A post as an example of how to name one. Plain JSON. */
export interface CitedPost {
  /** Of its page, from the site's root. */
  readonly path: string;
  readonly text: string;
  readonly bibtex: string;
}

export interface CitationFile {
  readonly form: string;
  /** The name to keep it by. */
  readonly name: string;
  readonly href: string;
}

/** A file of plain text beside the pages. As JSON it is its path and the keys of what it says. */
export interface TextFileView {
  readonly path: string;
  readonly of: readonly unknown[];
  readonly text: () => string;
}

/** The script in one language of the interface. As JSON it is its path and its words: the rest is this program's. */
export interface ScriptView {
  readonly path: string;
  readonly text: () => string;
}

/** A file beside the pages, in a form of its own. */
export interface OutputView {
  readonly path: string;
  /** All that `text` is made of. */
  readonly made: object;
  readonly text: () => string;
}
