/** Which of many posts comes first below a line of the window. Only few are measured, and none out of sight is laid out for it. */

/** `posts` from top to bottom, none of them hidden; their number where all begin above. */
export function firstBelow(posts: readonly HTMLElement[], line: number): number {
  const isBelow = (element: Element | null | undefined): boolean => (element?.getBoundingClientRect().top ?? 0) > line;
  let [low, high] = [0, posts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // What holds a post has its place even where the post waits for its layout.
    if (isBelow(posts[middle]?.parentElement)) high = middle;
    else low = middle + 1;
  }
  // The silence before a post may stand above the line.
  return isBelow(posts[low - 1]) ? low - 1 : low;
}
