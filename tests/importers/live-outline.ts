/** A saved live page of no known form as short lines, one a post: "19:05 *key* [label] Headline / by Ada Brook / body". */
import { liveHtml } from "../../src/importers/live-html/live-html.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { parseInstant, printInstant } from "../../src/model/instant.ts";
import { accounted } from "./accounted.ts";

const captured = (zone: string) => parseInstant("2024-05-16T23:59:00+01:00", zone)!;

export const readLive = (html: string, zone = "Europe/London") =>
  accounted(liveHtml, html, { file: "page.html", zone, captured: captured(zone) });

export const outlineOf = (html: string, zone?: string): readonly string[] =>
  readLive(html, zone).posts.map(({ published, label, breaking, keyEvent, headline, bylines, blocks }) =>
    [
      [
        published === undefined ? "--:--" : (/T(\d\d:\d\d)/.exec(printInstant(published))?.[1] ?? ""),
        ...(keyEvent === true ? ["*key*"] : []),
        ...(breaking ? ["*breaking*"] : []),
        ...(label === undefined ? [] : [`[${label}]`]),
        ...(headline === undefined ? [] : [headline]),
      ].join(" "),
      ...bylines.map(({ name, role }) => `by ${name}${role === undefined ? "" : `, ${role}`}`),
      ...(blocks.length === 0 ? [] : [printBlocks(blocks).trim().replace(/\n+/g, " ¶ ")]),
    ].join(" / "),
  );

/** A page around a body, with its title. */
export const pageOf = (body: string, title = "A day at the pier"): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
