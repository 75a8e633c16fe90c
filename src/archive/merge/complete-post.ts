/** Completes a post of one form with what another form said of it: forms differ in what they can say. */
import type { Instant } from "../../model/instant.ts";
import type { Post } from "../../model/live-page.ts";
import type { Captures } from "../captures/captures.ts";
import type { ImportRequest } from "./request.ts";

/** True where the capture that spoke last of a post, before this one, was of another form. */
export function wasOfOtherForm(
  { captures }: { readonly captures: Captures },
  request: ImportRequest,
  id: string,
): boolean {
  const last = captures.records.findLast(
    (record) => record.digest !== request.capture.digest && postsOf(record).has(id),
  );
  return last !== undefined && last.importer !== request.importer;
}

type CaptureOfPosts = Captures["records"][number];
const postSets = new WeakMap<CaptureOfPosts, ReadonlySet<string>>();

/** As a set, made once: each post of an import is looked up in it. */
function postsOf(record: CaptureOfPosts): ReadonlySet<string> {
  const posts = postSets.get(record) ?? new Set(record.posts);
  postSets.set(record, posts);
  return posts;
}

/** The incoming post with the parts that it lacks from the one that is there. Its text is its own. */
export function completed(incoming: Post, present: Post): Post {
  const published = finer(incoming, present);
  const { clock = present.clock } = incoming;
  // One form's label can be another's subheadline: said once is enough.
  const label = incoming.label ?? (present.label === incoming.subheadline ? undefined : present.label);
  const subheadline =
    incoming.subheadline ?? (present.subheadline === incoming.label ? undefined : present.subheadline);
  const source = incoming.source ?? present.source;
  return {
    ...incoming,
    ...published,
    ...(label !== undefined && { label }),
    ...(subheadline !== undefined && { subheadline }),
    ...(clock !== undefined && { clock }),
    ...(source !== undefined && { source }),
    ...((incoming.keyEvent ?? present.keyEvent) && { keyEvent: true }),
    ...((incoming.updated ?? present.updated) && { updated: incoming.updated ?? present.updated }),
    breaking: incoming.breaking || present.breaking,
    context: incoming.context.length > 0 ? incoming.context : present.context,
    bylines: incoming.bylines.length > 0 ? incoming.bylines : present.bylines,
  };
}

/** The time that says more: one with its seconds and nothing inferred before one of the same minute without. */
function finer(incoming: Post, present: Post): Pick<Post, "published" | "inferred"> {
  const { published, inferred } = incoming;
  if (present.published === undefined || present.inferred.length > 0)
    return { ...(published && { published }), inferred };
  const vaguer = published === undefined || minuteOf(published) === minuteOf(present.published);
  const exact = published !== undefined && published.epoch % 60_000 !== 0 && inferred.length === 0;
  return vaguer && !exact
    ? { published: present.published, inferred: present.inferred }
    : { ...(published && { published }), inferred };
}

const minuteOf = ({ epoch }: Instant): number => Math.floor(epoch / 60_000);
