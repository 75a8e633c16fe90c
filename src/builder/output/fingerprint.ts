/**
 * What is looked at to tell whether a site was left as it was built, without looking at each of its files: the folders that
 * hold a live page, and the files that stand directly in them; a picture; folders of `public/`.
 */
import fs from "node:fs";
import { markAt } from "../../archive/read/file-mark.ts";

/** Paths from the site's root, folders with a "/" at their end, each with what its file or folder was. */
export type Landmarks = readonly (readonly [path: string, mark: string])[];

/** The landmarks of the files of a live page, or of the archive (""), as they are now. */
export function landmarksOf(out: string, paths: readonly string[], slug: string): Landmarks {
  let top: string | undefined;
  for (const file of paths) {
    const folder = folderOf(file);
    if (top === undefined || depth(folder) < depth(top)) top = folder;
  }
  if (top === undefined) return [];
  const near = paths.filter((file) => folderOf(file) === top).slice(0, most);
  const folders = slug === "" ? foldersOf(paths).slice(0, most) : foldersOf(paths).filter((name) => name === slug);
  if (isOwn(top, slug) && !folders.includes(top)) folders.push(top);
  // Of pictures, which live pages share, one stands for all.
  const picture = paths.find((file) => file.startsWith("pictures/"));
  const marks = new Set([...folders.map((name) => `${name}/`), ...near, ...(picture === undefined ? [] : [picture])]);
  return [...marks].map((file) => landmarkOf(out, file));
}

export const landmarkOf = (out: string, file: string): Landmarks[number] => [file, markOfLandmark(out, file)];

/** Whether all are as they were. */
export const landmarksHold = (out: string, landmarks: Landmarks): boolean =>
  landmarks.every(([file, mark]) => mark !== "" && markOfLandmark(out, file) === mark);

/** A folder that several live pages share changes with each of them. */
const isOwn = (folder: string, slug: string): boolean => slug !== "" && folder.split("/").at(-1) === slug;

/** A template that lays all posts into one folder makes no landmark of each. */
const most = 50;

/** A folder changes when something comes into it or goes; files of ours that are replaced change it too. */
const markOfLandmark = (out: string, file: string): string =>
  file.endsWith("/")
    ? String(fs.lstatSync(`${out}/${file}`, { throwIfNoEntry: false })?.mtimeMs ?? "")
    : markAt(`${out}/${file}`);

/** The folders at the site's root. */
const foldersOf = (paths: readonly string[]): string[] => [
  ...new Set(paths.filter((file) => file.includes("/")).map((file) => file.slice(0, file.indexOf("/")))),
];

const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf("/")));
const depth = (folder: string): number => (folder === "" ? 0 : folder.split("/").length);
