/**
 * Turns the files of a live page, or of the archive as a whole, into a fingerprint: the marks of a few files and folders that
 * tell whether somebody changed the site since it was built, without a look at every file.
 */
import fs from "node:fs";
import { signatureAt } from "../../archive/read/stat-signature.ts";

/** Paths from the site's root, those of folders with a "/" at their end, each with its mark. */
export type OutputFingerprint = readonly (readonly [path: string, mark: string])[];

/**
 * The fingerprint of the files as they are now: the folder of the live page and the files directly in it, or, of the archive
 * (`slug` ""), the folders at the site's root and the files beside them; and one picture.
 */
export function takeFingerprint(out: string, paths: readonly string[], slug: string): OutputFingerprint {
  let top: string | undefined;
  for (const file of paths) {
    const folder = folderOf(file);
    if (top === undefined || depth(folder) < depth(top)) top = folder;
  }
  if (top === undefined) return [];
  const near = paths.filter((file) => folderOf(file) === top).slice(0, mostMarks);
  const folders =
    slug === "" ? rootFolders(paths).slice(0, mostMarks) : rootFolders(paths).filter((name) => name === slug);
  if (isOwn(top, slug) && !folders.includes(top)) folders.push(top);
  // Live pages share pictures, so one stands for all.
  const picture = paths.find((file) => file.startsWith("pictures/"));
  const marked = new Set([...folders.map((name) => `${name}/`), ...near, ...(picture === undefined ? [] : [picture])]);
  return [...marked].map((file) => [file, outputMark(out, file)]);
}

/** Whether everything in a fingerprint is as it was. */
export const fingerprintHolds = (out: string, fingerprint: OutputFingerprint): boolean =>
  fingerprint.every(([file, mark]) => mark !== "" && outputMark(out, file) === mark);

/** A folder that several live pages share changes with each of them. */
const isOwn = (folder: string, slug: string): boolean => slug !== "" && folder.split("/").at(-1) === slug;

/** A template may write all posts into one folder: not each of them gets a mark. */
const mostMarks = 50;

/** The mark of a folder changes when a file in it comes, goes or is replaced. */
const outputMark = (out: string, file: string): string =>
  file.endsWith("/")
    ? String(fs.lstatSync(`${out}/${file}`, { throwIfNoEntry: false })?.mtimeMs ?? "")
    : signatureAt(`${out}/${file}`);

const rootFolders = (paths: readonly string[]): string[] => [
  ...new Set(paths.filter((file) => file.includes("/")).map((file) => file.slice(0, file.indexOf("/")))),
];

const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf("/")));
const depth = (folder: string): number => (folder === "" ? 0 : folder.split("/").length);
