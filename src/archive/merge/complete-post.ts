/** From a post in two forms to one post: each form lacks something that the other one tells. */
import type { Instant } from "../../model/instant.ts";
import type { Post } from "../../model/live-page.ts";
import type { Captures } from "../captures/captures.ts";
import type { ImportRequest } from "./request.ts";

/** True where the newest earlier capture with this post was of another form. */
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

/** A set, made once, because each post of an import is looked up in it. */
function postsOf(record: CaptureOfPosts): ReadonlySet<string> {
  const posts = postSets.get(record) ?? new Set(record.posts);
  postSets.set(record, posts);
  return posts;
}

/** The incoming post; the parts that it lacks come from the present one. Its text stays. */
export function completed(incoming: Post, present: Post): Post {
  const published = finer(incoming, present);
  const { clock = present.clock } = incoming;
  // The label of one form can be the subheadline of another: it is kept once.
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

/** The more exact time: of two times of one minute, the one with seconds and nothing inferred. */
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
