/** Text copied from live pages of newsrooms that never were, in several languages, as browsers copy it. */
import { describe, expect, test } from "vitest";
import { liveText } from "../../../src/importers/live-text/live-text.ts";
import { importerFor } from "../../../src/importers/registry.ts";
import { printInstant } from "../../../src/model/instant.ts";
import { accounted } from "../accounted.ts";
import { textOptions as options, outline } from "../text-outline.ts";

describe("liveText", () => {
  test("reads an English page whose times stand before the first words, and whose day above all", () => {
    const { page, posts, lost } = outline(
      'Harbour crisis: live updates\n\nWednesday, 26 October 2011\n\n10.33am: The mission in the harbour should go on until the end of the year, the mayor has told a meeting.\n\n"We look forward to it," he told reporters.\n\n10.15am: A broadcaster has shown pictures of the new pier.\n\n9.40am: The league should demand that inspectors be let onto the pier.\n',
    );
    expect(page).toEqual({ title: "Harbour crisis: live updates", editors: [], panel: [] });
    expect(posts).toEqual([
      '2011-10-26T10:33 | - | - | The mission in the harbour should go on until the end of the year, the mayor has told a meeting. "We look forward to it," he told reporters.',
      "2011-10-26T10:15 | - | - | A broadcaster has shown pictures of the new pier.",
      "2011-10-26T09:40 | - | - | The league should demand that inspectors be let onto the pier.",
    ]);
    expect(lost).toEqual(new Set(["day line", "time mark"]));
  });

  test("reads a German page without blank lines, with its menu, points, authors and buttons", () => {
    const { page, posts, lost } = outline(
      [
        "Zum Inhalt springen\nStartseite\nPolitik\nSport",
        "Hafenfest Halden: Alle Entwicklungen im Liveticker\nVon Anna Berg und Bo Lund\n17. Mai 2024, 14:31 Uhr",
        "Das Wichtigste in Kürze\nDer Wind dreht nach Westen.\nAcht Boote sind am Start.",
        "14:05 Uhr\nErste Boote im Ziel\nAnna Berg\nDie ersten Boote haben das Ziel erreicht. Der Jubel am Kai ist groß.",
        "Teilen\nFacebook\nLink kopieren",
        "13:48 Uhr\nWende an der Boje\nBo Lund\nDas Feld hat die Boje umrundet.\nTeilen",
        "13:20 Uhr\nStart verschoben\nAnna Berg\nWegen des Windes wird der Start um 20 Minuten verschoben.\nTeilen",
      ].join("\n"),
    );
    expect(page).toMatchObject({
      title: "Hafenfest Halden: Alle Entwicklungen im Liveticker",
      editors: ["Anna Berg", "Bo Lund"],
      panel: ["17. Mai 2024, 14:31 Uhr"],
      summary: [{ kind: "paragraph" }, { kind: "paragraph" }],
    });
    expect(posts).toEqual([
      "2024-05-17T14:05 | Erste Boote im Ziel | Anna Berg | Die ersten Boote haben das Ziel erreicht. Der Jubel am Kai ist groß.",
      "2024-05-17T13:48 | Wende an der Boje | Bo Lund | Das Feld hat die Boje umrundet.",
      "2024-05-17T13:20 | Start verschoben | Anna Berg | Wegen des Windes wird der Start um 20 Minuten verschoben.",
    ]);
    expect(lost).toContain("around the page");
  });

  test("reads a French page with points, names behind a word, and a headline in quotation marks", () => {
    const { page, posts } = outline(
      "Fête du port : suivez la journée en direct\n\nL'essentiel\n\n- Huit équipages au départ\n- Le vent tourne à l'ouest\n\n16h12\nLe vent tombe\n\nLes bateaux sont presque à l'arrêt au milieu du port.\n\nPartager\n\n15h47\n« Nous sommes prêts »\n\nPar Ada Brun\n\nLe capitaine a parlé aux journalistes ce matin.\n\nPartager\n\n15h02\nBonjour à tous\n\nBienvenue dans ce direct.\n",
    );
    expect(page.summary).toMatchObject([{ kind: "list", items: [[{}], [{}]] }]);
    expect(posts).toEqual([
      "2024-05-18T16:12 | Le vent tombe | - | Les bateaux sont presque à l'arrêt au milieu du port.",
      "2024-05-18T15:47 | « Nous sommes prêts » | Ada Brun | Le capitaine a parlé aux journalistes ce matin.",
      "2024-05-18T15:02 | Bonjour à tous | - | Bienvenue dans ce direct.",
    ]);
  });

  test("reads a Spanish page that only says how long ago its posts were, and says that these times are worked out", () => {
    const text =
      "Fiesta del puerto: última hora en directo\n\nhace 5 minutos\nLa regata termina con victoria local\nEl equipo de Halden gana por tres barcos. La gente celebra en el muelle.\n\nhace 40 minutos\nCambia el viento\nEl viento gira al oeste y los barcos cambian de rumbo.\n\nhace 2 horas\nEmpieza la regata\nOcho barcos toman la salida a las 10:15 de la mañana.\n";
    const { posts, problems } = outline(text);
    expect(posts.map((post) => post.slice(0, 40))).toEqual([
      "2024-05-18T16:55 | La regata termina con",
      "2024-05-18T16:20 | Cambia el viento | - ",
      "2024-05-18T15:00 | Empieza la regata | -",
    ]);
    expect(problems).toEqual([expect.stringContaining("worked out from the time of the capture")]);
    const reading = liveText.read(text, { file: "page.txt", zone: "Europe/London" });
    expect(reading.problems).toMatchObject([{ severity: "error", hint: expect.stringContaining("--captured") }]);
    expect(liveText.read(text, options).posts.map(({ inferred }) => inferred.length)).toEqual([3, 3, 3]);
  });

  test("reads Arabic and Hebrew pages, without the marks of direction around their times", () => {
    const arabic = outline(
      "مهرجان الميناء: تغطية مباشرة\n\nأبرز التطورات\n\n• ثمانية قوارب في السباق\n• الرياح تتجه غربا\n\n\u200f14:05\u200f\n\nوصول القوارب الأولى\n\nوصلت القوارب الأولى إلى خط النهاية وسط فرحة كبيرة على الرصيف.\n\nمشاركة\n\n\u200f13:40\u200f\n\nالرياح تغير اتجاهها\n\nتغير اتجاه الرياح نحو الغرب، والقوارب تعدل مسارها الآن.\n\nمشاركة\n\n\u200f13:15\u200f\n\nبداية السباق\n\nبدأ السباق بعد تأخير قصير بسبب الرياح القوية في الميناء.\n\nمشاركة\n",
    );
    expect(arabic.posts).toEqual([
      "2024-05-18T14:05 | وصول القوارب الأولى | - | وصلت القوارب الأولى إلى خط النهاية وسط فرحة كبيرة على الرصيف.",
      "2024-05-18T13:40 | الرياح تغير اتجاهها | - | تغير اتجاه الرياح نحو الغرب، والقوارب تعدل مسارها الآن.",
      "2024-05-18T13:15 | بداية السباق | - | بدأ السباق بعد تأخير قصير بسبب الرياح القوية في الميناء.",
    ]);
    expect(arabic.page.summary).toHaveLength(1);
    expect(arabic.lost).toContain("invisible character");
    const hebrew = outline(
      "פסטיבל הנמל: עדכונים שוטפים\n\n17 במאי 2024\n\n14:05 | הסירות הראשונות הגיעו\nהסירות הראשונות הגיעו לקו הסיום אחרי שעה.\n\n13:40 | הרוח משתנה\nהרוח פונה מערבה, והסירות משנות כיוון.\n\n13:15 | המרוץ התחיל\nהמרוץ התחיל באיחור קצר בגלל הרוח.\n",
    );
    expect(hebrew.posts.map((post) => post.slice(0, 24))).toEqual([
      "2024-05-17T14:05 | הסירו",
      "2024-05-17T13:40 | הרוח ",
      "2024-05-17T13:15 | המרוץ",
    ]);
  });

  test("reads names above full dates, and an empty line between", () => {
    const { posts, page } = outline(
      "Harbor Festival Live Updates: Crews Race as Wind Turns\n\nBy Ann Bell and Bo Carr\nUpdated May 17, 2024, 4:32 p.m. ET\n\nHere's what you need to know\n\nThe wind has turned west, and crews are changing course.\n\nAnn Bell\nMay 17, 2024, 4:15 p.m. ET\n\nThe first boats have crossed the line to loud cheers on the quay.\n\nBo Carr\nMay 17, 2024, 3:58 p.m. ET\n\nThe mayor, who opened the festival, says she is proud of the crews.\n\nAnn Bell\nMay 17, 2024, 3:20 p.m. ET\n\nThe race has started after a short delay because of the wind.\n",
    );
    expect(page).toMatchObject({ editors: ["Ann Bell", "Bo Carr"], panel: ["Updated May 17, 2024, 4:32 p.m. ET"] });
    expect(posts).toEqual([
      "2024-05-17T16:15 | - | Ann Bell | The first boats have crossed the line to loud cheers on the quay.",
      "2024-05-17T15:58 | - | Bo Carr | The mayor, who opened the festival, says she is proud of the crews.",
      "2024-05-17T15:20 | - | Ann Bell | The race has started after a short delay because of the wind.",
    ]);
  });

  test("reads times in pairs, notes of changes, and a list of events that are no posts", () => {
    const text =
      'Harbour festival: crews race as wind turns – as it happened\n\nUpdated 1h ago\nFri 17 May 2024 16.31 BST\n\nKey events\n4h ago\nFirst boats cross the line\n5h ago\nStart delayed\n\n2h ago\n14.05 BST\n\nFirst boats cross the line\nThe first boats have crossed the line. "We are proud," the mayor said.\n\nShare\nUpdated at 14.21 BST\n\n3h ago\n13.40 BST\n\nThe wind has turned west, and the crews are changing their course now.\n\nShare\n\n4h ago\n13.15 BST\n\nStart delayed\nThe start was delayed by the wind. The umpires look at the sky.\n\nShare\n';
    expect(outline(text).posts).toEqual([
      '2024-05-17T14:05 | First boats cross the line | - | The first boats have crossed the line. "We are proud," the mayor said.',
      "2024-05-17T13:40 | - | - | The wind has turned west, and the crews are changing their course now.",
      "2024-05-17T13:15 | Start delayed | - | The start was delayed by the wind. The umpires look at the sky.",
    ]);
    const [first] = liveText.read(text, options).posts;
    expect(printInstant(first!.updated!)).toBe("2024-05-17T14:21:00+01:00");
  });

  test.for([
    { above: "Saturday 18 May 2024", below: "Friday 17 May 2024" },
    { above: "Today", below: "Yesterday" },
  ])("takes the days of posts from the lines $above and $below", ({ above, below }) => {
    const { posts } = outline(
      `Harbour festival live\n\n${above}\n\n09:10\nThe crews are back on the water this morning for the second day.\n\n08:30\nGood morning from the quay, where the sun is out at last.\n\n${below}\n\n21:40\nThat is all for today. Thank you for reading along with us.\n\n20:15\nThe lanterns are lit, and the harbour glows in the evening.\n`,
    );
    expect(posts.map((post) => post.slice(0, 16))).toEqual([
      "2024-05-18T09:10",
      "2024-05-18T08:30",
      "2024-05-17T21:40",
      "2024-05-17T20:15",
    ]);
  });

  test("takes posts above the first day's line for those of the next day, and says that this is inferred", () => {
    const text =
      "Harbour festival live\n\n15:10\nThe crews are back on the water for the second day.\n\n14:30\nGood morning from the quay, where the sun is out at last.\n\nFriday 17 May 2024\n\n14:20\nThat is all for today. Thank you for reading along with us.\n\n13:15\nThe lanterns are lit, and the harbour glows in the evening.\n";
    const { posts } = accounted(liveText, text, { file: "page.txt", zone: "Europe/London" });
    expect(
      posts.map(({ published, inferred }) => `${printInstant(published!).slice(0, 16)} ${[...inferred].sort()}`),
    ).toEqual([
      "2024-05-18T15:10 date,zone",
      "2024-05-18T14:30 date,zone",
      "2024-05-17T14:20 zone",
      "2024-05-17T13:15 zone",
    ]);
  });

  test("keeps words that look like furniture in a sentence, and a list of times in a post", () => {
    const { posts } = outline(
      "Harbour festival live\n\n10:32\nThe programme of the day, as the mayor reads it out:\n\n15:00 Halden and Brine\n17:30 Quay and Fenwick\n\nShare this with your friends, she says.\n\n10:20\nThe mayor is on her way to the quay, we hear.\n\n10:05\nGood morning from the quay, where the sun is out.\n",
    );
    expect(posts).toHaveLength(3);
    expect(posts[0]).toContain("15:00 Halden and Brine 17:30 Quay and Fenwick Share this with your friends, she says.");
  });

  test.for([
    "Monday 13 May 2024 Ann Reed at the town hall",
    "Published on 13 May 2024 by the council desk",
    "13. Mai 2024 – Aus dem Rathaus",
  ])("takes the day of posts from a line of the head that says more: %s", (line) => {
    const { posts } = outline(
      `Council of Brine live\n${line}\n\n21:58 - Adjourned after a long evening.\n21:40 - The vote is five to four for the pier.\n20:15 - Ann Reed speaks about the pier.\n`,
    );
    expect(posts.map((post) => post.slice(0, 16))).toEqual([
      "2024-05-13T21:58",
      "2024-05-13T21:40",
      "2024-05-13T20:15",
    ]);
  });

  test("takes posts that stand twice once, and no others", () => {
    const post = (time: string, words: string) => `${time}\nTea\n${words}\n\n`;
    const one = "The crews drink tea, and the umpires look at the sky.";
    const { posts } = outline(
      `Harbour festival live\n\n${post("15:30", one)}${post("15:20", one)}${post("15:20", one)}${post("15:20", "Other words, which are long enough to be a sentence.")}`,
    );
    expect(posts.map((post) => post.slice(11, 16))).toEqual(["15:30", "15:20", "15:20"]);
  });
});

