import { describe, expect, test } from "vitest";
import { makeBudget } from "../../../src/captures/budget.ts";
import { readPropertyList } from "../../../src/captures/containers/plist.ts";
import { openWebArchive } from "../../../src/captures/containers/web-archive.ts";
import { openCapture } from "../../../src/captures/open.ts";
import { propertyList, propertyListOf, Reference } from "../containers-made.ts";

const resource = (url: string, type: string, data: string) => ({
  WebResourceURL: url,
  WebResourceMIMEType: type,
  WebResourceTextEncodingName: "UTF-8",
  WebResourceData: Buffer.from(data),
});
const safari = propertyListOf({
  WebMainResource: resource("https://e.org/live/", "text/html", "<p>x<img src=a.png>"),
  WebSubresources: [resource("https://e.org/live/a.png", "image/png", "png")],
  WebSubframeArchives: [{ WebMainResource: resource("https://e.org/frame", "text/html", "<p>frame") }],
});
const named = (bytes: Uint8Array) => ({ file: "a.webarchive", name: "a.webarchive", bytes });

describe("openWebArchive", () => {
  test("openWebArchive gives a page among the files that the page drew on, and no piece of HTML", () => {
    const bytes = propertyListOf({
      WebMainResource: resource("https://e.org/live/", "text/html", "<p>x"),
      WebSubresources: [
        resource("https://e.org/live/?page=2", "text/html", "<!doctype html><p>older"),
        resource("https://e.org/pixel", "text/html", "1"),
      ],
    });
    expect(openWebArchive(named(bytes)).map(({ file }) => file)).toEqual([
      "a.webarchive",
      "a.webarchive, https://e.org/live/?page=2",
    ]);
  });

  test("openWebArchive gives the page that Safari saved, its pictures and its frames", async () => {
    const [page, frame] = openWebArchive(named(safari));
    expect([page?.source, page?.charset, Buffer.from(page!.bytes).toString()]).toEqual([
      "https://e.org/live/",
      "UTF-8",
      "<p>x<img src=a.png>",
    ]);
    expect(Buffer.from((await page!.find!("a.png"))!).toString()).toBe("png");
    expect(await page!.find!("b.png")).toBeUndefined();
    expect(frame?.source).toBe("https://e.org/frame");
    const opened = await openCapture(named(safari), { budget: makeBudget() });
    expect("documents" in opened && opened.documents.length).toBe(2);
  });

  test("openWebArchive refuses a property list of another kind", () => {
    expect(() => openWebArchive(named(propertyListOf({ a: "b" })))).toThrow("expected a web archive of Safari");
  });
});

describe("readPropertyList", () => {
  test("readPropertyList refuses a list that holds itself, or much by referring to little", () => {
    const loop = propertyList([[new Reference(0)]]);
    expect(() => readPropertyList(loop)).toThrow("its values refer to each other in circles");
    // Thirty lists, each of which names the next one twice: a thousand million values.
    const doubling = Array.from({ length: 30 }, (_, index) => [new Reference(index + 1), new Reference(index + 1)]);
    expect(() => readPropertyList(propertyList([...doubling, "x"]))).toThrow("too often");
    const long = propertyList([Array.from({ length: 200 }, () => new Reference(1)), "x".repeat(1024 * 1024)]);
    expect(() => readPropertyList(long)).toThrow("too often");
  });

  test("readPropertyList reads damaged lists or refuses them, and never throws anything else", () => {
    for (let at = 8; at < safari.length; at += 1) {
      const bytes = Buffer.from(safari);
      bytes[at] = 255 - bytes[at]!;
      try {
        readPropertyList(bytes);
      } catch (error) {
        expect((error as Error).message).toMatch(/^Cannot read the property list: /);
      }
    }
    expect(() => readPropertyList(safari.subarray(0, 60))).toThrow("Cannot read the property list");
    expect(() => readPropertyList(Buffer.from("bplist00"))).toThrow("it is not whole");
  });
});
