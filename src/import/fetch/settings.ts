/** The options of what is fetched, read from words into the settings of a fetcher. */
import type { FetcherSettings } from "../../captures/fetch/fetcher.ts";
import { readAllowedHost } from "../../captures/fetch/host-guard.ts";
import { type Call, UsageError } from "../../commands/command.ts";
import { version } from "../../commands/version.ts";

/** "afterlive/1.2.3 (+https://...)": who asks, and where to read what it is. */
export const userAgent = (): string => `${version().replace(" ", "/")} (+https://github.com/afterlive/afterlive)`;

/** Milliseconds that one answer may take, and all of them. */
const [patience, longest] = [30_000, 2 * 60 * 60 * 1000];

export function fetcherSettings({ values, switches, terminal }: Call, allowance: number): FetcherSettings {
  return {
    userAgent: userAgent(),
    allowed: (values["allow-host"] ?? "")
      .split(",")
      .map((host) => host.trim())
      .filter((host) => host !== "")
      .map(allowedHost),
    pause: pauseOf(values.pause),
    retryPause: Math.max(pauseOf(values.pause), values.pause === undefined ? 1000 : 0),
    patience,
    longest,
    allowance,
    ignoreRobots: switches.has("ignore-robots"),
    now: terminal.now,
  };
}

function allowedHost(text: string): ReturnType<typeof readAllowedHost> & {} {
  const host = readAllowedHost(text);
  if (host !== undefined) return host;
  throw new UsageError(
    `Cannot use --allow-host "${text}": expected a host, with a port or without`,
    "For example --allow-host localhost:8080",
  );
}

function pauseOf(text = "1"): number {
  const seconds = Number(text);
  if (/^\d{1,3}(?:\.\d{1,3})?$/.test(text) && seconds <= 600) return seconds * 1000;
  throw new UsageError(`Cannot use --pause "${text}": expected seconds, at most 600`, "For example --pause 2.5");
}
