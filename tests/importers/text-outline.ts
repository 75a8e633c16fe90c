/** Text of a live page as short lines, one a post: "2024-05-17T14:05 | Headline | names | body"; and what was said and left out. */
import { liveText } from "../../src/importers/live-text/live-text.ts";
import { plainBlocks } from "../../src/markdown/plain.ts";
import { parseInstant, printInstant } from "../../src/model/instant.ts";
import { accounted } from "./accounted.ts";

const captured = parseInstant("2024-05-18T17:00+01:00", "Europe/London")!;
export const textOptions = { file: "page.txt", zone: "Europe/London", captured };

export function outline(text: string) {
  const { page, posts, account, problems } = accounted(liveText, text, textOptions);
  return {
    page,
    problems: problems.map(({ message }) => message),
    around: account.flatMap((span) =>
      "lost" in span && span.lost === "around the page" ? [text.slice(span.start, span.end)] : [],
    ),
    lost: new Set(account.flatMap((span) => ("lost" in span ? [span.lost] : []))),
    posts: posts.map((post) =>
      [
        post.published === undefined ? "-" : printInstant(post.published).slice(0, 16),
        post.headline ?? "-",
        post.bylines.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)).join(" + ") || "-",
        plainBlocks(post.blocks).replace(/\s+/g, " ").trim(),
      ].join(" | "),
    ),
  };
}
