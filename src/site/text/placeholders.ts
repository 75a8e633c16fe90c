/** Marks for what a text cannot know before its page is known. They hold a bare `<`, which no escaped text can. */

/** The way to the site's root. */
export const rootPlaceholder = "<@root>";
/** The way to the pictures of the live page. */
export const galleryPlaceholder = "<@gallery>";
/** How eagerly a picture loads. */
export const loadingPlaceholder = "<@load>";
/** Before the id in a link from a point of the summary to a post that supports it: no id holds a colon. */
export const supportPrefix = "support:";
