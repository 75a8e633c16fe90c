/** What an import gives to the archive, and the plan that it gets back. Nothing is written here. */
import type { Change } from "../../base/transaction/transaction.ts";
import type { Instant } from "../../model/instant.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import type { Problem } from "../../model/problem.ts";
import type { Loss, StoredOptions } from "../captures/captures.ts";
import type { Direction } from "./capture-order.ts";

/** One capture as an importer read it. */
export interface ImportRequest {
  /** If absent: the live page that holds this capture, or its address; else a slug of the title. */
  readonly slug?: string;
  /** Takes precedence over the title of the capture. */
  readonly title?: string;
  readonly found: FoundPage;
  /** In the order of the capture. */
  readonly posts: readonly FoundPost[];
  /** The direction of the capture; if absent, its times tell it. */
  readonly order?: Direction;
  /** `digest` is the SHA-256 of its bytes, 64 hexadecimal digits. They are kept by `captureChanges`. */
  readonly capture: { readonly name: string; readonly digest: string };
  /** The importer's name. */
  readonly importer: string;
  /** By importer: how much its captures hold. A capture with a lower number never replaces the words of one with a higher number. */
  readonly ranks?: Readonly<Record<string, number>>;
  /** Kept for the next import of this live page; `url` is its address. */
  readonly options: StoredOptions;
  readonly captured?: Instant;
  /** IANA name; a live page that exists keeps its own. */
  readonly zone: string;
  readonly language?: string;
  readonly ledger: readonly Loss[];
}

export interface ImportPlan {
  readonly slug: string;
  /** For `commit(root, changes)`; empty where there is nothing to do. */
  readonly changes: readonly Change[];
  /** Ids of posts, in the order of the capture. */
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly kept: readonly string[];
  /** Posts of this capture whose files a person deleted: not created again. */
  readonly declined: readonly string[];
  /** Sentences of this capture that a newer capture, or one of a fuller form, words differently: only captures/ holds them. */
  readonly notTakenOver: readonly string[];
  /** One problem for each field that changed on both sides; the person's words stay. */
  readonly conflicts: readonly Problem[];
  /** The publisher's ids of all posts that the live page will have. */
  readonly sources: readonly string[];
  /** Files under `captures/revisions/` that get an older wording. */
  readonly revisions: readonly string[];
  /** What happens to `page.md`. */
  readonly page: "created" | "updated" | "kept" | "conflict";
  /** The importer's result, read back from the Markdown that it prints to; posts in the order of the capture. */
  readonly written: { readonly page: FoundPage; readonly posts: readonly FoundPost[] };
}
