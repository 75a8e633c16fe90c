/** Turns built pages into served ones: their policy lets them load the script that reloads them. Refuses addresses of no file. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Problem } from "../../model/problem.ts";
import { withMistakes } from "./mistakes.ts";

type Next = () => void;

/**
 * Refuses addresses that name no file of the site: a step up, a broken escape, a dot folder. So it does where what follows throws, mostly
 * since the system takes no such name: an error that leaves this function would end the server.
 */
export function guard(request: IncomingMessage, response: ServerResponse, next: Next): void {
  try {
    if (isPlain(request.url ?? "/")) next();
    else refuse(response);
  } catch {
    if (response.headersSent) response.destroy();
    else refuse(response);
  }
}

function refuse(response: ServerResponse): void {
  response.statusCode = 400;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end("This address names no file of the site.\n");
}

/** Widens the policy of a page on its way out, and puts what is wrong over it; the file stays as it is. */
export const changePages =
  (mistakes: () => readonly Problem[]) =>
  (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const end = response.end.bind(response) as (data?: unknown, ...rest: unknown[]) => ServerResponse;
    // A request under another name was refused.
    const changed = (page: string): string => withMistakes(withReload(page, request.headers.host ?? ""), mistakes());
    response.end = ((data?: unknown, ...rest: unknown[]) =>
      end(
        typeof data === "string" && /^<!doctype html/i.test(data) ? changed(data) : data,
        ...rest,
      )) as typeof response.end;
    next();
  };

/** Only its own origin, `host`, may be asked, and only for the script and the socket that say "reload". */
export const withReload = (html: string, host: string): string =>
  html.replace(
    /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"/i,
    (_, start: string, policy: string) => `${start}${widened(policy, host)}"`,
  );

function widened(policy: string, host: string): string {
  const rules = policy
    .split(";")
    .map((rule) => rule.trim())
    .filter((rule) => rule !== "" && !/^(script|connect)-src\b/.test(rule));
  return [...rules, "script-src 'self' 'unsafe-inline'", `connect-src 'self' ws://${host}`].join("; ");
}

function isPlain(url: string): boolean {
  try {
    const names = decodeURIComponent(new URL(url, "http://localhost/").pathname).split(/[/\\]/);
    return !names.some((name) => name === ".." || name === ".afterlive" || name.includes("\0"));
  } catch {
    return false;
  }
}
