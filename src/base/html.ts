/** From text and HTML to HTML: text is escaped once, where it is put in; the type of a value says that it is HTML already. */

const brand = Symbol.for("afterlive.html");

/** HTML that is safe to print. It is known by its brand, because two copies of this module may be loaded, one of them compiled. */
export class SafeHtml {
  readonly [brand] = true;
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  toString(): string {
    return this.value;
  }
}

/** What a template may put between two pieces of HTML; null, undefined and false print nothing. */
export type Child = SafeHtml | string | number | null | undefined | false | readonly Child[];

const active = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for HTML content and for quoted attribute values. */
const escapeHtml = (text: string): string => text.replace(active, (character) => entities[character] ?? character);

/** Marks a string as HTML. Only for strings that this program printed itself. */
export const raw = (value: string): SafeHtml => new SafeHtml(value);

/** The template tag: every value is escaped unless it is SafeHtml; arrays are joined without a separator. */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): SafeHtml {
  let out = strings[0] ?? "";
  for (let index = 0; index < values.length; index += 1) out += print(values[index]) + strings[index + 1];
  return new SafeHtml(out);
}

/** JSON, YAML and forms cannot make a symbol, so that no text passes for safe HTML. */
const isSafe = (child: Child): child is SafeHtml => typeof child === "object" && child !== null && brand in child;

function print(child: Child): string {
  if (typeof child === "string") return escapeHtml(child);
  if (isSafe(child)) return child.value;
  if (typeof child === "number") return String(child);
  if (!Array.isArray(child)) return "";
  let out = "";
  for (const one of child) out += print(one);
  return out;
}
