/** Posts that a page shows twice, such as one that is pinned to its top. */
import { elementsIn, findAll, parentOf } from "./html-dom.ts";
import { type Element, wordsOf } from "./html-inline.ts";
import { hasName, isCalled } from "./html-names.ts";
import { timeTold } from "./html-times.ts";

/** A post that is pinned to the top of a page may stand in its place as well: the copy is left out. */
export function withoutCopies(
  posts: readonly Element[],
  say: (message: string, hint: string) => void,
): readonly Element[] {
  const kept = new Map<string, Element>();
  let copies = 0;
  for (const post of posts) {
    const words = findAll(post, ({ tagName }) => /^(?:h[1-6]|p|li)$/.test(tagName)).map((one) =>
      wordsOf([one]).replace(/\s+/g, ""),
    );
    const key = [timeOf(post), ...words].join("\n");
    const before = key.length < 30 ? undefined : kept.get(key);
    if (before === undefined) kept.set(key.length < 30 ? `${key} ${kept.size}` : key, post);
    else {
      copies += 1;
      // The copy stands above; where both are alike, the first is the copy.
      if (!isPinned(post)) kept.set(key, post);
    }
  }
  if (copies > 0)
    say(
      `Copies of posts, such as pinned ones, were left out: ${copies}`,
      "Nothing is to be done: each post is there once",
    );
  const left = new Set(kept.values());
  return posts.filter((post) => left.has(post));
}

function timeOf(post: Element): string {
  for (const one of [post, ...elementsIn(post)]) {
    const { machine } = timeTold(one) ?? {};
    if (machine !== undefined) return machine;
  }
  return "";
}

function isPinned(post: Element): boolean {
  for (let one: Element | undefined = post; one !== undefined; one = parentOf(one))
    if (isCalled(one, / pinned /) || hasName(one, /^pinned/i)) return true;
  return false;
}
