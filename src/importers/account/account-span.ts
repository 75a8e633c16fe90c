/** The types of an account: spans of a capture, each with the place of its words or the kind of its loss. */
import type { LossKind } from "./losses.ts";

/** Captions, credits and authors are places of their own: captures print them in another order than we do. */
export type PageField = "title" | "panel" | "editors" | "summary" | "caption" | "credit" | "author";
export type PostField =
  | "headline"
  | "label"
  | "stamp"
  | "clock"
  | "breaking"
  | "subheadline"
  | "context"
  | "byline"
  | "correction"
  | "body"
  | "caption"
  | "credit"
  | "author";

/** Where words went. `post` counts the posts of the reading from 0. */
export type AccountPlace = { readonly page: PageField } | { readonly post: number; readonly field: PostField };

/** A piece of the capture's text, from character `start` up to `end`, without the character at `end`. */
export type Span = { readonly start: number; readonly end: number } & (
  | { readonly into: AccountPlace }
  | { readonly lost: LossKind; readonly of?: AccountPlace }
);

/** In the order of the text, without overlap. Every character that is not white space lies in exactly one span. */
export type Account = readonly Span[];

/** The key of a place: equal for equal places. */
export const placeKey = (place: AccountPlace): string =>
  "page" in place ? `page/${place.page}` : `${place.post}/${place.field}`;
