/** Every element that a block of the Guardian's data can hold: its words are written, or told. */
import { describe, expect, test } from "vitest";
import { guardian } from "../../../src/importers/guardian/guardian.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { accounted } from "../accounted.ts";
import { expectSaidOrKept, withSentence } from "../said-or-kept.ts";

const options = { file: "page.json", zone: "Europe/London" };
const element = (kind: string, more: object) => ({
  _type: `model.dotcomrendering.pageElements.${kind}BlockElement`,
  elementId: "e-1",
  role: "inline",
  ...more,
});
const text = (words: string) => element("Text", { html: `<p>${words}</p>` });
const article = (elements: readonly object[], more: object = {}) =>
  JSON.stringify({
    headline: "A ferry aground",
    blocks: [
      {
        id: "b1",
        title: "Off",
        contributors: [{ name: "Ann Bell", imageUrl: "https://e.org/a.png" }],
        blockFirstPublished: 1_721_300_000_000,
        elements,
      },
      { id: "b2", blockFirstPublished: 1_721_200_000_000, elements: [text("Calm.")] },
    ],
    ...more,
  });
const written = (...elements: object[]) =>
  printBlocks(accounted(guardian, article(elements), options).posts[0]!.blocks).trimEnd();

/** One of each kind, in our words. */
const elements: readonly (readonly [kind: string, more: object])[] = [
  ["Text", { html: "<p>All are <b>ashore</b>.</p>" }],
  ["Subheading", { html: "<h2>On the quay</h2>" }],
  ["Blockquote", { html: "<blockquote class='quoted'><p>Low tide</p></blockquote>", quoted: true }],
  [
    "Comment",
    { body: "<p>I saw it.</p>", profileName: "Ida", avatarURL: "https://e.org/i.png", dateTime: "17 May 2024 1:53pm" },
  ],
  ["Table", { html: "<table><tr><td>Boat</td><td>Time</td></tr><tr><td>Skell</td><td>ten</td></tr></table>" }],
  ["Disclaimer", { html: "<p>Links may pay us.</p>" }],
  ["NumberedTitle", { html: "<h2>The pier</h2>", position: 1 }],
  ["Highlight", { html: "<p>Marked</p>" }],
  ["ItemLink", { html: "<p><a href='https://e.org/i'>Item</a></p>" }],
  ["Code", { html: "let boat = 1", language: "typescript" }],
  ["Pullquote", { html: "<p>So low</p>", attribution: "Ida Berg" }],
  ["RichLink", { url: "https://e.org/l", text: "Earlier", prefix: "Related: " }],
  [
    "Image",
    {
      data: { alt: "A boat", caption: "The boat", credit: "Bo" },
      media: { allImages: [{ url: "https://e.org/b.jpg", fields: { width: "900" } }] },
    },
  ],
  [
    "Cartoon",
    {
      alt: "A gull",
      caption: "Drawn",
      credit: "Cy",
      variants: [{ viewportSize: "large", images: [{ url: "https://e.org/c.png" }] }],
    },
  ],
  [
    "MultiImage",
    {
      caption: "Both",
      images: [
        element("Image", { data: { alt: "One", caption: "First" } }),
        element("Image", { data: { alt: "Two" } }),
      ],
    },
  ],
  ["Caption", { captionText: "Below it", credit: "Dee" }],
  ["Youtube", { assetId: "AbCdEfGhIjK", mediaTitle: "The tow", altText: "A tug", id: "x-1", duration: 41 }],
  [
    "VideoYoutube",
    { caption: "A clip", title: "A longer clip", url: "https://youtu.be/x", originalUrl: "https://youtu.be/x" },
  ],
  ["VideoVimeo", { caption: "A reel", embedUrl: "https://player.vimeo.com/video/1", credit: "Eve" }],
  ["VideoFacebook", { caption: "A wave", url: "https://www.facebook.com/v/1" }],
  [
    "GuVideo",
    { caption: "Footage", html: "<p>Watch it</p>", assets: [{ url: "https://e.org/v.mp4", mimeType: "video/mp4" }] },
  ],
  ["MediaAtom", { title: "An atom", assets: [{ url: "https://e.org/m.mp4", mimeType: "video/mp4" }] }],
  ["Audio", {}],
  ["AudioAtom", { kicker: "Listen", title: "A sound", trackUrl: "https://e.org/a.mp3" }],
  ["Spotify", { title: "A song", embedUrl: "https://open.spotify.com/embed/1" }],
  ["Soundcloud", { html: "<iframe src='https://w.soundcloud.com/player/?url=1'></iframe>", id: "1" }],
  [
    "Tweet",
    {
      html: "<blockquote class='twitter-tweet'><p>Look at it</p>— Ida</blockquote>",
      url: "https://twitter.com/i/status/1",
    },
  ],
  [
    "Instagram",
    { html: "<blockquote class='instagram-media'>A view</blockquote>", url: "https://www.instagram.com/p/1/" },
  ],
  ["TikTok", { html: "<blockquote class='tiktok-embed'>A dance</blockquote>" }],
  ["Vine", { title: "A loop", url: "https://vine.co/v/1" }],
  ["Embed", { html: "<iframe src='https://e.org/form'></iframe>", alt: "A form", caption: "Tell us" }],
  ["Interactive", { url: "https://e.org/i", alt: "A graph", caption: "Tides" }],
  ["InteractiveAtom", { title: "Levels", html: "<p>High</p>", css: ".a{}", js: "let a", url: "https://e.org/i" }],
  ["GenericAtom", { html: "<p>Anything</p>", url: "https://e.org/g" }],
  ["ChartAtom", { title: "A chart", html: "<p>Two bars</p>", url: "https://e.org/c" }],
  ["Map", { title: "The bay", caption: "Where it is", embedUrl: "https://www.google.com/maps/embed?x" }],
  ["Document", { title: "A report", embedUrl: "https://e.org/d.pdf" }],
  ["ContentAtom", { atomId: "1-2" }],
  ["GuideAtom", { label: "Quick guide", title: "Tides", html: "<p>They turn.</p>", credit: "Fay" }],
  ["ProfileAtom", { label: "Profile", title: "The master", html: "<p>Born at sea.</p>" }],
  ["QA", { title: "Why low?", html: "<p>The moon.</p>" }],
  ["ExplainerAtom", { title: "The bank", body: "<p>Sand.</p>" }],
  [
    "TimelineAtom",
    {
      title: "The day",
      description: "<p>So far</p>",
      events: [{ title: "Aground", date: "10 May", body: "<p>At ten</p>", unixDate: 1 }],
    },
  ],
  [
    "Timeline",
    {
      sections: [
        {
          title: "Morning",
          events: [
            {
              date: "ten o'clock",
              title: "Aground",
              label: "Key",
              main: element("Image", { data: { alt: "Sand" } }),
              body: [text("Fast.")],
            },
          ],
        },
      ],
    },
  ],
  ["DCRTimeline", { events: [{ date: "noon bells", title: "Afloat", body: [text("Free.")] }] }],
  ["DCRSectionedTimeline", { sections: [{ title: "Evening", events: [{ date: "late", body: [text("Home.")] }] }] }],
  ["KeyTakeaways", { keyTakeaways: [{ title: "Lesson", body: [text("Look at tides.")] }] }],
  ["QAndAExplainer", { qAndAExplainers: [{ title: "Who paid?", body: [text("Nobody.")] }] }],
  [
    "List",
    {
      listElementType: "MiniProfiles",
      items: [{ title: "Ida", bio: "<p>Sails</p>", endNote: "Ends", elements: [text("Since then.")] }],
    },
  ],
  [
    "QuizAtom",
    {
      quizType: "knowledge",
      questions: [{ text: "How deep?", answers: [{ text: "Four feet", revealText: "Indeed", isCorrect: true }] }],
    },
  ],
  [
    "Callout",
    {
      title: "Were you there?",
      description: "<p>Write to us</p>",
      prompt: "Tell us",
      formFields: [{ label: "Name", type: "text" }],
    },
  ],
  ["StarRating", { rating: 4, size: "large" }],
  [
    "Witness",
    {
      assets: [{ type: "Image", file: "https://e.org/w.jpg" }],
      witnessTypeData: { type: "image", alt: "Foam", caption: "From the pier", title: "My view", authorName: "Gus" },
    },
  ],
  ["Witness", { witnessTypeData: { type: "text", title: "My day", description: "It was long", authorName: "Gus" } }],
  [
    "Witness",
    {
      witnessTypeData: {
        type: "video",
        title: "My film",
        description: "It is short",
        youtubeUrl: "https://youtu.be/w",
        authorName: "Gus",
      },
    },
  ],
  ["NewsletterSignup", { newsletter: { name: "Morning mail", description: "Every day" } }],
  ["Divider", { size: "full" }],
  ["Unheard", { title: "Something new", note: "Not known here" }],
];

