/** The contract of outputs: turn a live page, or the archive, into a file that is no page. Outputs are pure. */
import type { Byline, Gaps } from "../model/live-page.ts";

/** A post as outputs get it. Times are ISO 8601 with an offset. */
export interface OutputPost {
  /** Its anchor in its live page. */
  readonly id: string;
  /** Its own page, from the site's root: `state-visit/p-1/index.html`. */
  readonly path: string;
  /** The language of its live page (BCP 47), and the direction of that language. */
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
  /** Its addresses are absolute where the archive has an address, else relative to the folder of the live page. */
  readonly html: () => string;
}

/** A live page as outputs of the archive get it: where it comes from. Times are ISO 8601 with an offset. */
export interface OutputPage {
  /** From the site's root: `state-visit/`. */
  readonly folder: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** The zone of its times (IANA name). */
  readonly zone: string;
  readonly publisher?: string;
  /** The address where it was published. */
  readonly source?: string;
  readonly rights?: string;
  /** Their number. */
  readonly posts: number;
  /** When its first and its last post were published. */
  readonly first?: string;
  readonly last?: string;
  readonly lacks: Lacks;
  /** In the order in which they were first imported. */
  readonly captures: readonly OutputCapture[];
}

/** Numbers of what a live page lacks. */
export interface Lacks {
  /** Posts without a time; posts with an inferred part of their time; posts that the capture cuts off. */
  readonly times: number;
  readonly inferred: number;
  readonly ends: number;
  /** Figures whose picture the archive does not hold. */
  readonly pictures: number;
  /** `Gaps` with the time as text; absent where nothing is known to be missing. */
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

/** A live page or the archive, as the head of an output names it. */
export interface Publication {
  readonly title: string;
  readonly language: string;
  /** The author of posts without a byline. */
  readonly author: string;
  readonly rights?: string;
  /** The public address of the site's root, ending in "/". */
  readonly site?: string;
  /** The folder of the output, from the site's root: `state-visit/`, or "" for the archive. */
  readonly folder: string;
  /** When it was captured: the time of posts without one. */
  readonly captured?: string;
  /** True where search engines are asked to leave it out. */
  readonly noindex: boolean;
}

interface FormName {
  /** Its name for readers: "Atom". */
  readonly name: string;
  /** The file's name. */
  readonly file: string;
  /** Its media type. */
  readonly type: string;
  /** `feed`: the heads of pages link to it. `download`: the live page links to it. `robots`: it is for programs alone. */
  readonly use: "feed" | "download" | "robots";
  /** Whether it is made for each live page, for the archive, or for both. */
  readonly of: readonly ("live page" | "archive")[];
  /** True where it is made for a publication; absent for always. */
  readonly given?: (publication: Publication) => boolean;
}

/** Made from posts, newest first. */
export interface PostsForm extends FormName {
  readonly from: "posts";
  /** How many of the newest posts; absent for all. */
  readonly most?: number;
  readonly print: (publication: Publication, posts: readonly OutputPost[]) => string;
}

/** Made from nothing but the publication: it describes another output. */
export interface BareForm extends FormName {
  readonly from: "nothing";
  readonly print: (publication: Publication) => string;
}

/** A `<url>` of a sitemap (sitemaps.org). */
export interface SitemapUrl {
  /** From the site's root. */
  readonly path: string;
  /** When it last changed, ISO 8601; absent where that is not known. */
  readonly changed?: string;
}

/** Made from addresses; a long one is divided into files: see `sitemap-files.ts`. */
export interface UrlsForm extends FormName {
  readonly from: "urls";
  readonly print: (publication: Publication, urls: readonly SitemapUrl[]) => string;
}

/** Made from the paths of sitemaps; divided likewise. */
export interface SitemapsForm extends FormName {
  readonly from: "sitemaps";
  readonly print: (publication: Publication, paths: readonly string[]) => string;
}

/** Made from the paths of the archive's sitemap indexes; none where it has no sitemaps. */
export interface IndexesForm extends FormName {
  readonly from: "indexes";
  readonly print: (publication: Publication, paths: readonly string[]) => string;
}

/** Made from all live pages, newest first. */
export interface PagesForm extends FormName {
  readonly from: "pages";
  readonly print: (publication: Publication, pages: readonly OutputPage[]) => string;
}

export type OutputForm = PostsForm | PagesForm | BareForm | UrlsForm | SitemapsForm | IndexesForm;
