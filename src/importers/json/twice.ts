/** From JSON with the same key twice in an object to JSON with different keys: a parser would keep only the last value. */

/** The suffix of a key that appears again later in its object; from the second on it has a number. */
const earlier = (count: number): string => (count === 1 ? "#earlier" : `#earlier_${count}`);

interface Key {
  /** The offsets of the end of the name, and of the beginning and the end of the value. */
  readonly end: number;
  readonly value: number;
  valueEnd: number;
  /** The number of earlier keys with this name in the object. */
  readonly before: number;
}

interface Opened {
  /** Undefined for a list. */
  readonly keys?: Map<string, Key>;
  last?: Key;
}

/**
 * Renames the earlier ones of equal keys: `"text#earlier": "lost", "text": "kept"`. A value with the same text twice stays as it is,
 * and so does a text without equal keys. Linear for any text.
 */
export function withEarlier(text: string): string {
  if (!text.includes('"')) return text;
  const renamed: { readonly at: number; readonly suffix: string }[] = [];
  const open: Opened[] = [];
  let string: readonly [start: number, end: number] | undefined;
  const ended = (at: number): void => {
    const last = open.at(-1)?.last;
    if (last !== undefined && last.valueEnd === -1) last.valueEnd = at;
  };
  const twice: (readonly [first: Key, second: Key])[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = endOfString(text, at);
      string = [at, end];
      at = end;
    } else if (code === 0x7b) open.push({ keys: new Map() });
    else if (code === 0x5b) open.push({});
    else if (code === 0x7d || code === 0x5d) {
      ended(at);
      open.pop();
    } else if (code === 0x2c) ended(at);
    else if (code === 0x3a && string !== undefined) {
      const [start, end] = string;
      const here = open.at(-1);
      if (here?.keys !== undefined) {
        const name = nameOf(text.slice(start + 1, end));
        const before = here.keys.get(name);
        const key: Key = { end, value: at + 1, valueEnd: -1, before: before === undefined ? 0 : before.before + 1 };
        if (before !== undefined) twice.push([before, key]);
        here.keys.set(name, key);
        here.last = key;
      }
      string = undefined;
    }
  }
  for (const [first, second] of twice)
    if (writtenValue(text, first) !== writtenValue(text, second))
      renamed.push({ at: first.end, suffix: earlier(first.before + 1) });
  if (renamed.length === 0) return text;
  renamed.sort((a, b) => a.at - b.at);
  let from = 0;
  const parts = renamed.map(({ at, suffix }) => {
    const part = text.slice(from, at) + suffix;
    from = at;
    return part;
  });
  return parts.join("") + text.slice(from);
}

const writtenValue = (text: string, { value, valueEnd }: Key): string => text.slice(value, valueEnd).trim();

/** The offset of the end of the string that begins at `start`. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (let code = text.charCodeAt(at); at < text.length && code !== 0x22; code = text.charCodeAt(at))
    at += code === 0x5c ? 2 : 1;
  return at;
}

function nameOf(written: string): string {
  if (!written.includes("\\")) return written;
  try {
    return JSON.parse(`"${written}"`);
  } catch {
    return written;
  }
}
