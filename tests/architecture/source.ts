/** Reads a TypeScript file as far as the rules need: its code without comments and texts, its imports, its exports. */

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** `import()` at run time; the others are statements. */
  readonly dynamic: boolean;
}

/** A regular expression literal: what stands between its slashes, and its flags. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly line: number;
}

export interface Source {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text with comments gone and every string, template and regular expression empty; line breaks stay. */
  readonly code: string;
  readonly imports: readonly Import[];
  /** Its regular expression literals. */
  readonly patterns: readonly Pattern[];
  /** The names the file exports, as others see them. */
  readonly exports: readonly { readonly name: string; readonly line: number }[];
}

const mark = "\u0001";

/** Never fails: what it cannot read, it takes for code. */
export function readSource(path: string, text: string): Source {
  const { code, strings, patterns } = strip(text);
  const lineAt = (index: number) => code.slice(0, index).split("\n").length;
  const string = `"${mark}(\\d+)${mark}"`;
  const statement = new RegExp(`\\b(?:import|export)\\b(?:[\\s\\w$*{},]*?\\bfrom\\b)?\\s*${string}`, "g");
  const call = new RegExp(`\\b(?:import|require|require\\.resolve|import\\.meta\\.resolve)\\s*\\(\\s*${string}`, "g");
  const imports = [
    ...[...code.matchAll(statement)].map((match) => ({ match, dynamic: false })),
    ...[...code.matchAll(call)].map((match) => ({ match, dynamic: true })),
  ].map(({ match, dynamic }) => ({
    specifier: strings[Number(match[1])] ?? "",
    line: lineAt(match.index + match[0].search(/\S/)),
    dynamic,
  }));
  return {
    path,
    text,
    code: code.replace(new RegExp(`${mark}\\d+${mark}`, "g"), ""),
    imports,
    patterns,
    exports: exportsOf(code, lineAt),
  };
}

function exportsOf(code: string, lineAt: (index: number) => number): { name: string; line: number }[] {
  const out: { name: string; line: number }[] = [];
  const declared =
    /\bexport\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\s*\*?|const|let|var|class|interface|type|enum|namespace)\s+([\w$]+)/g;
  for (const match of code.matchAll(declared)) out.push({ name: match[1]!, line: lineAt(match.index) });
  for (const match of code.matchAll(/\bexport\s+(?:type\s+)?\{([^}]*)\}/g)) {
    for (const part of match[1]!.split(",")) {
      const name = part.trim().split(/\s+/).at(-1) ?? "";
      if (name !== "") out.push({ name, line: lineAt(match.index) });
    }
  }
  for (const match of code.matchAll(/\bexport\s+default\b/g)) out.push({ name: "default", line: lineAt(match.index) });
  return out;
}

/** One pass over the characters: a string becomes "\u0001n\u0001", the n-th of `strings`. */
function strip(text: string): { code: string; strings: string[]; patterns: Pattern[] } {
  const strings: string[] = [];
  const patterns: Pattern[] = [];
  let code = "";
  let at = 0;
  // For every template we are inside of, how many braces are open in its expression.
  const templates: number[] = [];
  const newlines = (skipped: string) => "\n".repeat(skipped.split("\n").length - 1);
  const skipTo = (end: number, instead: string) => {
    code += instead + newlines(text.slice(at, end));
    at = end;
  };
  while (at < text.length) {
    const character = text[at]!;
    const next = text[at + 1];
    if (character === "/" && next === "/") {
      const end = text.indexOf("\n", at);
      skipTo(end < 0 ? text.length : end, " ");
    } else if (character === "/" && next === "*") {
      const end = text.indexOf("*/", at + 2);
      skipTo(end < 0 ? text.length : end + 2, " ");
    } else if (character === '"' || character === "'") {
      const end = endOfString(text, at + 1, character);
      strings.push(text.slice(at + 1, end - 1));
      skipTo(end, `"${mark}${strings.length - 1}${mark}"`);
    } else if (character === "`" || (character === "}" && templates.at(-1) === 0)) {
      if (character === "}") templates.pop();
      const end = endOfTemplatePart(text, at + 1);
      if (text[end - 1] === "{") templates.push(0);
      const plain = character === "`" && text[end - 1] === "`";
      if (plain) strings.push(text.slice(at + 1, end - 1));
      skipTo(end, plain ? `"${mark}${strings.length - 1}${mark}"` : " + ");
    } else if (character === "/" && regexMayStart(code)) {
      const end = endOfRegex(text, at + 1);
      const literal = text.slice(at, end);
      const slash = literal.lastIndexOf("/");
      patterns.push({
        source: literal.slice(1, slash),
        flags: literal.slice(slash + 1),
        line: code.split("\n").length,
      });
      skipTo(end, '""');
    } else {
      if (templates.length > 0 && character === "{") templates[templates.length - 1]! += 1;
      if (templates.length > 0 && character === "}") templates[templates.length - 1]! -= 1;
      code += character;
      at += 1;
    }
  }
  return { code, strings, patterns };
}

function endOfString(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote || text[at] === "\n") return at + 1;
  }
  return text.length;
}

/** Behind the closing backtick or behind the `${` that comes first. */
function endOfTemplatePart(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "`") return at + 1;
    else if (text[at] === "$" && text[at + 1] === "{") return at + 2;
  }
  return text.length;
}

/** A slash divides behind a value, and begins a regular expression everywhere else. */
function regexMayStart(code: string): boolean {
  const before = code.trimEnd();
  if (/(?:^|[^\w$.])(?:return|typeof|case|in|of|do|else|void|yield|await|delete|throw|new|instanceof)$/.test(before))
    return true;
  return before === "" || !/[\w$)\]}"]$/.test(before);
}

function endOfRegex(text: string, from: number): number {
  let inClass = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\n") return at;
    if (character === "\\") at += 1;
    else if (character === "[") inClass = true;
    else if (character === "]") inClass = false;
    else if (character === "/" && !inClass) {
      const flags = /^[a-z]*/.exec(text.slice(at + 1, at + 12));
      return at + 1 + (flags?.[0].length ?? 0);
    }
  }
  return text.length;
}
