/** Reads a `captures.yaml` line by line, as import writes it: of each capture what a site tells of it. */
import type { CaptureRecord } from "./captures.ts";

type CaptureLines = Pick<CaptureRecord, "digest" | "importer" | "captured" | "posts">;

/** One line that is a whole scalar: quoted, or plain and nothing that YAML could take for something else. */
const scalar = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\p{L}\p{N}£€$“‘«(](?:[^:#]|:(?! |$)|(?<! )#)*)$/u;
const bare = /^[\w.:+-]+$/;

/** Undefined where a line is not one of those that import writes: then the file must be read as YAML. */
export function captureLines(text: string): readonly CaptureLines[] | undefined {
  const found: { digest: string; importer?: string; captured?: string; posts: string[] }[] = [];
  /** What the lines that are indented further belong to. */
  let below: "captures" | "words" | "options" | "ledger" | "posts" | undefined;
  for (const line of text.split("\n")) {
    const record = found.at(-1);
    const [, indent = "", words = ""] = /^( *)(.*)/s.exec(line) ?? [];
    if (words === "" || (indent === "" && words.startsWith("#"))) continue;
    if (indent === "") {
      if (words === "captures:") below = "captures";
      else if (words === "captures: []") below = undefined;
      else if (words === "known: |" || words === "declined: |") below = "words";
      else return undefined;
    } else if (below === "words") {
      // Blocks of words end where the indent does.
    } else if (indent.length === 2 && below !== undefined) {
      const digest = /^- digest: sha256-([0-9a-f]{64})$/.exec(words)?.[1];
      if (digest === undefined) return undefined;
      found.push({ digest, posts: [] });
      below = "captures";
    } else if (record === undefined || below === undefined) return undefined;
    else if (indent.length === 4) {
      const [, key = "", value = ""] = /^([a-z]+):(?: (.*))?$/.exec(words) ?? [];
      if ((key === "options" || key === "ledger") && value === "") below = key;
      else if (key === "posts" && value === "|") below = key;
      else {
        below = "captures";
        if (key === "importer" && /^[a-z][a-z0-9-]*$/.test(value)) record.importer = value;
        else if (key === "captured" && bare.test(value)) record.captured = value;
        else if (!(key === "page" && bare.test(value)) && !(key === "name" && scalar.test(value))) return undefined;
      }
    } else if (below === "posts" && indent.length === 6) record.posts.push(words.trim());
    else if (below === "options" && indent.length === 6) {
      if (!scalar.test(/^(?:[\w-]+|"[^"\\]*"): (.*)$/.exec(words)?.[1] ?? "")) return undefined;
    } else if (below === "ledger" && (indent.length === 6 || indent.length === 8)) {
      const [, key = "", value = ""] = /^(?:- )?(kind|count|lines): (.*)$/.exec(words) ?? [];
      if (!(key === "lines" ? /^\[[\d, ]*\]$/ : scalar).test(value)) return undefined;
    } else return undefined;
  }
  const whole = found.flatMap(({ importer, ...rest }) => (importer === undefined ? [] : [{ ...rest, importer }]));
  return whole.length === found.length ? whole : undefined;
}
