/** The rules of the house: each a function from the sources to sentences about what breaks it. */
import path from "node:path/posix";
import {
  adapterFolders,
  allowed,
  arrows,
  bannedWords,
  divided,
  fullest,
  homes,
  impure,
  longest,
  pure,
  tested,
  untested,
  worldly,
  worldModules,
} from "./house.ts";
import type { Source } from "./source.ts";

type Rule = (sources: readonly Source[]) => readonly string[];

const isProduct = ({ path: file }: Source) => /^(?:src|templates)\/|^\.eleventy\.ts$/.test(file);

/** The folder of the table of arrows that a file belongs to; undefined outside the house. */
function roomOf(file: string): string | undefined {
  if (file === ".eleventy.ts") return "root";
  if (file === "src/cli.ts") return "cli";
  if (file.startsWith("templates/")) return "templates";
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

const isRelative = (specifier: string) => specifier.startsWith(".");
const target = (source: Source, specifier: string) => path.join(path.dirname(source.path), specifier);
const neighbours = (source: Source) =>
  source.imports.filter(({ specifier }) => isRelative(specifier)).map(({ specifier }) => target(source, specifier));
const library = (specifier: string) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
const within = (file: string, place: string) => (place.endsWith("/") ? file.startsWith(place) : file === place);

const followsArrows: Rule = (sources) =>
  sources.filter(isProduct).flatMap((source) =>
    source.imports
      .filter(({ specifier }) => isRelative(specifier))
      .flatMap(({ specifier, line }) => {
        const [from, to] = [roomOf(source.path), roomOf(target(source, specifier))];
        const place = `${source.path}:${line}`;
        if (from === undefined || !(from in arrows)) return [`${source.path} is in no folder of the design`];
        if (to === from || (to !== undefined && arrows[from]!.includes(to))) return [];
        return [`${place} imports ${specifier}: ${from} may import ${arrows[from]!.join(", ") || "nothing"}`];
      }),
  );

const importsByName: Rule = (sources) =>
  sources.flatMap((source) =>
    source.imports.flatMap(({ specifier, line }) => {
      const found = isRelative(specifier) && !sources.some(({ path: file }) => file === target(source, specifier));
      const code = /\.[cm]?[jt]s$|^[^.]*$/.test(specifier.replace(/^[./]+/, ""));
      return found && code && isProduct(source)
        ? [`${source.path}:${line} imports ${specifier}, which is no file`]
        : [];
    }),
  );

const hasNoCycle: Rule = (sources) => {
  const graph = new Map(sources.filter(isProduct).map((source) => [source.path, neighbours(source)]));
  const done = new Set<string>();
  const findings: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) findings.push(`import cycle: ${[...trail.slice(start), file].join(" -> ")}`);
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of [...graph.keys()].sort()) visit(file, []);
  return findings;
};

const keepsLibrariesHome: Rule = (sources) =>
  sources.filter(isProduct).flatMap((source) =>
    source.imports
      .filter(({ specifier }) => !isRelative(specifier) && !specifier.startsWith("node:"))
      .flatMap(({ specifier, line }) => {
        const home = homes[library(specifier)];
        if (home === undefined) return [`${source.path}:${line} imports ${specifier}, a library without a home`];
        if (home.some((place) => within(source.path, place))) return [];
        return [`${source.path}:${line} imports ${specifier}, whose home is ${home.join(", ")}`];
      }),
  );

