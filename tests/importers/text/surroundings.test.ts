/** What stands above and below a live page that was copied as text. */
import { describe, expect, test } from "vitest";
import { outline } from "../text-outline.ts";

describe("what stands around the page", () => {
  const body =
    "17:47\nFerry back\nThe ferry is back in the port of Brine with all who were on it.\n\n16:20\nPower out\nThe power is out in most of the streets by the quay.\n\n12:10\nHello\nWelcome to our live page of the storm at sea tonight.\n";
  test.for([
    ["Skip to main content", "Quay Gazette", "Home News Sport", "LIVE", "Storm at sea: ferries cancelled"],
    ["Aller au contenu", "Le Courrier", "S'abonner Se connecter", "EN DIRECT - Tempête : le port est bloqué"],
    ["Zum Inhalt springen", "Menü Suche Anmelden", "Liveticker", "Sturm auf See: Fähren fallen aus"],
    ["Saltar al contenido", "Tormenta en el mar: última hora"],
    ["Skip to content", "Brine Herald", "Storm at sea: ferries cancelled"],
    ["LIVE", "Storm at sea: ferries cancelled"],
  ])("is no title above it: %s", (head) => {
    const title = head.at(-1)!;
    for (const gap of ["\n", "\n\n"]) {
      const text = `${head.join(gap)}\n14 May 2024\n\n${body}`;
      const { page, posts, around } = outline(text);
      expect(page.title).toBe(title);
      expect(posts).toHaveLength(3);
      expect(around).toEqual(head.slice(0, -1));
    }
  });

  test.for([
    ["Storm at sea", "LIVE", "Rolling coverage of the storm"],
    ["Storm News from the quay", "All that we know so far"],
    ["Home", "A house for all who come from the sea"],
  ])("is none of a title that only looks like it: %s", ([title, ...more]) => {
    expect(outline(`${[title, ...more].join("\n")}\n14 May 2024\n\n${body}`).page.title).toBe(title);
  });

  test.for([
    ["Related stories", "How to prepare for a storm", "Contact us Terms Privacy", "© 2025 Quay Gazette"],
    ["More on this story", "How to prepare for a storm"],
    ["Mehr zum Thema", "So schützen Sie Ihr Haus", "Impressum Datenschutz"],
    ["Lire aussi", "Notre dossier sur la pêche", "Mentions légales"],
    ["Copyright 2024 Quay Gazette. All rights reserved."],
    ["Leggi anche", "Il mare", "Note legali"],
  ])("is no text of the last post below it: %s", (foot) => {
    for (const gap of ["\n", "\n\n"]) {
      const text = `Storm at sea: live\n14 May 2024\n\n${body}\n${foot.join(gap)}\n`;
      const { posts, around } = outline(text);
      expect(posts.at(-1)).toBe("2024-05-14T12:10 | Hello | - | Welcome to our live page of the storm at sea tonight.");
      expect(around).toEqual(foot);
    }
  });

  test("has ages of its own, which are times of no posts", () => {
    const foot = [
      "Related stories",
      "How to prepare for a storm",
      "2 hours ago",
      "The sea",
      "3 hours ago",
      "© 2024 Quay Gazette",
    ];
    const { posts, around } = outline(`Storm at sea: live\n14 May 2024\n\n${body}\n${foot.join("\n")}\n`);
    expect(posts).toHaveLength(3);
    expect(around).toEqual(foot);
  });

  test("is cut off below posts that end with their times", () => {
    const text =
      "Storm at sea: live\n14 May 2024\n\nThe ferry is back in the port with all who were on it.\n17:47\n\nThe power is out in most of the streets by the quay.\n16:20\n\nWelcome to our live page of the storm at sea tonight.\n12:10\n\nRelated stories\nHow to prepare for a storm\n";
    expect(outline(text).posts.map((post) => post.slice(11, 44))).toEqual([
      "17:47 | - | - | The ferry is back",
      "16:20 | - | - | The power is out ",
      "12:10 | - | - | Welcome to our li",
    ]);
  });

  test("is no heading in the middle of a text, and none of a post", () => {
    const words =
      "Read more\nA long sentence of the last post goes on below the words, since it is a text like all others here, and ends.";
    const { posts } = outline(
      `Storm at sea: live\n14 May 2024\n\n${body}${words}\n\n09:10\nRelated stories\nAll is quiet.\n`,
    );
    expect(posts[2]).toContain("Read more A long sentence");
    expect(posts[3]).toBe("2024-05-14T09:10 | Related stories | - | All is quiet.");
    expect(outline(`Storm at sea: live\n14 May 2024\n\n${body}${words}\n`).posts[2]).toContain("Read more A long");
  });
});
