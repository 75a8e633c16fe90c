// Lays what esbuild made of a program, many chunks that import one another, into a few files, its packs: Node finds, reads
// and links each file for itself, and a short command should read little that it does not run. In a pack each chunk is a
// function, called when something first asks for it.
import { createHash } from "node:crypto";
import path from "node:path";
import { transform } from "esbuild";

/**
 * The text of each pack, by its name. `wanted`: by a pack's name the sources that it begins with, and whether what these
 * import only when they need it comes along; a chunk goes into the first pack that reaches it. `entry` gives what bin/packs.cjs
 * loads for a source: a pack is a script whose value is a function that gives its chunks.
 */
export async function packsOf({ outputFiles, metafile }, { root, outdir, wanted }) {
  const nameOf = (file) => path.relative(outdir, file).split(path.sep).join("/");
  const texts = new Map(outputFiles.map(({ path: file, text }) => [nameOf(file), text]));
  const chunks = new Map(Object.entries(metafile.outputs).map(([file, one]) => [nameOf(path.join(root, file)), one]));
  const chunkOf = (source) => [...chunks].find(([, { entryPoint }]) => entryPoint === source)[0];
  const places = new Map();
  for (const [pack, { from, later }] of Object.entries(wanted)) {
    const seen = new Set();
    const visit = (name) => {
      if (seen.has(name)) return;
      seen.add(name);
      if (!places.has(name)) places.set(name, pack);
      for (const { path: file, kind, external } of chunks.get(name).imports)
        if (!external && (later || kind === "import-statement")) visit(nameOf(path.join(root, file)));
    };
    from.map(chunkOf).forEach(visit);
  }
  const packs = {};
  for (const pack of Object.keys(wanted)) {
    const parts = [];
    for (const [name, place] of places) {
      if (place !== pack) continue;
      const body = inFunction(texts.get(name), (to) => `${places.get(to)}/${to}`, path.posix.dirname(name));
      const { code } = await transform(body, { minifyWhitespace: true, target: "node22", platform: "node" });
      parts.push(`${JSON.stringify(`${pack}/${name}`)}: ($exported, $load) => {${code}}`);
    }
    // Quicker to read where each character is a byte: what esbuild leaves as it is stands in regular expressions and templates.
    const text = `(($require, $import, __filename, require) => ({\n${parts.join(",\n")}\n}))\n`.replace(
      /[^\0-\x7f]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
    packs[pack] = `// ${createHash("sha256").update(text).digest("hex")}\n${text}`;
  }
  return { packs, entry: (source) => `${places.get(chunkOf(source))}/${chunkOf(source)}` };
}

/**
 * The text of a chunk, as esbuild prints modules, for the inside of a function. What a chunk exports is complete when it has
 * run, and nothing of it is given another value later, so that constants stand for imports: a getter each would cost a twentieth.
 */
function inFunction(text, placeOf, folder) {
  const at = (to) => JSON.stringify(placeOf(path.posix.join(folder, to)));
  const from = (to) => (to.startsWith(".") ? `$load(${at(to)})` : `$require(${JSON.stringify(to)})`);
  const named = (list, asked) =>
    `{ ${[...list.matchAll(/([\w$]+)(?: as ([\w$]+))?/g)]
      .map(([, one, other = one]) => (asked ? `${one}: ${other}` : `${other}: ${one}`))
      .join(", ")} }`;
  return (
    text
      .replace(/\bimport\("(\.[^"]+)"\)/g, (_, to) => `Promise.resolve().then(() => $load(${at(to)}))`)
      // A script that is no module of Node's cannot import by itself.
      .replace(/\bimport\(/g, "$import(")
      .replace(/^import "([^"]+)";$/gm, (_, to) => `${from(to)};`)
      .replace(/^import \* as ([\w$]+) from "([^"]+)";$/gm, (_, name, to) => `const ${name} = ${from(to)};`)
      .replace(
        /^import ([\w$]+)(?:, \{([^}]*)\})? from "([^"]+)";$/gm,
        (_, name, list = "", to) => `const ${name} = $load.standard(${from(to)}), ${named(list, true)} = ${from(to)};`,
      )
      .replace(/^import \{([^}]*)\} from "([^"]+)";$/gm, (_, list, to) => `const ${named(list, true)} = ${from(to)};`)
      .replace(/^export \{([^}]*)\};$/gm, (_, list) => `Object.assign($exported, ${named(list, false)});`)
  );
}
