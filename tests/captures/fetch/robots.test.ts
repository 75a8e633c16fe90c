import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forbiddenBy, readRobots } from "../../../src/captures/fetch/robots.ts";

const forbids = (text: string, path: string, agent = "afterlive") =>
  forbiddenBy(readRobots(text, agent), path) !== undefined;
const star = (...rules: string[]) => ["User-Agent: *", ...rules].join("\n");

describe("a robots.txt", () => {
  test("says nothing where it says nothing", () => {
    for (const text of ["", "\n", "<html><p>Not found", star("Disallow:"), star(), "Disallow: /", star("Allow: /a")])
      expect(forbids(text, "/a"), text).toBe(false);
  });

  test("is read group by group: the group that names the program, all of its groups, else the general one", () => {
    const text = [
      "User-agent: ExampleBot",
      "Disallow: /foo",
      "Disallow: /bar",
      "",
      "User-agent: *",
      "Disallow: /all",
      "User-agent: examplebot",
      "Disallow: /baz",
    ].join("\n");
    expect(["/foo", "/bar", "/baz", "/all"].map((path) => forbids(text, path, "ExampleBot"))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(["/foo", "/all"].map((path) => forbids(text, path))).toEqual([false, true]);
  });

  test("names several programs in one group, and other lines do not end it", () => {
    const text = "User-agent: a\nSitemap: https://e.org/s.xml\nUser-agent: afterlive/1.0 (x)\nDisallow: /x\n";
    expect(forbids(text, "/x")).toBe(true);
    expect(forbids(text, "/x", "a")).toBe(true);
    expect(forbids(text, "/x", "after")).toBe(false);
    expect(forbids("User-agent: *\nUser-agent: afterlive\nDisallow: /x", "/x")).toBe(true);
    expect(forbids("User-agent: afterlive\nUser-agent: *\nDisallow: /x", "/x", "b")).toBe(true);
    // A group without rules forbids nothing, whatever the general one says.
    expect(forbids("User-agent: *\nDisallow: /\nUser-agent: afterlive\n", "/x")).toBe(false);
  });

  test("is won by the longest rule, and by Allow where two are as long", () => {
    const rfc = "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n";
    expect(forbids(rfc, "/example/page/disallowed.gif", "foobot")).toBe(true);
    expect(forbids(rfc, "/example/page/", "foobot")).toBe(false);
    expect(forbids(star("Disallow: /a", "Allow: /a"), "/a")).toBe(false);
    expect(forbids(star("Allow: /a", "Disallow: /a"), "/a")).toBe(false);
    expect(forbids(star("Allow: /", "Disallow: /live"), "/live/1")).toBe(true);
  });

  test.each([
    ["/fish", ["/fish", "/fish.html", "/fish/x", "/fishheads", "/fish?id=1"], ["/Fish", "/catfish", "/desert/fish"]],
    ["/fish*", ["/fish", "/fishheads.html"], ["/Fish"]],
    ["/fish/", ["/fish/", "/fish/?id=1"], ["/fish", "/fish.html"]],
    ["fish/", ["/fish/"], ["/fish"]],
    ["/*.php", ["/index.php", "/folder/any.php.file.html", "/a.php?x"], ["/", "/windows.PHP"]],
    ["/*.php$", ["/a.php", "/folder/a.php"], ["/a.php?x", "/a.php/", "/a.php5"]],
    ["/fish*.php", ["/fish.php", "/fishheads/catfish.php?x"], ["/Fish.PHP"]],
    ["/a$", ["/a"], ["/ab", "/a?b"]],
    ["/*?page=", ["/live?page=2"], ["/live"]],
    ["*", ["/", "/x"], []],
    ["/$", ["/"], ["/x"]],
    ["/a*b*c$", ["/abc", "/axbxc", "/abcbc"], ["/ab", "/abcd", "/acb"]],
    ["/ab*b$", ["/abb", "/ab/b"], ["/ab"]],
  ])("with the rule %s forbids what it names", (rule, named, others) => {
    for (const path of named) expect(forbids(star(`Disallow: ${rule}`), path), path).toBe(true);
    for (const path of others) expect(forbids(star(`Disallow: ${rule}`), path), path).toBe(false);
  });

  test.each([
    ["/foo/bar?baz=quz", "/foo/bar?baz=quz"],
    ["/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http%3A%2F%2Ffoo.bar"],
    ["/foo/bar/\u30c4", "/foo/bar/%E3%83%84"],
    ["/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84"],
    ["/foo/bar/%62%61%7A", "/foo/bar/baz"],
    ["/path/file-with-a-%2A.html", "/path/file-with-a-*.html"],
    ["/path/foo-%24", "/path/foo-$"],
    ["/a%2Fb", "/a%2fb"],
  ])("compares octets, so that %s is %s", (rule, path) => {
    expect(forbids(star(`Disallow: ${rule}$`), path)).toBe(true);
  });

  test("may have any line ends, a byte order mark, comments, blanks and capitals", () => {
    const text = "\ufeffUSER-AGENT : * # all\r  disallow :/a#b\rDisallow:/c\r\n#Disallow: /d\n";
    expect(["/a", "/c", "/d"].map((path) => forbids(text, path))).toEqual([true, true, false]);
  });

  test("never forbids itself", () => {
    expect(forbids(star("Disallow: /"), "/robots.txt")).toBe(false);
  });

  test("tells the line of the rule, and the delay that is asked for", () => {
    const read = readRobots("# x\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /live # no\n", "afterlive");
    expect(forbiddenBy(read, "/live")).toMatchObject({ line: 4, text: "Disallow: /live" });
    expect(read.delay).toBe(2.5);
    expect(readRobots("User-agent: b\nCrawl-delay: 9\n", "afterlive").delay).toBeUndefined();
    expect(readRobots("User-agent: *\nCrawl-delay: 9\nUser-agent: afterlive\nCrawl-delay: 1", "afterlive").delay).toBe(
      1,
    );
  });

  test("may be anything, and takes no longer for it", () => {
    const part = fc.constantFrom("User-agent: *", "Disallow: ", "/", "*", "$", "%", "a", "\n", "%2", "Allow:", "?");
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (text, path) => {
        forbids(text.join(""), `/${path.join("")}`);
      }),
    );
    const hostile = star(...Array.from({ length: 60 }, (_, index) => `Disallow: /${"*a".repeat(4000)}b${index}`));
    const start = performance.now();
    expect(forbids(hostile, `/${"a".repeat(8000)}`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
