/** From an MHTML file to the same file with unique names of parts: of several parts with one name, the parser gives only the first. */

interface NamedParts {
  readonly bytes: Uint8Array;
  /** By the new name: the name in the file, and the name for reports. */
  readonly names: ReadonlyMap<string, { readonly name: string; readonly shown: string }>;
}

export function withOwnNames(given: Uint8Array): NamedParts {
  const text = new TextDecoder("latin1").decode(given);
  const takeName = nameTaker();
  const names = new Map<string, { name: string; shown: string }>();
  const pieces: string[] = [];
  let end = 0;
  for (const { start, end: fieldsEnd, fields, isFolded } of headsOf(text)) {
    const id = fields.get("content-id");
    const name = fields.get("content-location") ?? id;
    if (name === undefined) continue;
    const own = takeName(name, id);
    if (own === name && !isFolded) continue;
    if (own !== name) names.set(wholeAddress(own), { name, shown: own });
    // Of two fields with one name the last counts.
    const rest = [...fields]
      .filter(([key]) => key !== "content-location")
      .map(([key, value]) => `${key}: ${value}\r\n`);
    pieces.push(text.slice(end, start), ...rest, `Content-Location: ${own}\r\n`);
    end = fieldsEnd;
  }
  if (pieces.length === 0) return { bytes: given, names };
  return { bytes: Buffer.from(pieces.join("") + text.slice(end), "latin1"), names };
}

/** Gives a part the name that it has, or that name with a number. */
function nameTaker(): (name: string, id: string | undefined) => string {
  // The parser keeps parts in a plain object, so that the names of its prototype are taken too.
  const taken = new Set(Object.getOwnPropertyNames(Object.prototype));
  return (name, id) => {
    let own = name;
    for (let number = 2; taken.has(own) || taken.has(wholeAddress(own)); number += 1) own = `${name} (${number})`;
    taken.add(own).add(wholeAddress(own));
    if (id !== undefined) taken.add(id);
    return own;
  };
}

const wholeAddress = (name: string): string => (URL.canParse(name) ? new URL(name).href : name);

interface PartHead {
  readonly start: number;
  readonly end: number;
  /** By names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** A field stands on several lines: the parser reads these only where no further line has a colon. */
  readonly isFolded: boolean;
}

/** The heads of all parts. */
function* headsOf(text: string): Iterable<PartHead> {
  const boundaries = boundariesOf(text);
  let at = text.indexOf("--");
  while (at !== -1) {
    const line = lineAt(text, at);
    if (boundaries.has(line.text.slice(2).trimEnd())) {
      const head = headAt(text, line.end);
      yield head;
      at = text.indexOf("--", head.end);
    } else at = text.indexOf("--", at + (line.text.startsWith("---") ? 1 : 2));
  }
}

/** Reads field lines from `start` to the first blank line. */
function headAt(text: string, start: number): PartHead {
  const fields = new Map<string, string>();
  let end = start;
  let key = "";
  let isFolded = false;
  for (let line = lineAt(text, end); line.text.trim() !== ""; line = lineAt(text, end)) {
    const colon = /^[ \t]/.test(line.text) ? -1 : line.text.indexOf(":");
    isFolded ||= colon === -1;
    if (colon > -1) key = line.text.slice(0, colon).trim().toLowerCase();
    fields.set(key, colon > -1 ? line.text.slice(colon + 1).trim() : (fields.get(key) ?? "") + line.text.trim());
    end = line.end;
  }
  return { start, end, fields, isFolded };
}

function lineAt(text: string, start: number): { readonly text: string; readonly end: number } {
  const found = text.indexOf("\n", start);
  const end = found === -1 ? text.length : found + 1;
  return { text: text.slice(start, end), end };
}

/** The lines between parts: those that heads declare, and the first line behind the head of the file, since a head may be wrong. */
function boundariesOf(text: string): ReadonlySet<string> {
  const first = /\n\r?\n--([^\r\n]+)/.exec(text)?.[1]?.trimEnd();
  const declared = [...text.matchAll(/\bboundary=(?:"([^"\r\n]+)"|([^\s;"]+))/gi)];
  return new Set([
    ...declared.map(([, quoted, bare]) => quoted ?? bare ?? ""),
    ...(first === undefined ? [] : [first]),
  ]);
}
