/** From a `package.json`, or none, to one that has this very afterlive, and scripts that call it. */
import { type FilePlan, printJson } from "./plan.ts";

const scripts: Readonly<Record<string, string>> = {
  start: "afterlive serve",
  build: "afterlive build",
  check: "afterlive check",
};

type Mapping = Readonly<Record<string, unknown>>;

/** `name`: of a new package; `source`: a version, or `file:` and a path. What a present file says is kept; what it lacks is added where its form can be kept too. */
export function planPackageJson(
  path: string,
  present: string | undefined,
  { name, source }: { readonly name: string; readonly source: string },
): FilePlan {
  if (present === undefined) {
    // Node says so, in a warning, of templates and of an Eleventy configuration where the type is not named.
    const text = printJson({ name, private: true, type: "module", scripts, devDependencies: { afterlive: source } });
    return { path, text, report: "written" };
  }
  const indent = /^[\t ]+/m.exec(present)?.[0] ?? 2;
  const newline = present.includes("\r\n") ? "\r\n" : "\n";
  const print = (value: unknown) => printJson(value, indent).replaceAll("\n", newline);
  const value = mappingIn(present);
  const byHand = `run npm install --save-dev --save-exact afterlive@${source}`;
  if (value === undefined) return { path, report: `kept, it is no JSON that can be read: mend it, then ${byHand}` };
  const { next, added } = complete(value, source);
  if (added.length === 0) return { path, report: "kept, it has all that is needed" };
  // npm writes this form; any other would be printed anew by us, and its lines would move.
  if (print(value).trimEnd() !== present.trimEnd()) return { path, report: `kept, its form is its own: ${byHand}` };
  const end = present.slice(present.trimEnd().length);
  return { path, text: print(next).trimEnd() + end, report: `added: ${added.join(", ")}` };
}

/** Scripts that are there under the same names stay. */
function complete(value: Mapping, source: string): { readonly next: Mapping; readonly added: readonly string[] } {
  const present = mapping(value.scripts);
  const missing = Object.keys(scripts).filter((name) => present[name] === undefined);
  const isThere = ["dependencies", "devDependencies", "optionalDependencies"].some(
    (kind) => mapping(value[kind]).afterlive !== undefined,
  );
  const added = [
    ...missing.map((name) => `the script "${name}"`),
    ...(isThere ? [] : [`afterlive ${source} in devDependencies`]),
  ];
  const next = {
    ...value,
    ...(missing.length > 0 && { scripts: { ...present, ...pick(missing) } }),
    ...(!isThere && { devDependencies: { ...mapping(value.devDependencies), afterlive: source } }),
  };
  return { next, added };
}

const pick = (names: readonly string[]): Mapping => Object.fromEntries(names.map((name) => [name, scripts[name]]));

const mapping = (value: unknown): Mapping => (isMapping(value) ? value : {});

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function mappingIn(text: string): Mapping | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMapping(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
