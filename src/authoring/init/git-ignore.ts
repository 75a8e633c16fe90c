/** From a `.gitignore`, or none, to one that keeps the built site, the cache and installed packages out of Git. */
import type { FilePlan } from "./plan.ts";

const ignored = ["_site", ".afterlive", "node_modules"];

/** Lines that are missing are added at the end, with the line ends of the file. */
export function planGitIgnore(path: string, present: string | undefined): FilePlan {
  if (present === undefined) return { path, text: ignored.map((name) => `${name}\n`).join(""), report: "written" };
  const lines = new Set(present.split("\n").map((line) => line.trim().replace(/^\/|\/$/g, "")));
  const missing = ignored.filter((name) => !lines.has(name));
  if (missing.length === 0) return { path, report: "kept, it has all that is needed" };
  const newline = present.includes("\r\n") ? "\r\n" : "\n";
  const start = present === "" || present.endsWith("\n") ? "" : newline;
  const text = `${present}${start}${missing.map((name) => name + newline).join("")}`;
  return { path, text, report: `added: ${missing.join(", ")}` };
}
