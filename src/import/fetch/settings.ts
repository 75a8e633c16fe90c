/** What a person decides about fetching -> the settings of a fetcher. */
import type { FetcherSettings } from "../../captures/fetch/fetcher.ts";
import type { AllowedHost } from "../../captures/fetch/host-guard.ts";

export interface FetchChoices {
  /** Who asks, and where to read what it is: "afterlive/1.2.3 (+https://...)". */
  readonly userAgent: string;
  /** Hosts that may be asked although they are not on the public Internet. */
  readonly allowed: readonly AllowedHost[];
  /** Milliseconds between two requests for a page, and before a request is tried again. */
  readonly pause: number;
  readonly ignoreRobots: boolean;
}

/** Milliseconds that one answer may take, and all of them. */
const [patience, longest] = [30_000, 2 * 60 * 60 * 1000];

/** `allowance`: bytes of all answers together. `now`: the time of day in milliseconds since 1970. */
export const fetcherSettings = (
  { userAgent, allowed, pause, ignoreRobots }: FetchChoices,
  allowance: number,
  now: () => number,
): FetcherSettings => ({
  userAgent,
  allowed,
  pause,
  retryPause: pause,
  patience,
  longest,
  allowance,
  ignoreRobots,
  now,
});
