/**
 * From `captures/revisions/<id>.md` to the older wordings of a post, oldest first, and back. A line above each names the capture that
 * replaced it.
 */

/** One older wording as it stands in the file. */
export interface RevisionText {
  /** The first 16 digits of the digest of the capture that replaced this wording. */
  readonly until: string;
  /** The post's file as it was. */
  readonly text: string;
  /** The line of the file on which `text` begins, from 1. */
  readonly line: number;
}

/** The line counts only where a post's file with its front matter follows: a post may quote such a line. */
const mark = /^<!-- until the capture ([0-9a-f]{16}) -->\r?\n(?=\ufeff?---\r?\n)/gm;

/** The file with one more wording, which the capture of this digest replaced. */
export const withRevision = (file: string, text: string, digest: string): string =>
  `${file}<!-- until the capture ${digest.slice(0, 16)} -->\n${text}${text.endsWith("\n") ? "" : "\n"}`;

/** Text above the first such line is no wording. */
export function revisionsIn(file: string): readonly RevisionText[] {
  const marks = [...file.matchAll(mark)];
  let line = 1;
  let counted = 0;
  return marks.map((found, index) => {
    const start = found.index + found[0].length;
    line += file.slice(counted, start).split("\n").length - 1;
    counted = start;
    return { until: found[1] ?? "", text: file.slice(start, marks[index + 1]?.index), line };
  });
}