/** An adapter is what a registry imports. `NAME-*.ts` and the folder `NAME/` beside it are its parts alone. */
const keepsAdaptersApart: Rule = (sources) =>
  adapterFolders.flatMap((folder) => {
    const registry = sources.find(({ path: file }) => file === `${folder}/registry.ts`);
    if (registry === undefined) return [];
    const inside = (file: string) =>
      file.startsWith(`${folder}/`)
        ? file
            .slice(folder.length + 1)
            .split("/")[0]!
            .replace(/\.ts$/, "")
        : undefined;
    const adapters = neighbours(registry)
      .map(inside)
      .filter((name) => name !== undefined && name !== "contract")
      .sort((a, b) => b!.length - a!.length);
    const owner = (file: string) =>
      adapters.find((name) => inside(file) === name || inside(file)?.startsWith(`${name}-`));
    return sources
      .filter((source) => source !== registry && isProduct(source))
      .flatMap((source) =>
        source.imports.flatMap(({ specifier, line }) => {
          const [from, to] = [owner(source.path), owner(target(source, specifier))];
          if (!isRelative(specifier) || to === undefined || from === to) return [];
          return [`${source.path}:${line} imports ${specifier}: only ${registry.path} knows the adapter ${to}`];
        }),
      );
  });

const leavesTheWorldToTheCommandLine: Rule = (sources) =>
  sources
    .filter(isProduct)
    .flatMap((source) =>
      worldly.flatMap(({ what, pattern }) =>
        allowed[source.path]?.[what] === undefined
          ? [...source.code.matchAll(pattern)].map(
              (match) =>
                `${source.path}:${source.code.slice(0, match.index).split("\n").length} ${what}: ${match[0].trim()}`,
            )
          : [],
      ),
    );

