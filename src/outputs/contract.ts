/** What is given out of a live page, or of the archive, in another form than a page; and what such a form is. */
import type { Byline, Gaps } from "../model/live-page.ts";

/** A post as other forms tell it. Times are ISO 8601 with an offset. */
export interface OutputPost {
  /** Its anchor in its live page. */
  readonly id: string;
  /** Of its own page, from the site's root: `state-visit/p-1/index.html`. */
  readonly path: string;
  /** Of its live page: BCP 47, and the direction it is written in. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Its headline, or its first words. */
  readonly name: string;
  readonly headline?: string;
  readonly label?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly bylines: readonly Byline[];
  /** Plain, a line for each block. */
  readonly text: () => string;
  /** With addresses as the file beside the page needs them, absolute where the archive has an address. */
  readonly html: () => string;
}

/** A live page as tables of the archive tell it: where it comes from. Times are ISO 8601 with an offset. */
export interface OutputPage {
  /** From the site's root: `state-visit/`. */
  readonly folder: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA name: the zone its times are told in. */
  readonly zone: string;
  readonly publisher?: string;
  /** Where it was published. */
  readonly source?: string;
  readonly rights?: string;
  /** How many. */
  readonly posts: number;
  /** When its first post and its last were published. */
  readonly first?: string;
  readonly last?: string;
  readonly lacks: Lacks;
  /** In the order in which they were imported first. */
  readonly captures: readonly OutputCapture[];
}

/** What is not whole in a live page, by number. */
export interface Lacks {
  /** Posts without a time; posts of whose time a part was inferred; posts inside which the capture ends. */
  readonly times: number;
  readonly inferred: number;
  readonly ends: number;
  /** Figures whose picture the archive does not hold. */
  readonly pictures: number;
  /** As `Gaps`, the time as text; absent where nothing is known to be missing. */
  readonly missing?: Omit<Gaps, "began"> & { readonly began?: string };
}

export interface OutputCapture {
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly digest: string;
  /** The name of the importer that read it. */
  readonly importer: string;
  /** When it was made. */
  readonly captured?: string;
}

/** A live page or the archive, as the head of another form names it. */
export interface Publication {
  readonly title: string;
  readonly language: string;
  /** Who wrote what no post is signed for. */
  readonly author: string;
  readonly rights?: string;
  /** The public address of the site's root, ending in "/". */
  readonly site?: string;
  /** Of the form's file, from the site's root: `state-visit/`, or "" for the archive. */
  readonly folder: string;
  /** When it was captured: for what has no other time. */
  readonly captured?: string;
  /** Search engines are asked to leave it out. */
  readonly noindex: boolean;
}

interface FormName {
  /** What people call it: "Atom". */
  readonly name: string;
  /** The file's name. */
  readonly file: string;
  /** Its media type. */
  readonly type: string;
  /** `feed`: pages name it in their heads. `download`: the live page links to it. `robots`: no reader is shown it. */
  readonly use: "feed" | "download" | "robots";
  /** Of what it is made. */
  readonly of: readonly ("live page" | "archive")[];
  /** Whether there is one of this publication; always, where it is absent. */
  readonly given?: (publication: Publication) => boolean;
}

/** Told of posts, newest first. */
export interface PostsForm extends FormName {
  readonly from: "posts";
  /** How many of the newest; all where it is absent. */
  readonly most?: number;
  readonly print: (publication: Publication, posts: readonly OutputPost[]) => string;
}

/** Told of nothing: it is about another form. */
export interface BareForm extends FormName {
  readonly from: "nothing";
  readonly print: (publication: Publication) => string;
}

/** A page that has an address of its own. */
export interface SitemapUrl {
  /** From the site's root. */
  readonly path: string;
  /** When it was last changed; absent where it is not known. */
  readonly changed?: string;
}

/** Told of pages; a long one is divided into files as `dividing.ts` says. */
export interface UrlsForm extends FormName {
  readonly from: "places";
  readonly print: (publication: Publication, places: readonly SitemapUrl[]) => string;
}

/** Told of the paths of sitemaps; divided likewise. */
export interface SitemapsForm extends FormName {
  readonly from: "sitemaps";
  readonly print: (publication: Publication, paths: readonly string[]) => string;
}

/** Told of the paths of the archive's indexes of sitemaps, none where it has no sitemaps. */
export interface IndexesForm extends FormName {
  readonly from: "indexes";
  readonly print: (publication: Publication, paths: readonly string[]) => string;
}

/** Told of all live pages, newest first. */
export interface PagesForm extends FormName {
  readonly from: "pages";
  readonly print: (publication: Publication, pages: readonly OutputPage[]) => string;
}

export type OutputForm = PostsForm | PagesForm | BareForm | UrlsForm | SitemapsForm | IndexesForm;
