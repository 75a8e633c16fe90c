/** The map of the house as data: which folder may import which, where a library lives, and the exceptions with their reasons. */

/** What a folder may import, itself always included. `root` is `.eleventy.ts`, `cli` is src/cli.ts. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ["base"],
  markdown: ["base", "model"],
  captures: ["base", "model"],
  importers: ["base", "model", "markdown", "captures"],
  archive: ["base", "model", "markdown"],
  import: ["base", "model", "markdown", "captures", "importers", "archive"],
  authoring: ["base", "model", "markdown", "archive", "site"],
  outputs: ["base", "model", "markdown"],
  site: ["base", "model", "markdown", "outputs"],
  builder: ["base", "model", "markdown", "archive", "outputs", "site", "templates"],
  eleventy: ["base", "model", "markdown", "archive", "outputs", "site", "builder"],
  checks: ["base", "model", "markdown", "archive", "outputs", "site", "builder"],
  deploy: ["base"],
  client: [],
  commands: [
    "base",
    "model",
    "markdown",
    "captures",
    "importers",
    "archive",
    "import",
    "authoring",
    "outputs",
    "site",
    "builder",
    "checks",
    "deploy",
  ],
  api: ["base", "model", "markdown", "captures", "archive", "import", "site", "builder", "checks"],
  cli: ["commands", "base", "model"],
  templates: ["base", "model", "site"],
  root: ["eleventy"],
};

/** One home a library: the files that may import it. A path that ends in "/" is a folder. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  luxon: ["src/model/instant.ts"],
  "markdown-it": ["src/markdown/"],
  yaml: ["src/archive/"],
  sharp: ["src/site/pictures/encode.ts", "src/site/pictures/open.ts"],
  diff: ["src/site/text/difference.ts"],
  harfbuzzjs: ["src/site/cards/faces.ts"],
  "bidi-js": ["src/site/cards/set-text.ts"],
  "@11ty/eleventy": [".eleventy.ts", "src/eleventy/", "src/builder/"],
  "@11ty/eleventy-dev-server": ["src/builder/"],
  parse5: ["src/importers/"],
  warcio: ["src/captures/"],
  yauzl: ["src/captures/"],
  "mhtml-to-html": ["src/captures/"],
  "bplist-parser": ["src/captures/"],
  esbuild: ["src/builder/"],
  lightningcss: ["src/builder/"],
};

/** Folders in which a registry names adapters: registry -> adapters -> contract, and no adapter knows another. */
export const adapterFolders = ["src/importers", "src/outputs", "src/deploy"];

/** Code that is a function of what it is given: no file, no process, no network. */
export const pure: readonly string[] = [
  "src/model/",
  "src/markdown/",
  "src/importers/",
  "src/outputs/",
  "src/site/",
  "templates/",
];

/** Files of a pure folder that read or write, and why. */
export const impure: Readonly<Record<string, string>> = {
  "src/site/pictures/examine.ts": "remembers in that cache what it found",
  "src/site/pictures/images.ts": "makes pictures in the cache",
  "src/site/pictures/cache.ts": "is that cache",
  "src/site/cards/faces.ts": "reads the fonts of this program",
  "src/site/cards/make-cards.ts": "draws cards into the cache",
};

export const worldModules =
  /^(?:node:)?(?:fs|fs\/promises|child_process|net|http|https|http2|dgram|dns|os|worker_threads|cluster|readline|process)$/;

/** What only src/cli.ts may do, as it looks in code. */
export const worldly: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "prints", pattern: /\bconsole\s*\.|\bprocess\s*\.\s*(?:stdout|stderr)\b/g },
  { what: "exits", pattern: /\bprocess\s*\.\s*(?:exit|exitCode|abort)\b/g },
  {
    what: "reads the clock",
    pattern:
      /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())|(?<!new\s)\bDate\s*\(|\bperformance\s*\.\s*now\b|\bprocess\s*\.\s*(?:hrtime|uptime)\b|\bDateTime\s*\.\s*(?:now|local|utc)\s*\(\s*\)/g,
  },
  { what: "is random", pattern: /\bMath\s*\.\s*random\b|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b/g },
  {
    what: "asks the machine's locale or zone",
    pattern:
      /\.\s*toLocale\w*\(\s*\)|\.\s*localeCompare\s*\(|\bIntl\s*\.\s*\w+\s*\(\s*\)|\.\s*get(?:Timezone|Hours|Minutes|Date|Day|Month|FullYear)\w*\(|\bDateTimeFormat\(\s*\)/g,
  },
];

/** Files that do such a thing all the same, and why: `path: { what: reason }`. */
export const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "src/cli.ts": {
    prints: "it is the command line",
    exits: "it is the command line",
    "reads the clock": "it is the command line",
  },
  "src/api/import-capture.ts": {
    "reads the clock": "as the command line does: a fetched page records when it was fetched",
  },
  "src/builder/steps/scan.ts": {
    "reads the clock": "a file that changed a moment ago may not be known again by its times; no output holds it",
  },
  "src/eleventy/print-site.ts": { exits: "it is a process of its own, which ends with the build that started it" },
  "src/builder/serve/network.ts": { "is random": "a secret that others cannot guess, for as long as a site is served" },
  "src/base/lock/lock.ts": { "is random": "two processes that wait for each other must not wait in step" },
  "src/base/transaction/transaction.ts": {
    "is random": "the name of the folder in which files are staged; no output holds it",
  },
  "src/base/transaction/stage.ts": { "is random": "the bytes of a reserve on the disk: zeros may take no room" },
};

/** Words that say nothing, from the design's list of names. */
export const bannedWords =
  /^(?:entry|entries|item|items|update|updates|manager|service|services|util|utils|helper|helpers|common)$/;

/** Folders of src/ in which each file has its test, by name or by import. */
export const tested = [
  "api",
  "base",
  "model",
  "markdown",
  "captures",
  "importers",
  "archive",
  "authoring",
  "site",
  "builder",
  "eleventy",
  "deploy",
  "outputs",
];

/** Files without a test of their own, and why. A file of types alone needs none. */
export const untested: Readonly<Record<string, string>> = {
  "src/eleventy/print-site.ts": "a process of its own: tests/eleventy/own-configuration.test.ts builds with it",
};

export const longest = 300;

/** Rooms whose folders hold at most `fullest` files each: more is more than one idea. */
export const divided: readonly string[] = ["src/"];
export const fullest = 15;
