/** The times of posts that two forms of one capture tell -> one time each, and a word about those that differ. */
import type { Instant } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { minuteOf } from "./stamp-moment.ts";
import {
  gapsInWords,
  isOffset,
  minutesInWords,
  posts as postsInWords,
  type Said,
  zoneShift,
} from "./time-agreement.ts";

export interface FormTimes {
  readonly posts: readonly FoundPost[];
  /** Posts whose time was taken from the other form. */
  readonly timed: number;
  readonly said: readonly Said[];
}

const day = 1440;
/** In minutes: forms round. */
const slack = 1;

/**
 * `twins`: for each post of the main form the one that it is in the other. What the main form, which is the page as it was
 * shown, says counts; the other tells what that lacks: a time, a date, a zone, seconds. `zoneGuessed`: the page shows no zone.
 */
export function timesOfForms(
  main: readonly FoundPost[],
  twins: readonly (FoundPost | undefined)[],
  zoneGuessed: boolean,
): FormTimes {
  let timed = 0;
  const apart: { readonly index: number; readonly gap: number }[] = [];
  const posts = main.map((post, index): FoundPost => {
    const told = twins[index];
    if (told?.published === undefined) return post;
    const { published } = told;
    if (post.published === undefined) {
      timed += 1;
      return { ...post, published, inferred: told.inferred };
    }
    if (post.inferred.includes("zone") && isSameClock(post.published, published)) {
      timed += 1;
      return { ...post, published, inferred: told.inferred };
    }
    if (told.inferred.includes("zone") && isSameClock(post.published, published)) {
      const seconds = post.published.epoch % 60_000 === 0 ? published.epoch % 60_000 : 0;
      return { ...post, published: { ...post.published, epoch: post.published.epoch + seconds } };
    }
    const gap = minuteOf(post.published) - minuteOf(published);
    // Only the date was a guess.
    const days = post.inferred.includes("date") ? Math.round(gap / day) : 0;
    if (Math.abs(gap - days * day) > slack) {
      apart.push({ index, gap: gap - days * day });
      const moved = { ...post.published, epoch: post.published.epoch - days * day * 60_000 };
      return days === 0
        ? post
        : { ...post, published: moved, inferred: post.inferred.filter((part) => part === "zone") };
    }
    const { offset } = post.published;
    const exact = gap === days * day ? published.epoch : post.published.epoch - days * day * 60_000;
    if (post.inferred.length > 0) {
      timed += 1;
      return { ...post, published: { ...published, offset, epoch: exact }, inferred: told.inferred };
    }
    return post.published.epoch % 60_000 === 0 ? { ...post, published: { ...post.published, epoch: exact } } : post;
  });
  if (apart.length === 0) return { posts, timed, said: [] };
  const shared = twins.filter(
    (one, index) => one?.published !== undefined && main[index]?.published !== undefined,
  ).length;
  const gaps = apart.map(({ gap }) => gap);
  const shift = apart.length === shared ? zoneShift(gaps) : undefined;
  const count = postsInWords(apart.length);
  if (shift === undefined)
    return {
      posts,
      timed,
      said: [
        [
          `the times of ${count} differ, by ${gapsInWords(gaps)}, and those that the page shows were taken`,
          "Compare these posts with the page",
        ],
      ],
    };
  const isZone = apart.every(({ index }) => isOffset((posts[index]?.published?.offset ?? 0) + shift));
  if (!zoneGuessed || !isZone)
    return {
      posts,
      timed,
      said: [
        [
          `the times of ${count} differ, all by ${minutesInWords(shift)}: one of the forms mistakes its zone, and the times that the page shows were taken`,
          "If the page shows the times of another zone, say --zone",
        ],
      ],
    };
  for (const { index } of apart) {
    const [post, told] = [posts[index], twins[index]?.published];
    if (post?.published === undefined || told === undefined) continue;
    posts[index] = { ...post, published: { ...told, offset: post.published.offset + shift }, inferred: ["zone"] };
  }
  return {
    posts,
    timed: timed + apart.length,
    said: [
      [
        `the times of ${count} differ, all by ${minutesInWords(shift)}: the page shows them in a zone that it does not name`,
        "Say which zone the page shows, such as --zone Europe/Rome",
      ],
    ],
  };
}

/** Both show the same date and time, each in its own zone: only the zone was a guess. */
const isSameClock = (a: Instant, b: Instant): boolean =>
  a.offset !== b.offset && minuteOf(a) + a.offset === minuteOf(b) + b.offset;
