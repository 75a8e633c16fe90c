/** From two versions of a post to a conflict in words: what the capture says and what the person's file says, field by field. */
import type { Problem } from "../../model/problem.ts";
import { canonical } from "../canonical.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { placeAt } from "../front-matter/node.ts";

type FrontMatterFields = Readonly<Record<string, unknown>>;

/** One problem for each field that differs. A person who writes `digest` into the file settles the conflict. */
export function describeConflict(
  file: string,
  text: string,
  present: FrontMatterFields,
  incoming: FrontMatterFields,
  digest: string,
): Problem[] {
  const matter = readFrontMatter(text, file).matter;
  const names = [...new Set([...Object.keys(present), ...Object.keys(incoming)])];
  return names
    .filter((name) => canonical([present[name]]) !== canonical([incoming[name]]))
    .map((name) => {
      const body = name === "text" || name === "summary";
      const at = body ? (matter?.bodyStart ?? 0) : (matter?.pairs.get(name)?.value.start ?? matter?.start ?? 0);
      const [now, then] = difference(show(present[name]), show(incoming[name]));
      const message = `Cannot update "${name}": you changed this file and the live page changed too: "${now}" here, "${then}" in the capture`;
      const hint = `Your words stay. Take over what you want, then write "imported: ${digest}" to settle it`;
      return { severity: "error" as const, file, ...placeAt(text, at), message, hint };
    });
}

/** The words of a value, without its structure. */
function show(value: unknown): string {
  if (value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(show).filter(Boolean).join(" ");
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).filter(([key]) => key !== "kind" && key !== "level" && key !== "start");
  return members
    .map(([, member]) => show(member))
    .filter(Boolean)
    .join(" ");
}

/** The first difference of two texts, with some words around it. */
function difference(a: string, b: string): readonly [string, string] {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  const start = same > 30 ? a.lastIndexOf(" ", same - 15) + 1 : 0;
  const cut = (text: string): string => {
    const part = text
      .slice(start, start + 80)
      .replace(/\s+/g, " ")
      .toWellFormed();
    return `${start > 0 ? "…" : ""}${part}${text.length > start + 80 ? "…" : ""}`;
  };
  return [cut(a), cut(b)];
}
