/** The text of `captures/revisions/<id>.md`: the older wordings of a post, oldest first, each under a line that says what replaced it. */

/** One older wording as it stands in the file. */
export interface RevisionText {
  /** The first 16 digits of the digest of the capture that had other words. */
  readonly until: string;
  /** The post's file as it was. */
  readonly text: string;
  /** The line of the file on which `text` begins, from 1. */
  readonly line: number;
}

/** A post's file follows, which begins with its front matter: a line like this in somebody's words is no mark. */
const mark = /^<!-- until the capture ([0-9a-f]{16}) -->\r?\n(?=\ufeff?---\r?\n)/gm;

/** The file with one wording more, which held until the capture of this digest. */
export const withRevision = (file: string, text: string, digest: string): string =>
  `${file}<!-- until the capture ${digest.slice(0, 16)} -->\n${text}${text.endsWith("\n") ? "" : "\n"}`;

/** What stands above the first mark is no wording. */
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
