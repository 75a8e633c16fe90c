/** What each key of front matter means, a sentence for the author's manual. A key without one does not compile. */
import type { aboutSchema, archiveSchema, pageSchema, postSchema } from "./schema.ts";

type Meanings<F> = Readonly<Record<keyof F, string>>;

const imported = "The digest of the values that import wrote. Import compares it to find your edits: do not change it.";

export const postMeanings: Meanings<typeof postSchema> = {
  id: "The anchor of the post and the name of its page. It never changes.",
  published: "When the post was published. A post without it stands beside its neighbours.",
  inferred: "Which parts of the time the capture did not show.",
  order: "The place among posts of one minute, and of posts without a time.",
  headline: "The headline of the post.",
  label: "A short word above the headline.",
  breaking: "Marks the post as breaking news.",
  subheadline: "A line below the headline.",
  context: "Lines above the headline, such as a contest and its round.",
  clock: "The clock of a match or a contest.",
  byline: "Who wrote the post.",
  source: "The publisher's own id or address of the post.",
  truncated: "The capture ends in the middle of the post.",
  keyEvent: "Puts the post into the list of key events.",
  updated: "When the post was last changed after its publication.",
  supports: "Which points of the summary lead to this post.",
  corrections: "What was corrected, a line each.",
  draft: "Keeps the post out of the site. Only a post that was never published can be a draft.",
  imported,
};

export const pageMeanings: Meanings<typeof pageSchema> = {
  title: "The title of the live page.",
  slug: "The name of the folder, which is part of the address.",
  source: "Where the live page was published.",
  captured: "When the newest capture was made.",
  publisher: "Who published the live page.",
  zone: "The zone of the times on the page.",
  eventZone: "The zone of the place of the event; readers can choose it.",
  language: "The language of the live page and of its interface.",
  rights: "Who holds which rights in the words and pictures.",
  note: "A line about this page in this archive.",
  editors: "Who wrote and edited the live page.",
  panel: "Lines above the summary, such as a score.",
  draft: "Keeps the live page out of the site. Only one that was never published can be a draft.",
  imported,
};

export const archiveMeanings: Meanings<typeof archiveSchema> = {
  title: "The title of the archive.",
  language: "The language of the front page and of its interface.",
  url: "The public address of the archive. Feeds, sitemaps, cards and citations need it.",
  rights: "Who holds which rights, for pages that say nothing themselves.",
  noindex: "Asks search engines to leave the archive out.",
  revisions: "Shows older wordings of posts.",
  originals:
    "How the site has the pictures as they are in media/: byte for byte with all that the files say (whole), or not at all (none). Without this key it has them without positions and other private metadata.",
  format: "The version of the archive's format; 1 without this key. `afterlive upgrade` writes it: do not change it.",
};

export const aboutMeanings: Meanings<typeof aboutSchema> = { title: "The title of the page about the archive." };
