/** README and docs/: each link within the repository leads to a file and to a heading of it, and README names each page. */
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const repository = path.resolve(import.meta.dirname, "../..");
const textOf = (file: string): string => readFileSync(path.join(repository, file), "utf8");
const pages = ["README.md", "CONTRIBUTING.md", "src/README.md", ...globSync("docs/**/*.md", { cwd: repository })];

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

/** Each link of a page to this repository: what it says, the file that it names, the heading. */
function linksOf(file: string) {
  const text = textOf(file)
    .replace(/```.*?```/gs, "")
    .replace(/`[^`\n]*`/g, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [name = "", anchor] = link.split("#");
      return { link, anchor, target: name === "" ? file : path.join(path.dirname(file), name) };
    });
}

test.each(pages)("%s has no link that leads nowhere", (page) => {
  for (const { link, target, anchor } of linksOf(page)) {
    expect(existsSync(path.join(repository, target)), link).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(target), link).toContain(anchor);
  }
});

test("README's table names each page of docs/", () => {
  const named = linksOf("README.md").map(({ target }) => target);
  for (const page of globSync("docs/*.md", { cwd: repository })) expect(named).toContain(page);
});