describe("importerFor", () => {
  test.for([
    [
      "prose that tells times",
      "A day at the harbour\n\nAt 10:32 the ferry left the quay. We were late.\n\nAt 11:15 the wind turned, and the crews went home. It was the best day of the year.\n\nThe train home left at 14:05.\n",
    ],
    [
      "a timetable",
      "Ferry times\n\n06:00 Halden to Brine\n07:15 Halden to Brine\n08:30 Halden to Brine\n09:45 Halden to Quay\n",
    ],
    [
      "a programme",
      "Tonight on Harbour TV\n\n18:00 News\nThe headlines of the day, with Ann Bell and the weather for the weekend.\n18:30 The Quay\nA new family moves in, and nobody is pleased with the noise they make.\n19:30 Sea stories\nBo Carr meets the last lighthouse keeper of the northern islands.\n20:00 Film: The Ferry\nA captain loses his way home in the fog and finds a new one.\n22:05 Late news\n",
    ],
    ["code", '// 10:32\nconst a = "10:32";\nfunction b() {\n  return "11:02";\n}\nexport { a };\n'],
    ["a table", "time,name,value\n10:32,Halden,12.5\n10:33,Halden,12.6\n10:34,Brine,12.1\n10:35,Brine,11.9\n"],
    [
      "a log",
      "2024-05-17 10:32:05 INFO started the server on port 8080 with eight workers\n2024-05-17 10:32:06 INFO listening for requests from the harbour office now.\n2024-05-17 10:33:01 WARN slow request took more than nine seconds to answer.\n",
    ],
    [
      "two messages",
      "10:32 Ann: Are you coming to the harbour today? I am already here.\n10:35 Bo: Yes, I will be there in about ten minutes, wait for me.\n",
    ],
    ["an agenda", "Agenda\n\n10:00 Welcome\n10:15 Budget\n11:00 Coffee\n11:30 Any other business\n"],
    [
      "subtitles",
      "1\n00:00:01,000 --> 00:00:04,000\nThe ferry has left the quay this morning.\n\n2\n00:00:05,000 --> 00:00:09,000\nThe wind has turned west.\n\n3\n00:00:10,000 --> 00:00:12,000\nThe crews go home.\n",
    ],
    ["a letter", "Dear Ann,\n\nThank you for the pictures of the harbour. We will come in May.\n\nBo\n"],
    ["nothing", ""],
  ])("takes %s for no live page", ([, text]) => {
    expect(importerFor(text!)).toBeUndefined();
  });

  test("leaves the BBC's text to its own importer", () => {
    const text =
      "Harbour festival\n\nOnepublished at 10:20 GMT 6 February 2024\n10:20 GMT 6 February 2024\n\nThe first boats have crossed the line.\n\nTwopublished at 10:10 GMT 6 February 2024\n10:10 GMT 6 February 2024\n\nThe wind has turned.\n\nThreepublished at 10:05 GMT 6 February 2024\n10:05 GMT 6 February 2024\n\nGood morning.\n";
    expect(importerFor(text)?.name).toBe("bbc-text");
  });

  test("does not take a sentence that ends with a time, or a summary with a numbered list, for the BBC's", () => {
    const text = `Harbour festival live\n\nSummary\n\n  1. Eight crews race\n  2. The wind turns\n\n${["10:32", "10:21", "10:05"].map((time) => `${time}\nThe notice was published at 10:00 on the quay, and the crews have read it.\n\n`).join("")}`;
    expect(importerFor(text)?.name).toBe("live-text");
  });
});

