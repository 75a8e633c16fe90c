/** Structured data (schema.org) of a live page and of a post, for the pages that show them. */
import type { Byline } from "../model/live-page.ts";

/** A post as the data of a page names it. */
export interface DataPost {
  readonly id: string;
  readonly name: string;
  readonly published?: string;
  readonly updated?: string;
  readonly bylines: readonly Byline[];
}

/** A picture that the archive holds. */
export interface DataImage {
  /** From the page that names it, or whole. */
  readonly address: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows. */
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A post with the addresses of its pictures. */
export interface LiveBlogPost extends DataPost {
  readonly images: readonly string[];
}

export interface LiveBlogInput {
  readonly title: string;
  readonly language: string;
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
  /** The live page's public address. */
  readonly address?: string;
  /** The address of the picture that stands for it. */
  readonly image?: string;
}

/** The live page with the posts that stand on the page, without their texts: those stand there already. */
export function liveBlogData(page: LiveBlogInput, posts: readonly LiveBlogPost[]): string {
  const { title, language, publisher, from, to, address, image } = page;
  return scriptJson({
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    "@id": address,
    url: address,
    headline: title,
    image,
    inLanguage: language,
    datePublished: from,
    coverageStartTime: from,
    coverageEndTime: to,
    publisher: publisher === undefined ? undefined : { "@type": "Organization", name: publisher },
    liveBlogUpdate: posts.map((post) => ({
      "@type": "BlogPosting",
      "@id": `${address ?? ""}#${post.id}`,
      url: address === undefined ? undefined : `${address}${post.id}/`,
      ...said(post),
      image: post.images.length > 1 ? post.images : post.images[0],
    })),
  });
}

export interface PostDataInput {
  readonly language: string;
  /** What its live page is called, and its public address. */
  readonly page: string;
  readonly pageAddress?: string;
  readonly text: string;
  readonly images: readonly DataImage[];
}

/** A post alone, with its text. */
export function postData(post: DataPost, { language, page, pageAddress, text, images }: PostDataInput): string {
  const address = pageAddress === undefined ? undefined : `${pageAddress}${post.id}/`;
  return scriptJson({
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    "@id": `${pageAddress ?? "../index.html"}#${post.id}`,
    url: address,
    ...said(post),
    inLanguage: language,
    articleBody: text,
    image: images.length === 0 ? undefined : images.map(imageData),
    isPartOf: { "@type": "LiveBlogPosting", "@id": pageAddress ?? "../index.html", headline: page },
  });
}

const said = ({ name, published, updated, bylines }: DataPost) => ({
  headline: name,
  datePublished: published,
  dateModified: updated,
  author: bylines.length === 0 ? undefined : bylines.map((byline) => ({ "@type": "Person", name: byline.name })),
});

const imageData = ({ address, width, height, alt, caption, credit }: DataImage) => ({
  "@type": "ImageObject",
  contentUrl: address,
  width,
  height,
  description: alt === "" ? undefined : alt,
  caption,
  creditText: credit,
});

/** JSON that can stand in a `<script>`: no text in it can end the element or, for old readers, a line. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
