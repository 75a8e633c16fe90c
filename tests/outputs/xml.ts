/** A strict reader of the XML that our outputs print: throws on a document that is not well-formed, or that uses more of XML. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const nameOf = "[A-Za-z_][A-Za-z0-9_.:-]*";
const tag = new RegExp(String.raw`<(/?)(${nameOf})((?:\s+${nameOf}="[^"<]*")*)\s*(/?)>`, "y");
const attribute = new RegExp(`(${nameOf})="([^"]*)"`, "g");
const allowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const references: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'" };

function decode(text: string): string {
  if (text.includes("]]>")) throw new Error("a text holds ]]>");
  return text.replace(/&([^;&\s]*;?)/g, (whole, name: string) => {
    const found = name.endsWith(";") ? references[name.slice(0, -1)] : undefined;
    if (found === undefined) throw new Error(`"${whole}" is no reference`);
    return found;
  });
}

export function parseXml(source: string): Element {
  if (!allowed.test(source)) throw new Error("a character that XML may not hold");
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
  if (!source.startsWith(declaration)) throw new Error("no declaration");
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [
    { name: "", attributes: {}, children: [], text: "" },
  ];
  for (let at = declaration.length; at < source.length; ) {
    const top = open.at(-1)!;
    if (source[at] !== "<") {
      const end = source.indexOf("<", at);
      const text = decode(source.slice(at, end === -1 ? undefined : end));
      if (open.length === 1 && text.trim() !== "") throw new Error("text outside the root");
      top.text += text;
      at = end === -1 ? source.length : end;
      continue;
    }
    tag.lastIndex = at;
    const match = tag.exec(source);
    if (match === null) throw new Error(`no tag at "${source.slice(at, at + 40)}"`);
    const [whole, close, name = "", rest = "", empty] = match;
    at += whole.length;
    if (close === "/") {
      if (open.length === 1 || top.name !== name || rest !== "") throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
      continue;
    }
    const pairs = [...rest.matchAll(attribute)].map(([, key = "", value = ""]) => [key, decode(value)] as const);
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`an attribute of <${name}> twice`);
    const element = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
    top.children.push(element);
    if (empty !== "/") open.push(element);
  }
  const [root, more] = open[0]!.children;
  if (open.length !== 1 || root === undefined || more !== undefined) throw new Error("not one closed root");
  return root;
}

export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name);

export const textOf = (element: Element, name: string): string | undefined => childrenOf(element, name)[0]?.text;
