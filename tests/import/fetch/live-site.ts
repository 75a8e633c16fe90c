/** A live page of several pages with pictures, played by a server on this machine. */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { serve } from "../../captures/fetch/server.ts";

export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const post = (
  number: number,
  text = `The ferry passed buoy number ${number}, and nobody on board saw a light.`,
) =>
  `<article class="entry" id="e${number}"><time datetime="2024-05-17T10:${String(number).padStart(2, "0")}:00Z">11.${String(number).padStart(2, "0")}</time><h3>Buoy ${number}</h3><p>${text}</p><figure><img src="/pictures/${number}.png" alt="Buoy ${number}"><figcaption>A buoy</figcaption></figure></article>`;

export const page = (posts: readonly string[], after = "") =>
  `<!doctype html><html lang="en"><title>A ferry</title><link rel="canonical" href="/live/ferry"><h1>A ferry</h1><main>${posts.join("")}</main>${after}`;

export interface Live {
  /** All posts, the newest first; four on each page. */
  posts: readonly string[];
  readonly robots?: string;
  /** Answers instead, where it gives true. */
  readonly first?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** A live page of several pages with pictures, and what was asked of it. */
export async function liveSite(live: Live) {
  const asked: string[] = [];
  const agents = new Set<string | undefined>();
  const answer: RequestListener = (request, response) => {
    const url = new URL(request.url ?? "", "http://e.org");
    asked.push(url.pathname + url.search);
    agents.add(request.headers["user-agent"]);
    if (live.first?.(request, response) === true) return;
    const number = Number(url.searchParams.get("page") ?? 1);
    const total = Math.ceil(live.posts.length / 4);
    if (url.pathname === "/robots.txt" && live.robots !== undefined) response.end(live.robots);
    else if (url.pathname.endsWith(".png")) response.writeHead(200, { "content-type": "image/png" }).end(png);
    else if (url.pathname === "/live/ferry" && number <= total)
      response
        .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" })
        .end(
          gzipSync(
            page(
              live.posts.slice((number - 1) * 4, number * 4),
              `<nav class="pagination">${number} of ${total} ${number < total ? `<a href="?page=${number + 1}">Next</a>` : ""}</nav>`,
            ),
          ),
        );
    else response.writeHead(404, { "content-type": "text/html" }).end("<p>Gone");
  };
  const at = await serve(answer);
  return { at, asked, agents, host: new URL(at).host };
}

export const posts = (last: number) => Array.from({ length: last }, (_, index) => post(last - index));
