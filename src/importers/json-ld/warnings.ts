/** From a reading of structured data to warnings about what it lacks: such a reading is poorer than the page. */
import type { Instant } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { BrokenJson, JsonObject } from "../json/find.ts";
import { brokenJsonMessage } from "../json/json.ts";
import { type UnreadFields, unreadFieldsMessage } from "../json/unread-fields.ts";
import { type OriginSite, siteWarnings } from "../saved-page/site.ts";
import type { Habits } from "./posts.ts";

export interface Seen {
  readonly file: string;
  readonly blog: JsonObject;
  /** Other live pages in the same capture. */
  readonly others: readonly { readonly title: string; readonly updates: number }[];
  readonly updates: readonly JsonObject[];
  readonly posts: readonly FoundPost[];
  readonly habits: Habits;
  readonly unread: UnreadFields;
  readonly broken: readonly BrokenJson[];
  readonly site: OriginSite;
  /** The data was in a page. */
  readonly isPage: boolean;
  /** The beginning of the coverage, if the page gives it. */
  readonly start?: Instant;
}

export function jsonLdWarnings(seen: Seen): readonly Problem[] {
  const { posts, updates, habits, start } = seen;
  const total = posts.length;
  const of = (number: number): string => `${number} of ${total} posts`;
  const untimed = posts.filter(({ published }) => published === undefined).length;
  const empty = posts.filter(({ blocks }) => blocks.length === 0).length;
  const nameless = posts.filter(({ headline }) => headline === undefined).length;
  const cut = posts.filter(({ truncated }) => truncated).length;
  const early = posts.filter(({ published }) => published && start && published.epoch < start.epoch).length;
  // The page keeps its own title; no other place keeps another common headline.
  const shared = habits.pageHeadlines ? String(updates[0]?.headline ?? "") : "";
  const sharedHeadline = shared === seen.blog.headline ? "" : shared.slice(0, 200);
  const lacks = [
    ...(seen.isPage
      ? ["only its structured data was read, in which most links, lists, quotes and pictures are missing"]
      : []),
    ...(untimed === total ? ["no post has a time of its own"] : untimed > 0 ? [`${of(untimed)} have no time`] : []),
    ...(habits.pageHeadlines
      ? [`no post has a headline of its own${sharedHeadline === "" ? "" : ` (all have "${sharedHeadline}")`}`]
      : []),
    ...(!habits.pageHeadlines && nameless > 0 ? [`${of(nameless)} have no headline`] : []),
    ...(habits.time === "dateModified" ? ["the times are those of the last changes"] : []),
    ...(habits.pageAuthors && updates.some(({ author }) => author !== undefined)
      ? ["all posts name the same authors, who were not taken for theirs"]
      : []),
    ...(empty > 0 ? [`${of(empty)} have no text`] : []),
    ...(cut > 0 ? [`${of(cut)} are cut after ${habits.cutAt} characters`] : []),
  ];
  const found: readonly (readonly [applies: boolean, message: string, hint: string])[] = [
    [
      lacks.length > 0,
      `The capture is poorer than the page was: ${lacks.join("; ")}`,
      "Save the whole live page as HTML (Ctrl+S, or Cmd+S on a Mac) and import that too: it completes the posts",
    ],
    [
      early > 0,
      `${of(early)} are older than the beginning of the coverage, as the page tells it`,
      "Nothing is to be done: the times of the posts were kept",
    ],
    [seen.unread.size > 0, unreadFieldsMessage(seen.unread), "They stay in the capture, in captures/"],
    [
      seen.others.length > 0,
      `The capture holds ${seen.others.length + 1} live pages: the one with the most posts was read, left out were ${seen.others
        .slice(0, 3)
        .map(({ title, updates }) => `"${title}" (${updates} ${updates === 1 ? "post" : "posts"})`)
        .join(", ")}`,
      "Import the others from captures of their own",
    ],
    ...siteWarnings(seen.site).map(([message, hint]) => [true, message, hint] as const),
    ...seen.broken
      .slice(0, 5)
      .map((one) => [true, brokenJsonMessage(one), "Nothing is to be done if all posts are there"] as const),
  ];
  return found
    .filter(([applies]) => applies)
    .map(([, message, hint]) => fileProblem(seen.file, message, hint, "warning"));
}
