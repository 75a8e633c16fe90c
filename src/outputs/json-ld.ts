/** Turns a live page and its posts into structured data: schema.org `LiveBlogPosting` and `BlogPosting`, as JSON-LD 1.1. */
import type { Byline } from "../model/live-page.ts";

/** A post of a page. */
export interface DataPost {
  readonly id: string;
  readonly name: string;
  readonly published?: string;
  readonly updated?: string;
  readonly bylines: readonly Byline[];
}

/** A picture that the archive holds: `ImageObject`. */
export interface DataImage {
  /** Relative to the page, or absolute. */
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
  /** The address of its first picture. */
  readonly image?: string;
}

/** `LiveBlogPosting` with the posts of a page, without `articleBody`, since the page itself holds the texts. */
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
      ...postProperties(post),
      image: post.images.length > 1 ? post.images : post.images[0],
    })),
  });
}

export interface PostDataInput {
  readonly language: string;
  /** The title of its live page, and its public address. */
  readonly page: string;
  readonly pageAddress?: string;
  readonly text: string;
  readonly images: readonly DataImage[];
}

/** `BlogPosting` of one post, with its text. */
export function postData(post: DataPost, { language, page, pageAddress, text, images }: PostDataInput): string {
  const address = pageAddress === undefined ? undefined : `${pageAddress}${post.id}/`;
  return scriptJson({
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    "@id": `${pageAddress ?? "../index.html"}#${post.id}`,
    url: address,
    ...postProperties(post),
    inLanguage: language,
    articleBody: text,
    image: images.length === 0 ? undefined : images.map(imageData),
    isPartOf: { "@type": "LiveBlogPosting", "@id": pageAddress ?? "../index.html", headline: page },
  });
}

const postProperties = ({ name, published, updated, bylines }: DataPost) => ({
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

/** JSON for a `<script>` element: escapes what could end the element, and the line ends that old parsers do not accept. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
