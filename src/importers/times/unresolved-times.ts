/** From printed times that have no known instant to the first words of their posts, so that nothing is lost. */
import type { FoundPost } from "../../model/live-page.ts";
import type { Account } from "../account/account-span.ts";

export interface Kept {
  readonly posts: readonly FoundPost[];
  readonly account: Account;
}

/** `words` is the text of the account, in which a stamp stands before the other words of its post. */
export function keepUnresolved(posts: readonly FoundPost[], account: Account, words: string): Kept {
  const lines = new Map<number, string>();
  const moved = account.map((span) => {
    if (!("into" in span) || !("post" in span.into) || span.into.field !== "stamp") return span;
    const { post } = span.into;
    if (posts[post] === undefined || posts[post].published !== undefined) return span;
    lines.set(post, words.slice(span.start, span.end));
    return { ...span, into: { post, field: "body" } as const };
  });
  if (lines.size === 0) return { posts, account };
  return {
    posts: posts.map((post, index): FoundPost => {
      const text = lines.get(index);
      return text === undefined
        ? post
        : { ...post, blocks: [{ kind: "paragraph", content: [{ kind: "text", text }] }, ...post.blocks] };
    }),
    account: moved,
  };
}
