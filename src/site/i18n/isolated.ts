/** A title of any script inside a sentence, in bidirectional isolates (UAX #9): it does not reorder the words around it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
