/** From the times of posts in two forms of one capture to one time a post, and to warnings about those that differ. */
import type { Instant } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { minuteOf } from "./stamp-moment.ts";
import {
  gapsInWords,
  isOffset,
  minutesInWords,
  posts as postsInWords,
  type TimeWarning,
  zoneShift,
} from "./time-agreement.ts";

export interface FormTimes {
  readonly posts: readonly FoundPost[];
  /** The number of posts whose time is that of the other form. */
  readonly timed: number;
  readonly warnings: readonly TimeWarning[];
}

const day = 1440;
/** In minutes: forms may round a time. */
const slack = 1;

/**
 * `twins`: for each post of the main form the same post of the other form. The main form, which is the page as readers saw it, decides;
 * the other form adds what it lacks: a time, a date, a zone, seconds. `zoneGuessed`: the page shows no zone.
 */
export function timesOfForms(
  main: readonly FoundPost[],
  twins: readonly (FoundPost | undefined)[],
  zoneGuessed: boolean,
): FormTimes {
  const settled = main.map((post, index) => timeOfTwo(post, twins[index]));
  const posts = settled.map(({ post }) => post);
  const timed = settled.filter(({ fromTwin }) => fromTwin === true).length;
  const apart = settled.flatMap(({ gap }, index) => (gap === undefined ? [] : [{ index, gap }]));
  if (apart.length === 0) return { posts, timed, warnings: [] };
  const shared = twins.filter((one, index) => one?.published !== undefined && main[index]?.published !== undefined);
  const gaps = apart.map(({ gap }) => gap);
  const shift = apart.length === shared.length ? zoneShift(gaps) : undefined;
  const differ = `the times of ${postsInWords(apart.length)} differ`;
  if (shift === undefined) {
    const message = `${differ}, by ${gapsInWords(gaps)}, and those that the page shows were taken`;
    return { posts, timed, warnings: [[message, "Compare these posts with the page"]] };
  }
  const isZone = apart.every(({ index }) => isOffset((posts[index]?.published?.offset ?? 0) + shift));
  if (!zoneGuessed || !isZone) {
    const message = `${differ}, all by ${minutesInWords(shift)}: one of the forms mistakes its zone, and the times that the page shows were taken`;
    return { posts, timed, warnings: [[message, "If the page shows the times of another zone, say --zone"]] };
  }
  for (const { index } of apart) {
    const [post, other] = [posts[index], twins[index]?.published];
    if (post?.published === undefined || other === undefined) continue;
    posts[index] = { ...post, published: { ...other, offset: post.published.offset + shift }, inferred: ["zone"] };
  }
  const message = `${differ}, all by ${minutesInWords(shift)}: the page shows them in a zone that it does not name`;
  return {
    posts,
    timed: timed + apart.length,
    warnings: [[message, "Say which zone the page shows, such as --zone Europe/Rome"]],
  };
}

/** A post with the better of its two times. */
interface Settled {
  readonly post: FoundPost;
  /** Its time is that of the other form. */
  readonly fromTwin?: true;
  /** Minutes by which the two contradict each other. The shown time is taken. */
  readonly gap?: number;
}

function timeOfTwo(post: FoundPost, twin: FoundPost | undefined): Settled {
  if (twin?.published === undefined) return { post };
  const { published: other, inferred } = twin;
  const { published: shown } = post;
  if (shown === undefined) return { post: { ...post, published: other, inferred }, fromTwin: true };
  if (post.inferred.includes("zone") && isSameClock(shown, other))
    return { post: { ...post, published: other, inferred }, fromTwin: true };
  const isWholeMinute = shown.epoch % 60_000 === 0;
  if (inferred.includes("zone") && isSameClock(shown, other)) {
    const seconds = isWholeMinute ? other.epoch % 60_000 : 0;
    return { post: { ...post, published: { ...shown, epoch: shown.epoch + seconds } } };
  }
  const gap = minuteOf(shown) - minuteOf(other);
  // Where the date was a guess, whole days between the two are no contradiction.
  const days = post.inferred.includes("date") ? Math.round(gap / day) : 0;
  const rest = gap - days * day;
  const moved = { ...shown, epoch: shown.epoch - days * day * 60_000 };
  if (Math.abs(rest) > slack) {
    const zoneAlone = post.inferred.filter((part) => part === "zone");
    return { post: days === 0 ? post : { ...post, published: moved, inferred: zoneAlone }, gap: rest };
  }
  const epoch = rest === 0 ? other.epoch : moved.epoch;
  if (post.inferred.length > 0)
    return { post: { ...post, published: { ...other, offset: shown.offset, epoch }, inferred }, fromTwin: true };
  return { post: isWholeMinute ? { ...post, published: { ...shown, epoch } } : post };
}

/** True for the same date and time at two offsets: only the zone was a guess. */
const isSameClock = (a: Instant, b: Instant): boolean =>
  a.offset !== b.offset && minuteOf(a) + a.offset === minuteOf(b) + b.offset;
