/** `captures.csv`: turns the live pages of the archive into a row for each capture, by which captures are verified. */
import { addressOf } from "../addresses.ts";
import type { OutputCapture, OutputPage, PagesForm, Publication } from "../contract.ts";
import { type Column, csv } from "./csv.ts";
import { metadataOf } from "./csv-metadata.ts";

export const capturesCsv: PagesForm = {
  name: "captures.csv",
  file: "captures.csv",
  type: "text/csv",
  use: "download",
  of: ["archive"],
  from: "pages",
  print: (publication, pages) =>
    csv(
      captureColumns,
      pages.flatMap((page): readonly Row[] =>
        page.captures.length === 0
          ? [{ page, publication }]
          : page.captures.map((capture) => ({ page, capture, publication })),
      ),
    ),
};

interface Row {
  readonly page: OutputPage;
  /** Undefined for a live page without captures. */
  readonly capture?: OutputCapture;
  readonly publication: Publication;
}

const count = (name: string, holds: string, of: (page: OutputPage) => number): Column<Row> => ({
  ...column(name, holds, (page) => String(of(page))),
  type: "integer",
  required: true,
});

const column = (name: string, holds: string, of: (page: OutputPage) => string | undefined): Column<Row> => ({
  name,
  type: "string",
  required: false,
  description: holds,
  cell: ({ page }) => of(page) ?? "",
});

const captureColumns: readonly Column<Row>[] = [
  {
    name: "href",
    type: "anyURI",
    required: true,
    description:
      "The address of the live page in this archive; from this file where the archive names no public address",
    cell: ({ page, publication }) => addressOf(publication, `${page.folder}index.html`),
  },
  { ...column("title", "Its title", ({ title }) => title), required: true },
  { ...column("language", "Its language (BCP 47)", ({ language }) => language), required: true },
  { ...column("zone", "The zone that its times are told in (IANA)", ({ zone }) => zone), required: true },
  count("posts", "How many posts it has", ({ posts }) => posts),
  { ...column("first", "When its first post was published", ({ first }) => first), type: "dateTimeStamp" },
  { ...column("last", "When its last post was published", ({ last }) => last), type: "dateTimeStamp" },
  count("untimed", "How many posts have no time, since no capture tells it", ({ lacks }) => lacks.times),
  count("inferred", "Of how many posts a part of the time was inferred", ({ lacks }) => lacks.inferred),
  count("cut", "How many posts are cut short, since the capture ends inside them", ({ lacks }) => lacks.ends),
  count("absent", "How many figures have no picture in the archive", ({ lacks }) => lacks.pictures),
  column("publisher", "Who published it", ({ publisher }) => publisher),
  { ...column("source", "Where it was published", ({ source }) => source), type: "anyURI" },
  column("rights", "Its rights", ({ rights }) => rights),
  {
    name: "captured",
    type: "dateTimeStamp",
    required: false,
    description: "When this capture of it was made; empty where that is not known",
    cell: ({ capture }) => capture?.captured ?? "",
  },
  {
    name: "sha256",
    type: "string",
    pattern: "[0-9a-f]{64}",
    required: false,
    description: "The SHA-256 of the capture's bytes; empty where the live page has no capture",
    cell: ({ capture }) => capture?.digest ?? "",
  },
  {
    name: "importer",
    type: "string",
    required: false,
    description: "As what the capture was read",
    cell: ({ capture }) => capture?.importer ?? "",
  },
];

export const capturesCsvMetadata = metadataOf(capturesCsv, captureColumns);
