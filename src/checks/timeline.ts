/** From the posts of a live page to a warning for each that has no time, or a time far outside the event. */
import type { ArchivedPage } from "../archive/archive.ts";
import { placeOfKey } from "../archive/read/place-of.ts";
import { printInstant } from "../model/instant.ts";
import type { Post } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";

const day = 86_400_000;
/** A wrong month is 28 days away at least, less the length of the event. */
const farAway = 20 * day;

export function timelineProblems(root: string, archived: ArchivedPage): readonly Problem[] {
  return [...untimed(root, archived), ...outside(root, archived)];
}

/** A post that an import wrote has no time because its capture tells none: the import said so. */
function untimed(root: string, { page, files, captures }: ArchivedPage): readonly Problem[] {
  const timed = page.posts.find(({ published }) => published !== undefined)?.published;
  const example = timed === undefined ? "2024-05-17T02:37:00+01:00" : printInstant(timed);
  return page.posts.flatMap(({ id, published }): readonly Problem[] => {
    if (published !== undefined || captures.has(id)) return [];
    const { source: _, ...place } = placeOfKey(root, files.get(id) ?? "", "published");
    const message = 'Cannot tell when this post was published: it has no "published"';
    return [{ severity: "warning", ...place, message, hint: `Write for example: published: ${example}` }];
  });
}

type Timed = Post & { readonly published: NonNullable<Post["published"]> };

/** Where long pauses part the posts, the largest part is the event, and small parts have wrong times. */
function outside(root: string, { page, files }: ArchivedPage): readonly Problem[] {
  const posts = page.posts
    .filter((post): post is Timed => post.published !== undefined)
    .sort((a, b) => a.published.epoch - b.published.epoch);
  const parts: Timed[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const post of posts) {
    if (post.published.epoch - before > farAway) parts.push([]);
    parts.at(-1)?.push(post);
    before = post.published.epoch;
  }
  const event = parts.reduce((most, part) => (part.length > most.length ? part : most), parts[0] ?? []);
  const [first, last] = [event[0]?.published.epoch ?? 0, event.at(-1)?.published.epoch ?? 0];
  return parts.flatMap((part) =>
    part === event || part.length * 4 > event.length
      ? []
      : part.map(({ id, published: { epoch } }) => {
          const { source: _, ...place } = placeOfKey(root, files.get(id) ?? "", "published");
          const away = epoch < first ? `${days(first - epoch)} before` : `${days(epoch - last)} after`;
          const message = `Cannot match "published" with the event: it is ${away} the other posts of this live page`;
          return { severity: "warning", ...place, message, hint: "Look at its year, month and day" } as const;
        }),
  );
}

const days = (time: number): string => `${Math.round(time / day)} days`;
