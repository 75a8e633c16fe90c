import { describe, expect, test } from "vitest";
import { chooseOnePage } from "../../../src/import/match/one-page.ts";

type Read = Parameters<typeof chooseOnePage>[0][number];

const read = (title: string, source?: string): Read =>
  ({
    file: { file: `folder, ${title}.html`, among: "folder" },
    text: "",
    importer: {},
    reading: { posts: [], page: { title, ...(source !== undefined && { source }) } },
    options: {},
  }) as unknown as Read;

function choose(readings: readonly Read[]): { readonly chosen: readonly Read[]; readonly said: readonly string[] } {
  const said: string[] = [];
  const chosen = chooseOnePage(readings, (line) => void said.push(line));
  return { chosen, said };
}

describe("chooseOnePage", () => {
  test("says that captures of one folder whose titles share no word may be of several live pages, and names two", () => {
    const { chosen, said } = choose([read("Harbour fire: the evening"), read("Budget night")]);
    expect(chosen).toHaveLength(2);
    expect(said).toEqual([expect.stringMatching(/^folder {2}warning: It may hold several live pages/)]);
    expect(said[0]).toContain('"Harbour fire: the evening" (folder, Harbour fire: the evening.html)');
    expect(said[0]).toContain('"Budget night"');
  });

  test("says nothing of parts of one live page, whose titles share words", () => {
    expect(choose([read("Harbour fire: the evening"), read("Harbour fire, page 2")]).said).toEqual([]);
  });

  test("leaves out the captures of another address than that with the most posts", () => {
    const { chosen, said } = choose([read("Fire", "https://a.example/fire"), read("Fire", "https://a.example/flood")]);
    expect(chosen).toHaveLength(1);
    expect(said[0]).toContain("Another live page is in it and was left out");
  });
});
