/** From a publisher's id of a post, or an address of the post, to the part that both have in common. */

const ids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/g;

/** The id in a source; undefined where none can be told. */
export const idInSource = (source: string): string | undefined => source.toLowerCase().match(ids)?.at(-1);