const staysPure: Rule = (sources) =>
  sources
    .filter(({ path: file }) => pure.some((place) => within(file, place)) && impure[file] === undefined)
    .flatMap((source) => [
      ...source.imports
        .filter(({ specifier }) => worldModules.test(specifier))
        .map(({ specifier, line }) => `${source.path}:${line} imports ${specifier}, but its folder is pure`),
      ...[...source.code.matchAll(/(?<![\w.$])fetch\s*\(|\bprocess\s*\.\s*env\b/g)].map(
        (match) => `${source.path} uses ${match[0]}, but its folder is pure`,
      ),
    ]);

const beginsWithASentence: Rule = (sources) =>
  sources.filter(isProduct).flatMap((source) => {
    const doc = /^(?:#!.*\n)?\/\*\*([\s\S]*?)\*\//
      .exec(source.text)?.[1]
      ?.replace(/^\s*\*/gm, " ")
      .trim();
    return doc === undefined || !/^\S[\s\S]{10,}[.:)`]/.test(doc)
      ? [`${source.path} does not begin with a /** sentence */ that says what it knows`]
      : [];
  });

const exportsByName: Rule = (sources) =>
  sources
    .filter(({ path: file }) => file.startsWith("src/"))
    .filter((source) => source.exports.some(({ name }) => name === "default"))
    .map(({ path: file }) => `${file} has a default export`);

const isNoIndex: Rule = (sources) =>
  sources
    .filter(({ path: file }) => /(?:^|\/)index\.[cm]?[jt]s$/.test(file))
    .map(({ path: file }) => `${file}: name a file after what it knows, not index`);

const staysShort: Rule = (sources) =>
  sources
    .map(({ path: file, text }) => ({ file, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > longest)
    .map(({ file, lines }) => `${file} has ${lines} lines: more than ${longest}, so more than one idea`);

const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);

const usesPlainWords: Rule = (sources) =>
  sources.filter(isProduct).flatMap((source) => {
    const names = source.exports.map(({ name, line }) => ({ name, place: `${source.path}:${line} exports ${name}` }));
    return [{ name: path.basename(source.path), place: source.path }, ...names].flatMap(({ name, place }) => {
      const words = wordsOf(name);
      const banned = words.find(
        (word, at) => bannedWords.test(word) && !(word.startsWith("item") && words[at - 1] === "list"),
      );
      return banned === undefined ? [] : [`${place}: "${banned}" says nothing`];
    });
  });

const onlyTypes = (source: Source) =>
  !/\bexport\s+(?:default|async|function|const|let|class)\b|\bexport\s*\{/.test(source.code);

const hasSmallFolders: Rule = (sources) => {
  const files = sources.map(({ path: file }) => file).filter((file) => divided.some((room) => within(file, room)));
  return [...new Set(files.map((file) => path.dirname(file)))].flatMap((folder) => {
    const count = files.filter((file) => path.dirname(file) === folder).length;
    return count > fullest ? [`${folder} holds ${count} files: more than ${fullest}, so more than one idea`] : [];
  });
};

/** A name means one thing in all of src/. A name that is handed on (`export { a } from`) is no second one. */
const exportsEachNameOnce: Rule = (sources) => {
  const declares = (name: string) =>
    new RegExp(`\\bexport\\s+(?:async\\s+)?(?:function\\s*\\*?|const|let|class|interface|type|enum)\\s+${name}\\b`);
  const declared = sources
    .filter(({ path: file }) => file.startsWith("src/"))
    .flatMap(({ path: file, code, exports }) =>
      [...new Set(exports.map(({ name }) => name))]
        .filter((name) => declares(name).test(code))
        .map((name) => ({ name, file })),
    );
  return Object.entries(Object.groupBy(declared, ({ name }) => name)).flatMap(([name, places = []]) =>
    places.length > 1
      ? [`${name} is exported by ${places.map(({ file }) => file).join(" and ")}: give each a name of its own`]
      : [],
  );
};

/** A test reaches the file: by import, or through files of the same room that it imports. */
const isTested: Rule = (sources) => {
  const reached = new Set<string>();
  const files = new Map(sources.map((source) => [source.path, source]));
  const reach = (file: string): void => {
    const source = files.get(file);
    if (source === undefined || reached.has(file)) return;
    reached.add(file);
    for (const next of neighbours(source)) if (roomOf(next) === roomOf(file)) reach(next);
  };
  for (const test of sources.filter(({ path: file }) => file.startsWith("tests/")))
    for (const next of neighbours(test)) reach(next);
  return sources
    .filter(({ path: file }) => tested.includes(roomOf(file) ?? "") && untested[file] === undefined)
    .filter((source) => !onlyTypes(source) && !reached.has(source.path))
    .map(({ path: file }) => `${file} has no test: no test file reaches it`);
};

/** Where the path of a file in `content/` is made, or such a file is opened. */
const contentPath =
  /\b(?:join|resolve)\([^()]*"content"|\b(?:read|open|stat|lstat|exists|copy|cp|write)\w*\([^()]*`[^`]*content\//g;

const leavesContentToTheArchive: Rule = (sources) =>
  sources
    .filter((source) => isProduct(source) && roomOf(source.path) !== "archive")
    .flatMap(({ path: file, text }) =>
      [...text.matchAll(contentPath)].map(
        (match) =>
          `${file}:${text.slice(0, match.index).split("\n").length} opens a file in content/: only src/archive/ does`,
      ),
    );

/** An exception that nothing needs any more is a rule with a hole. */
const needsItsExceptions: Rule = (sources) => {
  const files = new Map(sources.map((source) => [source.path, source]));
  const used = (file: string, what: string) => {
    const pattern = worldly.find((one) => one.what === what)?.pattern;
    return pattern !== undefined && (files.get(file)?.code.match(pattern) ?? null) !== null;
  };
  return [
    ...Object.entries(allowed).flatMap(([file, things]) =>
      Object.keys(things)
        .filter((what) => !used(file, what))
        .map((what) => `${file} no longer ${what}: take its exception away`),
    ),
    ...[...Object.keys(impure), ...Object.keys(untested)]
      .filter((file) => !files.has(file))
      .map((file) => `${file} is gone: take its exception away`),
  ];
};

export const rules: Readonly<Record<string, Rule>> = {
  followsArrows,
  importsByName,
  hasNoCycle,
  keepsLibrariesHome,
  keepsAdaptersApart,
  leavesTheWorldToTheCommandLine,
  staysPure,
  beginsWithASentence,
  exportsByName,
  isNoIndex,
  staysShort,
  hasSmallFolders,
  exportsEachNameOnce,
  usesPlainWords,
  leavesContentToTheArchive,
  isTested,
  needsItsExceptions,
};
