/** What an import hands to the archive, and the plan that it gets back: nothing is written here. */
import type { Change } from "../../base/transaction/transaction.ts";
import type { Instant } from "../../model/instant.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import type { Problem } from "../../model/problem.ts";
import type { Loss, StoredOptions } from "../captures/captures.ts";
import type { Direction } from "./capture-order.ts";

/** One capture as an importer read it. */
export interface ImportRequest {
  /** Without one: the live page that holds this capture, or its address; else made of the title. */
  readonly slug?: string;
  /** Wins over the capture's own title. */
  readonly title?: string;
  readonly found: FoundPage;
  /** In the order of the capture. */
  readonly posts: readonly FoundPost[];
  /** Which way the capture goes; told by its times where it is absent. */
  readonly order?: Direction;
  /** `digest` is the SHA-256 of its bytes, 64 hexadecimal digits. They are kept by `captureChanges`. */
  readonly capture: { readonly name: string; readonly digest: string };
  /** The importer's name. */
  readonly importer: string;
  /** By the importer's name how much its captures hold: what a lower number says never replaces what a higher one said. */
  readonly ranks?: Readonly<Record<string, number>>;
  /** Kept, so that the next import needs none; `url` is the live page's address. */
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
  /** Sentences of this capture that another one words differently, which is newer or of a fuller form: captures/ alone holds them. */
  readonly notTakenOver: readonly string[];
  /** What changed on both sides, field by field; the person's words stay. */
  readonly conflicts: readonly Problem[];
  /** The publisher's ids of all posts of the live page, as it will be. */
  readonly sources: readonly string[];
  /** Files under `captures/revisions/` that get an older wording. */
  readonly revisions: readonly string[];
  /** What of `page.md` happens. */
  readonly page: "created" | "updated" | "kept" | "conflict";
  /** The importer's result, read back from the Markdown that it prints to; posts in the order of the capture. */
  readonly written: { readonly page: FoundPage; readonly posts: readonly FoundPost[] };
}
