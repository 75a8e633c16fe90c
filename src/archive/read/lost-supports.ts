/** From a summary and posts to a warning for each post that supports a point which the summary lacks. */
import type { Block } from "../../model/block.ts";
import type { Post } from "../../model/live-page.ts";
import type { Problem } from "../../model/problem.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { placeAt } from "../front-matter/node.ts";
import { readText } from "./files.ts";

/** The points are the members of the summary's outermost lists, counted from 1. */
export function lostSupports(
  root: string,
  summary: readonly Block[],
  posts: readonly { readonly post: Post; readonly file: string }[],
): readonly Problem[] {
  const points = summary.reduce((sum, block) => sum + (block.kind === "list" ? block.items.length : 0), 0);
  return posts.flatMap(({ post, file }): readonly Problem[] => {
    const lost = post.supports?.find((number) => number > points);
    if (lost === undefined) return [];
    const read = readText(root, file);
    const text = "text" in read ? read.text : "";
    const start = readFrontMatter(text, file).matter?.pairs.get("supports")?.value.start ?? 0;
    const message = `Cannot find point ${lost} of the summary: it has ${points}`;
    const hint = 'Count the points in page.md from 1, or remove "supports"';
    return [{ severity: "warning", file, ...placeAt(text, start), message, hint }];
  });
}
