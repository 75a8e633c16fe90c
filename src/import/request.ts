/** A read capture -> the request by which the archive plans its import. */
import { pageAddress } from "../archive/merge/page-address.ts";
import type { ImportRequest } from "../archive/merge/request.ts";
import { ledger } from "../importers/account/account.ts";
import { evidences } from "../importers/contract.ts";
import { importers } from "../importers/registry.ts";
import { capturedAt, usualZone } from "./options.ts";
import type { ReadCapture } from "./read/read.ts";

export function requestOf({ file, text, importer, reading, options }: ReadCapture): ImportRequest {
  const captured = capturedAt(options);
  const source =
    options.url ?? reading.page.source ?? (file.source === undefined ? undefined : pageAddress(file.source));
  return {
    found: { ...reading.page, ...(source !== undefined && { source }) },
    posts: reading.posts,
    order: reading.order,
    capture: { name: file.name, digest: file.digest },
    importer: importer.name,
    options: { ...options },
    ledger: ledger(reading.account, reading.words ?? text).map(({ kind, count, lines }) => ({ kind, count, lines })),
    ranks: Object.fromEntries(importers.map(({ name, evidence }) => [name, evidences.indexOf(evidence)])),
    zone: options.zone ?? reading.zone ?? usualZone,
    ...(options.slug !== undefined && { slug: options.slug }),
    ...(options.title !== undefined && { title: options.title }),
    language: options.language ?? reading.page.language ?? "en-GB",
    ...(captured !== undefined && { captured }),
  };
}
