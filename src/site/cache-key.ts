/**
 * Gives views the keys by which a build compares them. As JSON such a view is its key alone, so that the JSON of a value
 * made of views is short, and equal exactly where everything in it prints the same.
 */
import { sha256 } from "../base/digest.ts";

/** A key for a value: the beginning of the SHA-256 of its JSON, 24 hexadecimal digits. */
export const digestKey = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 24);

/** Gives a view its key, any JSON value. Two views with one key must print the same wherever they stand. */
export const withCacheKey = <View extends object>(key: unknown, view: View): View =>
  Object.defineProperty(view, "toJSON", { value: () => key });

/** The key of a view whose key is a text. */
export const cacheKeyOf = (view: object): string => (view as { toJSON(): string }).toJSON();
