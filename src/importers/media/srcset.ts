/** From a `srcset` to its candidates, in one pass, as the HTML standard says ("parse a srcset attribute"). */

export interface Candidate {
  readonly address: string;
  /** In pixels, for "640w"; undefined where the candidate does not say. */
  readonly width?: number;
  /** For "2x". */
  readonly density?: number;
}

const blank = /[\t\n\f\r ]/;

export function parseSrcset(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  while (at < text.length) {
    while (at < text.length && (blank.test(text.charAt(at)) || text[at] === ",")) at += 1;
    const start = at;
    while (at < text.length && !blank.test(text.charAt(at))) at += 1;
    if (start === at) break;
    let end = at;
    while (end > start && text[end - 1] === ",") end -= 1;
    const address = text.slice(start, end);
    // A comma right behind the address ends the candidate.
    if (end < at) {
      found.push({ address });
      continue;
    }
    const from = at;
    for (let depth = 0; at < text.length && (text[at] !== "," || depth > 0); at += 1)
      depth += text[at] === "(" ? 1 : text[at] === ")" && depth > 0 ? -1 : 0;
    found.push({ address, ...descriptorIn(text.slice(from, at)) });
  }
  return found;
}

function descriptorIn(text: string): Omit<Candidate, "address"> {
  const first = text.trim().slice(0, 20).split(/\s/, 1)[0] ?? "";
  const number = Number(first.slice(0, -1));
  if (!Number.isFinite(number) || number <= 0) return {};
  return first.endsWith("w") ? { width: number } : first.endsWith("x") ? { density: number } : {};
}
