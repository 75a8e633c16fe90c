/** Pages that this program built, in each language of its interface: its own words are told from those of the archive. */
import { describe, expect, test } from "vitest";
import { unaccounted } from "../../../src/importers/account/account.ts";
import { builtOpenings, builtPhrases, builtWords } from "../../../src/importers/account/built-words.ts";
import { builtPages } from "../../../src/importers/afterlive/afterlive.ts";
import { mediaKinds } from "../../../src/model/block.ts";
import { inferredParts } from "../../../src/model/live-page.ts";
import { stringsFor } from "../../../src/site/i18n/language.ts";
import oldest from "../../../templates/oldest.11ty.ts";
import pageData from "../../../templates/page-data.11ty.ts";
import { interfaceTags } from "../../site/i18n/interface-tags.ts";
import { everything, siteOf } from "../../site/sample.ts";
import { accounted } from "../accounted.ts";

describe.each(interfaceTags)("builtPhrases in %s", (language) => {
  const strings = stringsFor(language);

  test("are what the interface says", () => {
    const subsets = Array.from({ length: 7 }, (_, index) =>
      inferredParts.filter((_part, place) => ((index + 1) >> place) & 1),
    );
    const said = [
      strings.breaking,
      strings.absentPicture,
      ...mediaKinds.map((kind) => strings.aside(strings.media[kind], strings.absentMedia)),
      strings.original,
      strings.truncated,
      strings.noTime,
      strings.correction,
      ...subsets.map(strings.inferred),
    ];
    expect(said.filter((phrase) => !builtPhrases.includes(phrase))).toEqual([]);
    for (const phrase of said) expect(phrase).toMatch(builtWords);
    expect(builtOpenings).toContain(strings.updated);
  });

  test("are left out where a built page is read again: the same comes back as from an English page", () => {
    for (const template of [oldest, pageData]) expect(readAgain(template, language)).toEqual(readAgain(template, "en"));
    const { posts, page } = readAgain(oldest, language);
    expect(posts.map(({ headline }) => headline)).toEqual(
      everything.posts.toReversed().map(({ headline }) => headline),
    );
    expect(posts.map(({ corrections }) => corrections)).toEqual(
      everything.posts.toReversed().map(({ corrections }) => corrections),
    );
    expect([page.editors, page.publisher]).toEqual([everything.editors, everything.publisher]);
  });
});

test.each([
  ["a page", oldest],
  ["page.json", pageData],
])("a correction of %s that was not written is missed by the account", (_, template) => {
  const text = template.pages(siteOf([everything]).site.pages[0]!)[0]!.print();
  const { posts, page, account, words = text } = builtPages.read(text, { file: "page", zone: "Europe/London" });
  const lost = posts.map(({ corrections: _lost, ...post }) => post);
  expect(lost).not.toEqual(posts);
  const said = unaccounted(words, account, { page, posts: lost }).map(({ message }) => message);
  expect(said.join()).toContain("the correction of post");
});

/** What importing a page of everything gives, built in a language. */
function readAgain(template: typeof oldest, language: string) {
  const site = siteOf([{ ...everything, language }]).site.pages[0]!;
  const { posts, page } = accounted(builtPages, template.pages(site)[0]!.print(), {
    file: "page",
    zone: "Europe/London",
  });
  const { language: _own, ...rest } = page;
  return { posts: JSON.parse(JSON.stringify(posts)) as typeof posts, page: rest };
}
