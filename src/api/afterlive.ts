/** The module `afterlive` of the package, for other programs: plain data in, plain data out. `docs/api.md` shows how to use it. */
export type { Block, Figure, List, Media, MediaKind, Quote, Table } from "../model/block.ts";
export type { Inline } from "../model/inline.ts";
export type { Byline, InferredPart } from "../model/live-page.ts";
export type { Problem } from "../model/problem.ts";
export type { ArchiveLocation } from "./arguments.ts";
export { type BuildSiteOptions, type BuildSiteResult, buildArchive as buildSite } from "./build-site.ts";
export { type CheckArchiveResult, checkArchive } from "./check-archive.ts";
export { type ImportCaptureOptions, type ImportCaptureResult, importCapture } from "./import-capture.ts";
export { type OpenedArchive, type OpenedLivePage, type OpenedPost, openArchive } from "./open-archive.ts";
