/** The text of a live page as a reader copies it from a browser: the found form, made to measure. */

export interface TextPost {
  readonly headline: string;
  /** As the page shows it, such as "04:28 British Summer Time 17 May". */
  readonly stamp: string;
  readonly paragraphs: readonly string[];
}

/** Three posts of an invented afternoon, newest first. */
export const regatta: readonly TextPost[] = [
  {
    headline: "The harbour empties",
    stamp: "16:45 British Summer Time 17 May",
    paragraphs: ["The last boats are tied up along the quay.", "The prizes will be given out on Sunday."],
  },
  {
    headline: "Heron wins by a length",
    stamp: "15:20 British Summer Time 17 May",
    paragraphs: ["Heron crossed the line in nine minutes and four seconds."],
  },
  {
    headline: "Off they go",
    stamp: "15:10 British Summer Time 17 May",
    paragraphs: ["Six boats have left the pier in a light wind from the west."],
  },
];

/** The page's text: the summary, then the posts, numbered from 1. */
export function pageText(
  posts: readonly TextPost[],
  summary: readonly string[] = ["Six boats race round the island"],
): string {
  const bullets = summary.map((line) => `  • ${line}\n\n`).join("");
  const numbered = posts.map(({ headline, stamp, paragraphs }, index) => {
    const text = paragraphs.map((paragraph) => `    ${paragraph}\n\n`).join("");
    return `  ${index + 1}. ${headline}published at ${stamp}\n\n${text}`;
  });
  return `Summary\n\n${bullets}${numbered.join("")}`;
}

/** What an import of it needs to be told. */
export const regattaOptions = [
  ...["--slug", "regatta", "--title", "The island regatta, as it happened"],
  ...["--url", "https://news.example.org/live/regatta", "--captured", "2024-05-17T20:00+01:00"],
];