test("A time alone on its line begins a post of its own among posts whose times stand before their headlines", () => {
  const { posts } = outline(
    "Harbour live\n\n10:33 Ferry leaves\n\nThe ferry has left the north pier.\n\n10:33\n\nThe band plays an old song on the quay.\n\n9:40 Good morning\n\nIt is mild with a light breeze.\n\n9:10 The gates\n\nThe gates are open to all.\n",
  );
  expect(posts.map((post) => post.slice(11, 34))).toEqual([
    "10:33 | Ferry leaves | ",
    "10:33 | - | - | The ban",
    "09:40 | Good morning | ",
    "09:10 | The gates | - |",
  ]);
});

test("Signs around a time say nothing, and the day of a page that says when it stands is its day", () => {
  const { posts } = outline(
    "Hafen-Ticker\n\nStand: 26.10.2011, 10:40 Uhr\n\n+++ 10:33 Uhr: Fähre legt ab +++\n\nDie Fähre hat den Nordpier verlassen.\n\n+++ 10:15 Uhr: Pier geöffnet +++\n\nEin Sender zeigte Bilder vom neuen Pier.\n\n+++ 9:40 Uhr +++\n\nAm Hafen ist es mild, und eine Blaskapelle spielt.\n",
  );
  expect(posts).toEqual([
    "2011-10-26T10:33 | Fähre legt ab | - | Die Fähre hat den Nordpier verlassen.",
    "2011-10-26T10:15 | Pier geöffnet | - | Ein Sender zeigte Bilder vom neuen Pier.",
    "2011-10-26T09:40 | - | - | Am Hafen ist es mild, und eine Blaskapelle spielt.",
  ]);
});

