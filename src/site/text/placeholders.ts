/** Placeholders in a text for what its page decides. They hold a bare `<`, which no escaped text can hold. */

/** The way to the site's root. */
export const rootPlaceholder = "<@root>";
/** The way to the gallery of the live page. */
export const galleryPlaceholder = "<@gallery>";
/** The attribute that says how a picture loads. */
export const loadingPlaceholder = "<@load>";
/** Stands before the id in a link from the summary to a post that supports a point; no id holds a colon. */
export const supportPrefix = "support:";
