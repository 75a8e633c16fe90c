/** What an account is made of: pieces of a capture, each with the place its words went to or the kind of its loss. */
import type { LossKind } from "./losses.ts";

/** Captions, credits and authors are places of their own, since captures print them in another order than we do. */
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

/** Where words were put. `post` counts the posts of the reading from 0. */
export type AccountPlace = { readonly page: PageField } | { readonly post: number; readonly field: PostField };

/** A piece of the capture's text: characters `start` up to, not including, `end`. */
export type Span = { readonly start: number; readonly end: number } & (
  | { readonly into: AccountPlace }
  | { readonly lost: LossKind; readonly of?: AccountPlace }
);

/** In the order of the text, without overlap; every character that is no white space lies in exactly one span. */
export type Account = readonly Span[];

/** A name for a place that is the same for the same place. */
export const placeKey = (place: AccountPlace): string =>
  "page" in place ? `page/${place.page}` : `${place.post}/${place.field}`;
