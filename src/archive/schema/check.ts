/** From front matter and its schema to values, or to every mistake with its place and what to write instead. */
import { faultsOf, type Path, type ValuesOf } from "../../base/schema.ts";
import type { Problem } from "../../model/problem.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import { isList, isMapping, type Node, placeAt } from "../front-matter/node.ts";
import type { FrontMatterFields } from "./field.ts";
import { moments, textLists, valueKeys, wordLists } from "./keys.ts";
import { nearest } from "./nearest.ts";
import { describeOddSign, oddSign, withoutOddSigns } from "./odd-signs.ts";
import { rightTimes } from "./right-time.ts";

/** `values` is undefined where a mistake is an error. `zone`: of the live page, for hints; absent where the file itself tells it. */
export function check<F extends FrontMatterFields>(
  schema: F,
  matter: FrontMatter,
  file: string,
  zone?: string,
): { values?: ValuesOf<F>; problems: readonly Problem[] } {
  const known = Object.keys(schema);
  const plain: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, pair] of matter.pairs) {
    if (known.includes(name)) {
      const value = plainOf(pair.value, valueKeys.has(name) ? undefined : matter.text);
      if (value !== null && value !== "")
        plain[name] = textLists.has(name) || wordLists.has(name) ? listOf(name, value) : value;
      continue;
    }
    problems.push(unknownKey(name, known, { severity: "warning", file, ...placeAt(matter.text, pair.start) }));
  }
  const faults = faultsOf(schema, plain);
  if (faults.length === 0) return { values: plain as ValuesOf<F>, problems };
  const told = plain.zone;
  const context = { schema, matter, file, zone: zone ?? (typeof told === "string" ? told : "UTC") };
  return { problems: [...problems, ...faults.map((path) => describe(context, path))] };
}

type Place = Pick<Problem, "severity" | "file" | "line" | "column">;

function unknownKey(name: string, known: readonly string[], place: Place): Problem {
  const sign = describeOddSign(name);
  const clean = withoutOddSigns(name);
  const near = nearest(clean, known);
  const hint = near === undefined ? `The keys are ${known.join(", ")}` : `Did you mean "${near}"?`;
  if (sign === undefined) return { ...place, message: `Cannot read "${name}": no such key`, hint };
  const typed = known.includes(clean) ? `Type the key anew: ${clean}` : hint;
  return { ...place, message: `Cannot read "${clean}": it has ${sign}`, hint: typed };
}

interface Context {
  readonly schema: FrontMatterFields;
  readonly matter: FrontMatter;
  readonly file: string;
  readonly zone: string;
}

function describe({ schema, matter, file, zone }: Context, path: Path): Problem {
  const name = String(path[0]);
  const pair = matter.pairs.get(name);
  const manual = schema[name] ?? { expected: "another value", example: name };
  const hint = `Write for example: ${manual.example}`;
  const problem = { severity: "error", file, hint } as const;
  if (pair === undefined) {
    const message = `Cannot read "${name}": expected ${manual.expected}, got no such key`;
    return { ...problem, ...placeAt(matter.text, matter.start), message };
  }
  const node = follow(pair.value, path.slice(1));
  const source = matter.text.slice(node.start, node.end);
  const got = source === "" ? "nothing" : `"${shorten(unquote(node, source))}"`;
  const message = `Cannot read "${name}": expected ${manual.expected}, got ${got}`;
  const right = path.length === 1 ? rightLine(schema, name, unquote(node, source), zone) : undefined;
  const told = { ...problem, ...(right !== undefined && { hint: `Write: ${right}` }) };
  const sign = oddSign(source);
  if (sign === undefined) return { ...told, ...placeAt(matter.text, node.start), message };
  const shown = sign.isInvisible ? `"${shorten(withoutOddSigns(source))}"` : got;
  const named = `Cannot read "${name}": expected ${manual.expected}, got ${shown} with ${describeOddSign(source)}`;
  return { ...told, ...placeAt(matter.text, node.start + sign.at), message: named };
}

/** The whole line as the person most likely means it; undefined where that is not certain. */
function rightLine(schema: FrontMatterFields, name: string, value: string, zone: string): string | undefined {
  const clean = withoutOddSigns(value);
  const meant = new Set([clean, ...(moments.has(name) ? rightTimes(clean, zone) : [])]);
  const fits = (text: string): boolean => schema[name]?.faults(valueKeys.has(name) ? valueIn(text) : text).length === 0;
  const fitting = [...meant].filter((text) => text !== value && fits(text));
  return fitting.length === 0 ? undefined : fitting.map((text) => `${name}: ${text}`).join(", or ");
}

const valueIn = (text: string): unknown =>
  text === "true" || text === "false" ? text === "true" : /^-?\d+$/.test(text) ? Number(text) : text;

/** The deepest node on the path that exists. */
function follow(node: Node, path: Path): Node {
  const [step, ...rest] = path;
  if (step === undefined) return node;
  if (isList(node.value) && typeof step === "number") {
    const member = node.value[step];
    return member === undefined ? node : follow(member, rest);
  }
  const pair = isMapping(node.value) ? node.value.get(String(step)) : undefined;
  return pair === undefined ? node : follow(pair.value, rest);
}

const unquote = (node: Node, source: string): string => (typeof node.value === "string" ? node.value : source);

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

function plainOf(node: Node, text: string | undefined): unknown {
  if (isList(node.value)) return node.value.map((member) => plainOf(member, text));
  if (isMapping(node.value)) {
    return Object.fromEntries([...node.value].map(([name, pair]) => [name, plainOf(pair.value, text) ?? undefined]));
  }
  const read = typeof node.value === "string" || node.value === null || text === undefined;
  return read ? node.value : text.slice(node.start, node.end);
}

/** A single text or mapping is a list of one; a byline that is only text is a name. */
function listOf(name: string, value: unknown): unknown {
  const members: unknown[] = Array.isArray(value) ? value : [value];
  return name === "byline"
    ? members.map((member) => (typeof member === "string" ? { name: member } : member))
    : members;
}
