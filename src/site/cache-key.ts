/**
 * Views that know by what they may be told from others. As JSON such a view is only its key, so that the JSON of whatever
 * is made of views tells, in few bytes, whether anything in it has changed.
 */

/** Gives a view its key: two views of one key must print the same, wherever they stand. */
export const keyed = <View extends object>(key: string, view: View): View => toldBy(key, view);

/** The same for a key that is no text: as JSON the view is this value. */
export const toldBy = <View extends object>(told: unknown, view: View): View =>
  Object.defineProperty(view, "toJSON", { value: () => told });

/** The key that a view was given. */
export const keyOf = (view: object): string => (view as { toJSON(): string }).toJSON();

/** Works something out when it is first asked for, once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
