/** An address -> what its import would ask for, in words; nothing is sent. */
import { count } from "../../base/terminal/amounts.ts";
import type { ImportJob } from "../job.ts";
import { checkedAddress, settingsFor } from "./address.ts";
import { mostPictures } from "./live-page.ts";
import { mostPages } from "./pages.ts";

/** Throws a Refusal for an address that may not be fetched. */
export function announceFetch(job: ImportJob, named: string): void {
  const url = checkedAddress(job, named);
  const { pause, ignoreRobots, userAgent } = settingsFor(job, url);
  const robots = ignoreRobots ? [] : [`  ${new URL("/robots.txt", url).href}  what it forbids is left out`];
  const lines = [
    `would fetch, one after the other with a pause of ${pause / 1000} s, as "${userAgent}":`,
    ...robots,
    `  ${url.href}  the page`,
    `  the further pages that it names, at most ${count(mostPages, "page")}`,
    `  the pictures of its posts that are not in the archive, at most ${count(mostPictures, "picture")}`,
    "nothing was sent",
  ];
  for (const line of lines) job.terminal.out(line);
}
