/** What a person can say of how things are fetched. */
import type { OptionSpec } from "./command.ts";

export const fetchOptions: Readonly<Record<string, OptionSpec>> = {
  "allow-host": {
    value: "HOST[:PORT]",
    help: "hosts that may be asked though they are no part of the public Internet, with commas",
  },
  "ignore-robots": { help: "fetch what robots.txt forbids, where the site is your own" },
  pause: { value: "SECONDS", help: "how long to wait between two requests for a page (default: 1)" },
};
