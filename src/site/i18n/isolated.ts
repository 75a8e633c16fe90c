/** A title of any script inside a sentence: it does not reorder what stands beside it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
