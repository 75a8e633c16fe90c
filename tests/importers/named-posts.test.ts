import { expect, test } from "vitest";
import { keyOfId, postNamedBy } from "../../src/importers/named-posts.ts";

const uuid = "d0a1b2c3-0000-4000-8000-00000000abcd";

test("postNamedBy finds the id of a post in every address that publishers give it", () => {
  const all = {
    [`?post=asset%3A${uuid}#post`]: `asset:${uuid}`,
    [`/news/live/x?pinned_post_locator=urn:bbc:cps:asset:${uuid}`]: `asset:${uuid}`,
    "?pinned_post_asset_id=5e4fa1c2b3&pinned_post_type=share": "5e4fa1c2b3",
    "?page=with:block-66471c3a8f08aa4b5a0d0001#block-66471c3a8f08aa4b5a0d0001": "block-66471c3a8f08aa4b5a0d0001",
    "#block-66471c3a8f08aa4b5a0d0001": "block-66471c3a8f08aa4b5a0d0001",
    [`https://e.org/live#post-asset:${uuid}`]: `post-asset:${uuid}`,
    "https://e.org/live/103#live-blog-post-17": "live-blog-post-17",
    "https://e.org/live?post-id=cm1abc23": "cm1abc23",
  };
  for (const [address, id] of Object.entries(all)) expect(postNamedBy(address), address).toBe(id);
  for (const address of ["#main", "/news/live/x?page=2", "#comments", "https://e.org/a#post"])
    expect(postNamedBy(address), address).toBeUndefined();
});

test("keyOfId is the same for an id and the address of its post", () => {
  expect(keyOfId(`https://e.org/live#post-asset:${uuid}`)).toBe(keyOfId(`asset:${uuid}`));
  expect(keyOfId("block-66471c3a8f08aa4b5a0d0001")).toBe("66471c3a8f08aa4b5a0d0001");
  expect(keyOfId("https://e.org/live#live-blog-post-17")).toBe(keyOfId("live-blog-post-17"));
});
