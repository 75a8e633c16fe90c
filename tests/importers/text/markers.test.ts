/** Which lines of a copied live page are the times of its posts. */
import { describe, expect, test } from "vitest";
import { outline } from "../text-outline.ts";

describe("findMarks", () => {
  test.for([
    ["alone", "18h22\nAccord\n", "16h\nReprise\n", "15h02\nDébut\n", "6h30\nBonjour\n"],
    ["before the first words", "18h22 : Accord. ", "16h : Reprise. ", "15h02 : Début. ", "6h30 : Bonjour. "],
  ])("reads a whole hour that stands %s among times in its spelling, and none in a sentence", ([, ...heads]) => {
    const bodies = [
      "Les marins ont obtenu ce qu'ils demandaient depuis des mois.",
      "La réunion doit durer jusqu'à 17h, après une pause de\n2h\nsur le quai, dit le maire.",
      "Elle a parlé pendant 3h devant la halle, puis elle est sortie.",
      "Bienvenue dans ce direct de la grève, qui commence à 7h ce matin.",
    ];
    const { posts } = outline(
      `Direct du port\n7 mars 2024\n\n${heads.map((head, index) => `${head}${bodies[index]}`).join("\n\n")}\n`,
    );
    expect(posts.map((post) => post.slice(0, 16))).toEqual([
      "2024-03-07T18:22",
      "2024-03-07T16:00",
      "2024-03-07T15:02",
      "2024-03-07T06:30",
    ]);
  });

  test("takes whole hours for no times where no other time is spelled so", () => {
    const { posts } = outline(
      "Direct du port\n7 mars 2024\n\n18:22\nAccord\nLes marins ont obtenu ce qu'ils demandaient.\n\n16:40\nDurée de la grève\n\n16h\n\nElle a été longue, dit le maire de la ville.\n\n15:02\nDébut\nLa réunion a commencé avec les marins du port.\n",
    );
    expect(posts).toHaveLength(3);
    expect(posts[1]).toContain("Durée de la grève | - | 16h Elle a été longue");
  });

  test.for([
    ["a blank", " ", ""],
    ["a tab", "\t", ""],
    ["a dash", " - ", ""],
    ["a bracket", "] ", "["],
  ])("finds times before posts of a line each, right below one another, with %s behind them", ([, mark, open]) => {
    const said = [
      "Adjourned. Good night.",
      "Vote: 5-4 for the pier.",
      "Ann Reed speaks.",
      "Doors open.",
      "Good evening!",
    ];
    const posts = ["21:58", "21:40", "20:15", "19:31", "19:00"].map(
      (time, index) => `${open}${time}${mark}${said[index]}`,
    );
    for (const gap of ["\n", "\n\n"]) {
      const read = outline(`Council of Brine live\n13 May 2024\n\n${posts.join(gap)}\n`).posts;
      expect(read.map((post) => post.slice(0, 16))).toEqual(
        ["21:58", "21:40", "20:15", "19:31", "19:00"].map((time) => `2024-05-13T${time}`),
      );
      expect(read.map((post) => post.split(" | ")[3])).toEqual(said);
    }
    const wrapped = posts.join("\n").replace("Good night.", "\nGood night.");
    expect(outline(`Council of Brine live\n13 May 2024\n\n${wrapped}\n`).posts).toHaveLength(5);
  });
});
