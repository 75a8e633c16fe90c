/** liveBlogData and postData: JSON that is safe in a script element. */
import { expect, test } from "vitest";
import { liveBlogData, postData } from "../../src/outputs/json-ld.ts";

const hostile = "</script><!--\u2028\u2029<script>";

test("liveBlogData and postData hold no text that ends their element or a line, and lose none of it", () => {
  const post = { id: "p-1", name: hostile, bylines: [{ name: hostile }], images: [`${hostile}.jpg`] };
  const printed = [
    liveBlogData({ title: hostile, language: "en", publisher: hostile }, [post]),
    postData(post, {
      language: "en",
      page: hostile,
      text: hostile,
      images: [{ address: "x.jpg", width: 2, height: 1, alt: hostile, caption: hostile, credit: hostile }],
    }),
  ];
  for (const text of printed) expect(text).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(printed[0]!)).toMatchObject({
    headline: hostile,
    publisher: { name: hostile },
    liveBlogUpdate: [{ headline: hostile, author: [{ name: hostile }], image: `${hostile}.jpg` }],
  });
  expect(JSON.parse(printed[1]!)).toMatchObject({
    articleBody: hostile,
    image: [{ description: hostile, caption: hostile, creditText: hostile }],
    isPartOf: { headline: hostile },
  });
});

test("liveBlogData names posts by their anchors, below the address where there is one", () => {
  const post = { id: "p-1", name: "Gates open", bylines: [], images: [] };
  const page = { title: "River", language: "en" };
  expect(JSON.parse(liveBlogData(page, [post])).liveBlogUpdate).toEqual([
    { "@type": "BlogPosting", "@id": "#p-1", headline: "Gates open" },
  ]);
  const known = JSON.parse(liveBlogData({ ...page, address: "https://example.org/a/river/" }, [post]));
  expect(known["@id"]).toBe("https://example.org/a/river/");
  expect(known.liveBlogUpdate[0]).toMatchObject({
    "@id": "https://example.org/a/river/#p-1",
    url: "https://example.org/a/river/p-1/",
  });
});
