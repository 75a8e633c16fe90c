import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { originalOf, replayedAt } from "../../../src/captures/notes/replay-address.ts";
import { readReplayNote } from "../../../src/captures/notes/replay-note.ts";
import { readSavedNote, withoutReplay } from "../../../src/captures/notes/saved-note.ts";

const address = "https://news.example/live/harbour?page=2";
const noon = "2024-05-17T12:00:00Z";

describe("replayedAt", () => {
  test("replayedAt takes the address of each archive off, and reads the time in it", () => {
    for (const prefix of [
      "https://web.archive.org/web/20240517120000/",
      "http://web.archive.org/web/20240517120000id_/",
      "//web.archive.org/web/20240517120000im_/",
      "/web/20240517120000if_/",
      "https://archive.ph/20240517120000/",
      "https://archive.today/2024.05.17-120000/",
      "https://perma-archives.org/warc/AB12-CD34/20240517120000mp_/",
      "http://localhost:8080/my-web-archive/20240517120000mp_/",
      "https://www.webarchive.org.uk/wayback/archive/20240517120000/",
      "https://webarchive.loc.gov/all/20240517120000/",
      "https://arquivo.pt/wayback/20240517120000/",
      "https://arquivo.pt/noFrame/replay/20240517120000/",
      "https://conifer.rhizome.org/somebody/a-collection/20240517120000/",
      "https://conifer.rhizome.org/somebody/a-collection/20240517120000$br:chrome:76/",
      "https://wayback.archive-it.org/4867/20240517120000/",
      "https://replayweb.page/w/id-1234/20240517120000mp_/",
      "https://timetravel.mementoweb.org/memento/20240517120000/",
    ])
      expect(replayedAt(prefix + address), prefix).toEqual({ address, captured: noon });
  });

  test("replayedAt takes addresses off that tell no whole time", () => {
    for (const prefix of [
      "https://web.archive.org/web/2024/",
      "https://web.archive.org/web/*/",
      "https://web.archive.org/web/im_/",
      "https://archive.ph/o/AbCdE/",
      "https://archive.is/newest/",
      "https://rejouer.perma.cc/replay-web-page/w/id-1/mp_/",
    ])
      expect(replayedAt(prefix + address), prefix).toEqual({ address });
    expect(
      replayedAt("https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:https://e.org/a+words&hl=en"),
    ).toEqual({ address: "https://e.org/a" });
    expect(replayedAt("https://web.archive.org/web/20241301000000/https://e.org/")).toEqual({
      address: "https://e.org/",
    });
  });

  test("replayedAt reads addresses as servers and browsers change them", () => {
    const of = (text: string) => replayedAt(`https://web.archive.org/web/20240517120000/${text}`)?.address;
    expect(of("https:/e.org/a")).toBe("https://e.org/a");
    expect(of("https%3A%2F%2Fe.org%2Fa")).toBe("https://e.org/a");
    expect(of("e.org/a")).toBe("http://e.org/a");
    expect(of("//e.org/a")).toBe("https://e.org/a");
  });

  test("replayedAt leaves every other address as it is", () => {
    for (const other of [
      address,
      "https://web.archive.org/web/",
      "https://archive.org/details/harbour",
      "https://e.org/20240517120000/harbour",
      "https://e.org/share?url=https://other.org/",
      "/live/20240517/harbour",
      "mailto:a@e.org",
      "data:text/plain,/20240517120000/https://e.org",
      "",
    ])
      expect(replayedAt(other), other).toBeUndefined();
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true }), (url) => replayedAt(url) === undefined));
  });

  test("originalOf takes off the addresses of archives that replay archives", () => {
    expect(
      originalOf(`https://web.archive.org/web/20250101000000/https://archive.ph/20240517120000/${address}`),
    ).toEqual({ address, captured: noon });
    expect(originalOf(address)).toEqual({ address });
  });
});

describe("readReplayNote", () => {
  const filed =
    "<!--\n     FILE ARCHIVED ON 12:00:00 May 17, 2024 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 09:00:00 Jun 02, 2025.\n-->";

  test("readReplayNote reads when an archive took the page, wherever the archive says it", () => {
    expect(readReplayNote("<html>", filed)).toEqual({ captured: noon });
    expect(
      readReplayNote(`<script>__wm.wombat("${address}","20240517120000","https://web.archive.org/")</script>`, ""),
    ).toEqual({ source: address, captured: noon });
    expect(
      readReplayNote(`<script>wbinfo.url = "${address}"; wbinfo.timestamp = "20240517120000";</script>`, "").captured,
    ).toBe(noon);
    for (const tag of [
      `<link rel="canonical" href="https://archive.ph/2024.05.17-120000/${address}">`,
      `<meta property="og:url" content="https://web.archive.org/web/20240517120000/${address}">`,
    ])
      expect(readReplayNote(tag, ""), tag).toEqual({ source: address, captured: noon });
    expect(
      readReplayNote(
        `<link rel="canonical" href="${address}"><a href="https://web.archive.org/web/20240517120000/${address}">`,
        "",
      ),
    ).toEqual({});
  });

  test("readSavedNote tells of a page that was saved from an archive when the archive took it, not when it was saved", () => {
    const replay = `https://web.archive.org/web/20240517120000/${address}`;
    expect(
      readSavedNote(
        `<!--\n Page saved with SingleFile \n url: ${replay} \n saved date: Mon Jun 02 2025 09:00:00 GMT+0000 (UTC)\n-->`,
      ),
    ).toEqual({ source: address, captured: noon });
    expect(readSavedNote(`<!-- saved from url=(0099)${replay} -->`)).toEqual({ source: address, captured: noon });
    expect(withoutReplay({ source: replay, captured: "2025-06-02T09:00:00Z" })).toEqual({
      source: address,
      captured: noon,
    });
  });
});

test("readSavedNote reads the notes of HTTrack, monolith and WebScrapBook", () => {
  const httrack =
    "<!DOCTYPE html><html><!-- Mirrored from news.example/live/harbour by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 17 May 2024 12:00:00 GMT -->";
  expect(readSavedNote(httrack)).toEqual({
    source: "http://news.example/live/harbour",
    captured: "2024-05-17T12:00:00.000Z",
  });
  const monolith = `<!-- Saved from ${address} at 2024-05-17T12:00:00Z using monolith v2.8.1 -->`;
  expect(readSavedNote(monolith)).toEqual({ source: address, captured: "2024-05-17T12:00:00.000Z" });
  const scrapBook = `<html data-scrapbook-source="${address}" data-scrapbook-create="20240517120000123">`;
  expect(readSavedNote(scrapBook)).toEqual({ source: address, captured: "2024-05-17T12:00:00.000Z" });
});

test("replayedAt and the notes take a time that grows with the text alone", () => {
  for (const bait of [
    "/a".repeat(100_000),
    `/web/${"1".repeat(200_000)}`,
    `https://e.org${"/20240517120000".repeat(20_000)}`,
    `<!--${" url:".repeat(40_000)}`,
    "<link ".repeat(40_000),
    "wombat".repeat(40_000),
  ]) {
    const start = process.hrtime.bigint();
    replayedAt(bait);
    readReplayNote(bait.slice(0, 65_536), bait.slice(0, 8192));
    readSavedNote(bait);
    expect(Number(process.hrtime.bigint() - start) / 1e6, bait.slice(0, 20)).toBeLessThan(2000);
  }
});
