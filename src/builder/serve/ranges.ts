/** Turns a request for a part of a file into that part: a recording can be played from its middle. */
import fs from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

type Next = () => void;

/**
 * Answers requests for one range of a file of the folder `out`. All others, and those for pages, which are changed on their way out, are
 * answered whole by what follows: a server may do so. The guard has refused addresses outside the site.
 */
export const answerRanges =
  (out: string) =>
  (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost/");
    const file = path.join(out, decodeURIComponent(pathname));
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    const asked = request.headers["if-range"] === undefined ? request.headers.range : undefined;
    request.headers = { ...request.headers };
    delete request.headers.range;
    const isPlain = stats?.isFile() === true && !file.endsWith(".html");
    if (isPlain) response.setHeader("Accept-Ranges", "bytes");
    const range = isPlain && request.method === "GET" ? rangeOf(asked, stats.size) : undefined;
    if (stats === undefined || range === undefined) {
      next();
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    if (range === "outside") {
      response.statusCode = 416;
      response.setHeader("Content-Range", `bytes */${stats.size}`);
      response.end();
      return;
    }
    const { start, end } = range;
    response.statusCode = 206;
    response.setHeader("Content-Type", types[path.extname(file).toLowerCase()] ?? "application/octet-stream");
    response.setHeader("Content-Range", `bytes ${start}-${end}/${stats.size}`);
    response.setHeader("Content-Length", end - start + 1);
    const part = fs.createReadStream(file, { start, end });
    part.on("error", () => response.destroy());
    part.pipe(response);
  };

/** Both ends are part of it. Undefined where a header is absent, wrong, or asks for several ranges: then all is answered. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | "outside" | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined;
  return start > end ? "outside" : { start, end };
}

/** What is asked for in parts. */
const types: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".jpg": "image/jpeg",
  ".m4a": "audio/mp4",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".oga": "audio/ogg",
  ".ogg": "audio/ogg",
  ".ogv": "video/ogg",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".wav": "audio/wav",
  ".webm": "video/webm",
  ".webp": "image/webp",
};
