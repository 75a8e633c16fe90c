/** Long live pages as they are saved: some 6 kB a post, of invented words, in each of the forms that are common. */
import { pageText } from "../tests/e2e/page-text.ts";
import { chances } from "./corpus.ts";

/** As many different words as people use: with few, compressing the capture takes ten times as long as with real pages. */
const beginnings =
  "har qua mor bel tar win sto let eve sig ric mar bri lam pap fer cor dun pel ros sal tim ves yar".split(" ");
const middles = ["", "b", "ch", "d", "g", "l", "m", "nd", "nt", "p", "r", "st", "th", "v", "x"];
const endings = "a al e ed en er ing ion is or ow our y".split(" ");

function sentence(next: (below: number) => number): string {
  const among = (choices: readonly string[]): string =>
    choices[Math.min(next(choices.length), next(choices.length))] ?? "";
  const text = Array.from({ length: 8 + next(16) }, () => among(beginnings) + among(middles) + among(endings)).join(
    " ",
  );
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

interface LongPost {
  readonly id: string;
  readonly headline: string;
  readonly at: Date;
  readonly paragraphs: readonly string[];
}

/** Newest first, two minutes apart; 11 paragraphs of four sentences each. */
function longPosts(count: number): readonly LongPost[] {
  const next = chances(11);
  const newest = Date.UTC(2025, 0, 17, 12);
  return Array.from({ length: count }, (_, index) => ({
    id: `0f5c1d7e-3b1c-4a55-9b5e-${String(count - index).padStart(12, "0")}`,
    headline: sentence(next).slice(0, 60).trim(),
    at: new Date(newest - index * 120_000),
    paragraphs: Array.from({ length: 11 }, () => Array.from({ length: 4 }, () => sentence(next)).join(" ")),
  }));
}

/** As the page prints a time in winter. */
const stampOf = (at: Date): string =>
  `${at.toISOString().slice(11, 16)} Greenwich Mean Time ${at.getUTCDate()} ${at.getUTCMonth() === 0 ? "January" : "December"}`;

/** Every third paragraph has a word in bold and a link. */
const marked = (text: string, index: number): string =>
  index % 3 === 0
    ? text.replace(
        /(\w+) (\w+) (\w+)/,
        '<b class="ssrcss-hmf8ql-BoldText">$1</b> <a href="https://example.org/$2">$3</a>',
      )
    : text;

const icon =
  '<svg viewBox="0 0 32 32" width="1em" height="1em" aria-hidden="true" class="ssrcss-q7v-Icon"><path d="M21.6 22.3a4 4 0 0 1 2.6-1L7.2 13.5c0-.4.1-.8.1-1.2L24.2 4Z"></path></svg>';

function article({ id, headline, at, paragraphs }: LongPost): string {
  const stamp = `${stampOf(at)} ${at.getUTCFullYear()}`;
  const body = paragraphs.map(
    (text, index) => `<p class="ssrcss-1q0x1qg-Paragraph e1jhz7w10">${marked(text, index)}</p>`,
  );
  return `<li class="ssrcss-z1-ListItem"><article data-testid="content-post" class="ssrcss-zqx-ContentPost" id="asset:${id}"><header class="ssrcss-1p-HeadingWrapper"><h3 class="ssrcss-f0-Heading"><span role="text"><span class="ssrcss-x4-HeadlineText">${headline}</span><span data-testid="accessible-timestamp" class="ssrcss-1f39n02-VisuallyHidden">published at ${stamp}</span><span data-testid="timestamp" aria-hidden="true" class="ssrcss-y2-Timestamp">${stamp}</span></span></h3></header><div class="ssrcss-k7-TextContributor"><div class="ssrcss-k8-TextContributorName">Robin Quay</div><div class="ssrcss-k9-TextContributorRole">At the harbour</div></div><div class="ssrcss-w5-ContentPostBody">${body.join("")}</div><div class="ssrcss-s3-ShareTools"><button type="button">${icon}<span>Share</span></button></div></article></li>`;
}

const day = '<meta charset="utf-8"><title>A long day at the harbour - BBC News</title>';

/** The page as a browser saves it, of the form bbc-html. */
export const savedHtml = (count: number): string =>
  `<!DOCTYPE html><html lang="en-GB"><head>${day}</head><body><main id="main-content"><h1 class="ssrcss-Heading">A long day at the harbour</h1><section><h2>Summary</h2><ul><li><p>Boats come and go</p></li></ul></section><ol>${longPosts(count).map(article).join("")}</ol></main></body></html>`;

/** The page's text, of the form bbc-text. */
export const copiedText = (count: number): string =>
  pageText(longPosts(count).map(({ headline, at, paragraphs }) => ({ headline, stamp: stampOf(at), paragraphs })));

/** The page's data, of the form bbc-json. */
export const savedData = (count: number): string =>
  JSON.stringify({
    payload: [
      {
        body: {
          results: longPosts(count).map(({ id, headline, at, paragraphs }) => ({
            assetId: id,
            locator: `urn:asset:${id}`,
            type: "POST",
            options: { isBreakingNews: false },
            dateAdded: at.toISOString(),
            body: paragraphs.map((text) => ({ name: "paragraph", children: [{ name: "text", text }] })),
            title: headline,
          })),
        },
      },
    ],
  });

/** What the page tells search engines, of the form json-ld. */
export const savedJsonLd = (count: number): string =>
  JSON.stringify({
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    headline: "A long day at the harbour",
    liveBlogUpdate: longPosts(count).map(({ id, headline, at, paragraphs }) => ({
      "@type": "BlogPosting",
      "@id": `https://example.org/live/harbour#${id}`,
      headline,
      datePublished: at.toISOString(),
      articleBody: paragraphs.map((text, index) => `<p>${marked(text, index)}</p>`).join(""),
    })),
  });
