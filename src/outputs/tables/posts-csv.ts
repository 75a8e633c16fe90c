/** `posts.csv`: turns the posts of a live page into a row each, newest first. */
import { addressOf } from "../addresses.ts";
import type { OutputPost, PostsForm, Publication } from "../contract.ts";
import { type Column, csv } from "./csv.ts";
import { metadataOf } from "./csv-metadata.ts";

export const postsCsv: PostsForm = {
  name: "posts.csv",
  file: "posts.csv",
  type: "text/csv",
  use: "download",
  of: ["live page"],
  from: "posts",
  print: (publication, posts) =>
    csv(
      postColumns,
      posts.map((post) => ({ post, publication })),
    ),
};

interface Row {
  readonly post: OutputPost;
  readonly publication: Publication;
}

const postColumns: readonly Column<Row>[] = [
  {
    name: "id",
    type: "string",
    pattern: "[a-z][a-z0-9-]{0,59}",
    required: true,
    description: "The post's id: its anchor in the live page and the name of its own page",
    cell: ({ post }) => post.id,
  },
  {
    name: "published",
    type: "dateTimeStamp",
    required: false,
    description: "When it was published; empty where that is not known",
    cell: ({ post }) => post.published ?? "",
  },
  {
    name: "headline",
    type: "string",
    required: false,
    description: "Its headline",
    cell: ({ post }) => post.headline ?? "",
  },
  {
    name: "label",
    type: "string",
    required: false,
    description: "The publisher's word for its kind, such as Analysis",
    cell: ({ post }) => post.label ?? "",
  },
  {
    name: "byline",
    type: "string",
    required: false,
    description: "Who wrote it: names, each with its role after a comma, joined by semicolons",
    cell: ({ post }) =>
      post.bylines.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)).join("; "),
  },
  {
    name: "text",
    type: "string",
    required: false,
    description: "Its text without its form, a line for each paragraph",
    cell: ({ post }) => post.text(),
  },
  {
    name: "href",
    type: "anyURI",
    required: true,
    description: "The address of its own page; from this file where the archive names no public address",
    cell: ({ post, publication }) => addressOf(publication, post.path),
  },
];

export const postsCsvMetadata = metadataOf(postsCsv, postColumns, "id");