test("Three posts of two nights, below the lines of their days, are a live page", () => {
  const { posts } = outline(
    "Harbour live\n\nWednesday 26 October 2011\n\n11:58 PM\nLate ferry\nThe late ferry has left the pier.\n\nThursday 27 October 2011\n\n12:04 AM\nLater ferry\nThe later ferry has left the pier.\n\n7:15 AM\nMorning\nThe pier is open to all.\n",
  );
  expect(posts.map((post) => post.slice(0, 16))).toEqual(["2011-10-26T23:58", "2011-10-27T00:04", "2011-10-27T07:15"]);
});

test("A name that stands once above a time is a byline, where names stand above most times", () => {
  const post = (name: string, time: string, headline: string) =>
    `${name}\n${time} BST\n\n${headline}\n\nThe ferry has left the north pier with two tugs.\n`;
  const { posts } = outline(
    `Harbour live\n\n26 October 2011\n\n${[post("Ada Brook", "10:33", "One goes"), post("Bo Carr", "10:15", "Two go"), post("Ada Brook", "09:40", "Three go")].join("\nShare\n\n")}`,
  );
  expect(posts.map((one) => one.split(" | ").slice(1, 3))).toEqual([
    ["One goes", "Ada Brook"],
    ["Two go", "Bo Carr"],
    ["Three go", "Ada Brook"],
  ]);
});

test("The title of a second page that was pasted below the first is no word of a post, and a post that stands on both is one", () => {
  const post = (time: string, headline: string) =>
    `${time}\n${headline}\nThe ferry has left the north pier with two tugs.\n`;
  const head = "Harbour live\n\n16 May 2024\n\n";
  const { posts } = outline(
    `${head}${post("19:15", "One goes")}\n${post("18:45", "Two go")}\n${head}${post("18:45", "Two go")}\n${post("18:30", "Three go")}`,
  );
  expect(posts.map((one) => one.replace("The ferry has left the north pier with two tugs.", "."))).toEqual([
    "2024-05-16T19:15 | One goes | - | .",
    "2024-05-16T18:45 | Two go | - | .",
    "2024-05-16T18:30 | Three go | - | .",
  ]);
});
