/** JSON may name one key of an object twice, and a parser keeps the last value alone: the others get names of their own. */

/** Behind the key of a value that another one of the same key follows; the second such value has a number. */
const earlier = (count: number): string => (count === 1 ? "#earlier" : `#earlier_${count}`);

interface Key {
  /** Where its name ends, and where its value begins and ends. */
  readonly end: number;
  readonly value: number;
  valueEnd: number;
  /** How many of its name stood before it in its object. */
  readonly before: number;
}

interface Opened {
  /** Undefined for a list. */
  readonly keys?: Map<string, Key>;
  last?: Key;
}

/**
 * The text as it is, where no object has a key twice; else with the earlier ones renamed: `"text_earlier": "lost", "text": "kept"`.
 * A value that is written twice in the same words stays as it is. Linear, for any text.
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

/** Where the string ends that begins at a place. */
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
