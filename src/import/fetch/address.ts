/** An address that a person names -> a URL that may be fetched, and the settings of a fetcher for it. */
import { type FetchFault, fetchFaultOf } from "../../captures/fetch/fetch-fault.ts";
import type { FetcherSettings } from "../../captures/fetch/fetcher.ts";
import { makeHostGuard, readAllowedHost } from "../../captures/fetch/host-guard.ts";
import { ipBytes } from "../../captures/fetch/ip-ranges.ts";
import { limits } from "../../captures/limits.ts";
import { fileProblem, Refusal } from "../../model/problem.ts";
import type { ImportJob } from "../job.ts";
import { fetcherSettings } from "./settings.ts";

/** Bytes of all answers together: an import reads no more pictures out of a web archive than this. */
const allowance = limits.pictures + limits.document;

/** Throws a Refusal, before anything is sent, for what is no web address and for a host that may not be asked. */
export function checkedAddress(job: ImportJob, named: string): URL {
  const url = URL.parse(named);
  if (url === null)
    throw refusal(named, "expected an http or https address", "For example https://news.example.org/live/page");
  url.hash = "";
  try {
    makeHostGuard(settingsFor(job, url).allowed).check(url);
  } catch (error) {
    throw fetchRefusal(named, fetchFaultOf(error));
  }
  return url;
}

/**
 * An IP address and "localhost" may be asked where the person typed them. A private address to which another name leads, or which a page
 * or a redirect names, needs `--allow-host`.
 */
export function settingsFor({ fetching, terminal }: ImportJob, url: URL): FetcherSettings {
  const settings = fetcherSettings(fetching, allowance, terminal.now);
  const isTyped = ipBytes(url.hostname) !== undefined || /^(?:[^.]+\.)*localhost$/.test(url.hostname);
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const own = isTyped ? readAllowedHost(`${url.hostname}:${port}`) : undefined;
  return own === undefined ? settings : { ...settings, allowed: [...settings.allowed, own] };
}

/** Why a live page could not be fetched, as a Refusal. */
export const fetchRefusal = (address: string, { message, hint }: FetchFault): Refusal =>
  refusal(address, message, hint ?? "Save the page in a browser and import the file");

const refusal = (file: string, why: string, hint: string): Refusal =>
  new Refusal([fileProblem(file, `Cannot fetch the page: ${why}`, hint)]);
