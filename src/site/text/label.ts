/** From a post to the words of its label. */
import type { Strings } from "../i18n/strings.ts";
import type { PostView } from "../views/post.ts";

/** Undefined where it only says once more that the post is breaking. */
export function labelOf(
  { label, breaking }: Pick<PostView, "label" | "breaking">,
  strings: Strings,
): string | undefined {
  const isSaid = breaking && label?.trim().toLowerCase() === strings.breaking.toLowerCase();
  return isSaid ? undefined : label;
}
