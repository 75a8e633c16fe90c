/** What of a post is furniture, and what only is called so. */
import { describe, expect, test } from "vitest";
import { outlineOf, pageOf, readLive } from "../live-outline.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";
const times = ["19:31", "18:16", "17:05"];
const page = (inner: string): string =>
  pageOf(
    times
      .map((time) => `<div class="entry"><time>${time}</time><p>In hour ${time.slice(0, 2)}: ${long}</p>${inner}</div>`)
      .join(""),
  );
const bodyOf = (inner: string): string =>
  (outlineOf(page(inner))[0] ?? "").replace(`19:31 / In hour 19: ${long}`, "").replace(/^ ¶ /, "");

describe("furniture in a post", () => {
  test.for([
    [
      "links to share with",
      '<ul class="x"><li><a href="https://twitter.com/intent/tweet?a=1">Tweet this</a></li><li><a href="https://www.facebook.com/sharer/sharer.php?u=1">Facebook</a></li></ul>',
    ],
    ["buttons", "<div><button>Mark as read</button> <button>👍 12</button></div>"],
    ["roles of buttons", '<div><span role="button">Add to list</span></div>'],
    ["words of sharing", "<p>Share</p>"],
    [
      "German words",
      '<div><a href="#">Teilen</a> | <a href="#">Link kopieren</a> | <a href="#">3 Kommentare</a></div>',
    ],
    ["French words", "<footer><span>Partager</span><span>Copier le lien</span></footer>"],
    ["Spanish words", '<div class="acciones"><span>Compartir</span> · <span>Comentarios (4)</span></div>'],
    ["Italian words", '<div><a href="#">Condividi</a><a href="#">Commenti (2)</a></div>'],
    ["Dutch words", '<div><a href="#">Deel dit artikel</a> <a href="#">12 reacties</a></div>'],
    ["comments", '<p><a href="#c">Comments (12)</a></p>'],
    [
      "names of services in links that lead nowhere",
      '<div><a href="#"><i>facebook</i></a><a href="#"><i>twitter</i></a><a href="#">WhatsApp</a></div>',
    ],
    [
      "a bar of links called tools",
      '<div class="tools"><a href="https://example.org/print/1">Print version</a> <a href="https://example.org/pdf/1">As PDF</a></div>',
    ],
    ["a menu", '<nav><a href="https://example.org/1">One</a><a href="https://example.org/2">Two</a></nav>'],
    ["a form", '<form><label>Your mail</label><input name="m"><button>Sign up</button></form>'],
    ["the word of an advert", '<div class="ad-slot"><span>Advertisement</span></div>'],
    [
      "related links",
      '<div class="related"><h4>Related</h4><ul><li><a href="https://example.org/1">The crane in pictures</a></li></ul></div>',
    ],
    ["words before a button", '<p>Share this update: <a href="#">SHARE</a></p>'],
    [
      "an icon",
      '<div class="share"><img width="20" height="20" src="https://example.org/s.svg" alt="Share icon"></div>',
    ],
  ] as const)("goes as %s", ([, inner]) => {
    expect(bodyOf(inner)).toBe("");
    expect(readLive(page(inner)).posts).toHaveLength(3);
  });

  test.for([
    ["tools", '<div class="tools">The crew took their tools along.</div>', "The crew took their tools along."],
    ["share", '<div class="share"><p>We share what we know.</p></div>', "We share what we know."],
    [
      "related",
      '<div class="related">Bo Carr, who saw it, adds this. <a href="https://example.org/x">More</a></div>',
      "Bo Carr, who saw it, adds this. [More](https://example.org/x)",
    ],
    ["promo", '<div class="promo"><p>Read on for the score.</p></div>', "Read on for the score."],
    ["newsletter", '<div class="newsletter">GOAL!</div>', "GOAL!"],
    ["an advert", '<aside class="ad">And then it rained.</aside>', "And then it rained."],
    ["save", '<p class="save">A save by the keeper.</p>', "A save by the keeper."],
    ["hidden from screen readers", '<p aria-hidden="true">All seats are taken.</p>', "All seats are taken."],
    [
      "a link in a sentence",
      '<p>Follow us on <a href="https://example.org/f">Facebook</a></p>',
      "Follow us on [Facebook](https://example.org/f)",
    ],
    ["a sentence that begins as a button", "<p>Share your pictures with us</p>", "Share your pictures with us"],
    ["one word", "<p>Save</p>", "Save"],
    [
      "a list of links that is the text",
      '<ul><li><a href="https://example.org/1">The crane</a></li><li><a href="https://example.org/2">The gate</a></li></ul>',
      "- [The crane](https://example.org/1) ¶ - [The gate](https://example.org/2)",
    ],
    ["a form with a text", `<form><input><p>${long} ${long}</p></form>`, `${long} ${long}`],
    ["a button of a sentence", `<button>${long}</button>`, long],
  ] as const)("is no text that is only called so: %s", ([, inner, expected]) => {
    expect(bodyOf(inner)).toBe(expected);
  });

  test("is no heading that stands on a button", () => {
    const post = (time: string) =>
      `<div class="entry"><time>${time}</time><h3><button>Tugs at ${time}</button></h3><p>Hour ${time.slice(0, 2)}: ${long}</p></div>`;
    expect(outlineOf(pageOf(times.map(post).join("")))[0]).toBe(`19:31 Tugs at 19:31 / Hour 19: ${long}`);
  });

  test("is not taken for the text of a post that has no other words", () => {
    const post = (time: string) => `<div class="entry"><time>${time}</time><p>Share</p></div>`;
    expect(outlineOf(pageOf(times.map(post).join("")))).toEqual(times.map((time) => `${time} / Share`));
  });
});

