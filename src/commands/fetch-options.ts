/** The options about fetching: words -> what the person decides. */
import { packageVersion } from "../base/package-folder.ts";
import type { AllowedHost } from "../captures/fetch/host-guard.ts";
import type { FetchChoices } from "../import/fetch/settings.ts";
import { longestPause, userAgentOf } from "../import/options.ts";
import { type Call, type OptionSpec, UsageError } from "./command.ts";

export const fetchOptions: Readonly<Record<string, OptionSpec>> = {
  "allow-host": {
    value: "HOST[:PORT]",
    help: "hosts that may be asked although they are not on the public Internet, separated by commas",
  },
  "ignore-robots": { help: "also fetch what robots.txt forbids: only where the site is your own" },
  pause: { value: "SECONDS", help: "how long to wait between two requests for a page (default: 1)" },
};

/** Throws a UsageError for a value that an option cannot have. */
export async function fetchChoices({ values, switches }: Call): Promise<FetchChoices> {
  return {
    userAgent: userAgentOf(packageVersion()),
    allowed: await allowedHosts(values["allow-host"] ?? ""),
    pause: pauseOf(values.pause ?? "1"),
    ignoreRobots: switches.has("ignore-robots"),
  };
}

async function allowedHosts(text: string): Promise<readonly AllowedHost[]> {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) return [];
  // Code that uses the network is loaded only where it is needed.
  const { readAllowedHost } = await import("../captures/fetch/host-guard.ts");
  return names.map((name) => {
    const host = readAllowedHost(name);
    if (host !== undefined) return host;
    throw new UsageError(
      `Cannot use --allow-host "${name}": expected a host, with a port or without`,
      "For example --allow-host localhost:8080",
    );
  });
}

/** Seconds as milliseconds. */
function pauseOf(text: string): number {
  if (/^\d{1,3}(?:\.\d{1,3})?$/.test(text) && Number(text) <= longestPause) return Number(text) * 1000;
  throw new UsageError(
    `Cannot use --pause "${text}": expected seconds, at most ${longestPause}`,
    "For example --pause 2.5",
  );
}
