/** Finds the first post below a line of the window by binary search, so that few posts are measured. */

/** `posts`: from top to bottom, none hidden. `line`: pixels from the top of the window. Gives the number of posts where all begin above it. */
export function firstBelow(posts: readonly HTMLElement[], line: number): number {
  const isBelow = (element: Element | null | undefined): boolean => (element?.getBoundingClientRect().top ?? 0) > line;
  let [low, high] = [0, posts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // The element around a post has its place before the post itself is laid out.
    if (isBelow(posts[middle]?.parentElement)) high = middle;
    else low = middle + 1;
  }
  // The note on a silence before the post may begin above the line.
  return isBelow(posts[low - 1]) ? low - 1 : low;
}