describe("elementBlocks", () => {
  test.for(elements)("writes or tells every word of %s", ([kind, more]) => {
    const one = element(kind, more);
    for (const [path, changed] of withSentence(one as never)) {
      if (/Type$|html$/.test(path) && /iframe/.test(JSON.stringify(more))) continue;
      if (/\._type$/.test(path)) continue;
      expectSaidOrKept(guardian, article([changed as object]), options, path);
    }
  });

  test.for([
    [
      "Youtube",
      "::: video\nCaption: The tow\nSource: https://www.youtube.com/watch?v=AbCdEfGhIjK\nProvider: YouTube\n\nA tug\n:::",
    ],
    [
      "VideoVimeo",
      "::: video\nCaption: A reel\nCredit: Eve\nSource: https://player.vimeo.com/video/1\nProvider: Vimeo\n:::",
    ],
    ["Spotify", "::: audio\nCaption: A song\nSource: https://open.spotify.com/embed/1\nProvider: Spotify\n:::"],
    ["Embed", "::: embed\nCaption: Tell us\nSource: https://e.org/form\n\nA form\n:::"],
    [
      "Map",
      "::: map\nCaption: Where it is The bay\nSource: https://www.google.com/maps/embed?x\nProvider: Google Maps\n:::",
    ],
    ["Code", "```\nlet boat = 1\n```"],
    ["TimelineAtom", "### The day\n\nSo far\n\n### Aground\n\n10 May\n\nAt ten"],
    ["Callout", "### Were you there?\n\nTell us\n\nWrite to us"],
    ["MultiImage", "![One](media/1153-one.jpg)\nCaption: First\n\n![Two](media/1153-two.jpg)\n\nBoth"],
  ])("reads %s", ([kind, markdown]) => {
    const [, more] = elements.find(([one]) => one === kind)!;
    expect(written(element(kind!, more))).toBe(markdown);
  });

  test("holds elements in elements in elements without end", () => {
    let inner: object = text("deep");
    for (let depth = 0; depth < 300; depth += 1) inner = element("List", { items: [{ elements: [inner] }] });
    const { problems } = accounted(guardian, article([inner]), options);
    expect(problems.map(({ message }) => message).join()).toContain("deep");
  });
});

test("guardian imports whole posts of key events and the pinned post, where no block is them, and marks the key events", () => {
  const whole = (id: string, at: number, words: string) => ({
    id,
    title: words,
    blockFirstPublished: at,
    elements: [text(words)],
  });
  const { posts, problems, named } = accounted(
    guardian,
    article([], {
      keyEvents: [
        whole("b2", 1_721_200_000_000, "Calm"),
        whole("b3", 1_721_250_000_000, "Between"),
        { id: "b9", title: "Elsewhere" },
      ],
      pinnedPost: whole("b4", 1_721_100_000_000, "Pinned"),
    }),
    options,
  );
  expect(posts.map(({ source, keyEvent }) => [source, keyEvent])).toEqual([
    ["b1", undefined],
    ["b3", true],
    ["b2", true],
    ["b4", undefined],
  ]);
  expect(problems.map(({ message }) => message)).toEqual([
    "Posts that only stand among the key events or pinned: 2",
    "Key events that are in no post of the capture: 1",
  ]);
  expect(named).toEqual(["b9"]);
});