describe("rules, icons and portraits in a post", () => {
  test.for([
    ["between two paragraphs", "<p>—</p><p>And on.</p>", "--- ¶ And on."],
    ["of stars", "<p>* * *</p><p>And on.</p>", "--- ¶ And on."],
    ["of points", "<div>• • •</div><p>And on.</p>", "--- ¶ And on."],
    ["at the end", "<p>—</p>", ""],
    ["at the end, of hyphens", "<div>---</div>", ""],
    ["before buttons", '<p>___</p><div><a href="#">Share</a></div>', ""],
  ] as const)("a rule of characters is no words: %s", ([, inner, expected]) => {
    expect(bodyOf(inner)).toBe(expected);
  });

  test("a post that is only a dash keeps it", () => {
    const post = (time: string, text: string) => `<div class="entry"><time>${time}</time><p>${text}</p></div>`;
    expect(outlineOf(pageOf(`${post("19:31", "—")}${post("18:16", long)}${post("17:05", "Rain.")}`))[0]).toBe(
      "19:31 / —",
    );
  });

  test.for([
    ["by its size", '<p><img width="30" height="30" src="https://example.org/i.png" alt=""> And on.</p>', "And on."],
    ["by its style", '<p><img style="width:24px" src="https://example.org/i.png" alt=""> And on.</p>', "And on."],
    ["by its name", '<p><img class="emoji" src="https://example.org/i.png" alt="⚽"> And on.</p>', "⚽ And on."],
    ["that says something", '<p><img width="20" src="https://example.org/i.png" alt="Goal"> Carr.</p>', "Goal Carr."],
    ["called an avatar", '<div><img class="avatar" src="https://example.org/i.png" alt="Avatar"></div>', ""],
    [
      "of the author",
      '<div class="author"><img src="https://example.org/a.jpg" alt="Ada Brook"><span>Ada Brook</span></div>',
      "by",
    ],
    [
      "beside the author",
      '<div class="m"><img src="https://example.org/a.jpg" alt=""><span class="byline">Ada Brook</span></div>',
      "by",
    ],
  ] as const)("an icon or a portrait is no figure: %s", ([, inner, expected]) => {
    const body = bodyOf(inner);
    expect(body).not.toContain("media/");
    if (expected === "by") expect(outlineOf(page(inner))[0]).toContain("19:31 / by Ada Brook / ");
    else expect(body).toBe(expected);
  });

  test("a picture of the post stays", () => {
    expect(bodyOf('<img width="640" height="480" src="https://example.org/p.jpg" alt="A boat">')).toContain("A boat");
    expect(bodyOf('<figure><img src="https://example.org/p.jpg" alt="A boat"></figure>')).toContain("A boat");
  });
});

describe("a heading alone in its post", () => {
  const entries = (inner: string): string =>
    pageOf(times.map((time) => `<div class="entry"><time>${time}</time>${inner}</div>`).join(""));

  test.for([
    ["a heading", "<h3>Share</h3><p>One costs 3p now.</p>", "Share / One costs 3p now."],
    [
      "a heading in a box",
      '<header class="share"><h2>Advertisement</h2></header><p>It is back.</p>',
      "Advertisement / It is back.",
    ],
    ["German words", "<h4>Anzeige</h4><p>Die Polizei ermittelt.</p>", "Anzeige / Die Polizei ermittelt."],
    [
      "an element called headline",
      '<strong class="titre">Publicité</strong><p>Elle revient.</p>',
      "Publicité / Elle revient.",
    ],
    ["bold words", "<p><strong>Share</strong></p><p>One costs 3p now.</p>", "**Share** ¶ One costs 3p now."],
    ["a term", "<dl><dt>Share</dt><dd>One costs 3p now.</dd></dl>", "Share ¶ One costs 3p now."],
  ] as const)("is kept whatever its words are, as %s", ([, inner, kept]) => {
    expect(outlineOf(entries(inner))[0]).toBe(`19:31 ${kept.includes(" ¶ ") ? `/ ${kept}` : kept}`);
  });

  test.for([
    ["is a link", '<p>One costs 3p now.</p><h3><a href="#">Share</a></h3>'],
    ["holds a button", "<p>One costs 3p now.</p><h3><button>Share</button></h3>"],
    [
      "stands behind the text and before links to share with",
      '<p>One costs 3p now.</p><h3>Share</h3><a href="https://twitter.com/intent/tweet?a=1">Tweet this</a>',
    ],
  ] as const)("goes where it %s", ([, inner]) => {
    expect(outlineOf(entries(inner))[0]).toBe("19:31 / One costs 3p now.");
  });
});
