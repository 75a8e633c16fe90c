/**
 * afterlive as a peer of the bench runner, twice: `plain` prints the site that every peer prints, `full` the pages that
 * afterlive prints for readers. The runner takes a folder with a `peer.mjs` (see `plain/` and `full/`).
 */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { idOf, postFile, writeContent } from "./content.ts";
import type { Corpus, CorpusPage, CorpusPost } from "./corpus.ts";

/** Where a peer finds itself: the folder of its site; of the peer alone, where it is asked for its version. */
export interface PeerPlace {
  readonly dir: string;
  /** How many posts the site has; absent where there is none. */
  readonly size?: number;
  /** Where the bench folder keeps the programs it installed. */
  readonly tools?: string;
}

type FindFile = (corpus: Corpus, page: CorpusPage, post: CorpusPost) => string;

/** What the runner wants to know of a generator. */
export interface Peer {
  readonly title: string;
  /** The command that prints the version. */
  readonly version: (place: PeerPlace) => readonly string[];
  /** A folder to be copied beside the content, found from `peer.mjs`; "" if none. */
  readonly site: string;
  /** Where the style sheet that all share goes. */
  readonly static: string;
  /** The folder in which the runner looks for pages. */
  readonly out: string;
  /** What else is deleted before a build from nothing. */
  readonly caches: readonly string[];
  /** A new process can use what an earlier one left. */
  readonly persistent: boolean;
  /** Writes the content; what it returns tells the file of a post. */
  readonly emit: (corpus: Corpus, dir: string) => FindFile;
  /** Called when content and style sheet lie there. */
  readonly staged?: (place: PeerPlace) => void;
  readonly build: (place: PeerPlace) => readonly string[];
  /** What else the environment holds. */
  readonly env: (place: PeerPlace) => Readonly<Record<string, string>>;
  /** `ready` finds in what the command prints that it waits for changes. */
  readonly watch: (place: PeerPlace) => {
    readonly cmd: readonly string[];
    readonly ready: { test(printed: string): boolean };
  };
}

const afterlive = (...args: readonly string[]): readonly string[] => [
  process.execPath,
  path.resolve(import.meta.dirname, "../bin/afterlive.cjs"),
  ...args,
];
/** `serve` says so when its first build is done. */
const waits = /Ctrl-C ends it/;

/** The templates of the site that every peer prints. */
const plainTemplates = ["atom", "index", "live-page", "post"].map((name) => `${name}.11ty.ts`);

export const plain: Peer = {
  title: "afterlive, plain pages",
  version: () => afterlive("--version"),
  site: "",
  static: "public",
  out: "out",
  caches: [".afterlive"],
  persistent: true,
  emit(corpus, dir) {
    writeContent(corpus, dir);
    return (_, page, post) => postFile(page, post);
  },
  /** An archive's own templates, which import the bench's where they lie: copies could not find what they import. */
  staged({ dir }) {
    const templates = path.join(dir, "templates");
    mkdirSync(templates, { recursive: true });
    writeFileSync(path.join(templates, "replaces-all"), "");
    writeFileSync(path.join(templates, "package.json"), '{ "type": "module" }\n');
    for (const name of plainTemplates) {
      const url = new URL(`templates/${name}`, import.meta.url).href;
      writeFileSync(path.join(templates, name), `export { default } from ${JSON.stringify(url)};\n`);
    }
  },
  build: () => afterlive("build", "--out", "out"),
  // Who has one of the two archives calls other functions than who has the other.
  env: ({ dir, size }) => (size === undefined ? {} : { XDG_CACHE_HOME: path.join(path.dirname(dir), ".cache") }),
  watch: () => ({ cmd: afterlive("serve", "--out", "out"), ready: waits }),
};

/**
 * The runner looks for pages at the peers' addresses; ours are others, and one page holds a whole live page. So it is shown
 * a folder of links, `view`, to the pages that hold the posts. It deletes that before each build: the links lie in `.view`.
 * Its check of the words finds other pages than the model's: run this peer with `--check no`.
 */
export const full: Peer = {
  ...plain,
  title: "afterlive, its own pages",
  out: "view",
  caches: [".afterlive", "site"],
  emit(corpus, dir) {
    linkOwnPages(corpus, dir);
    return plain.emit(corpus, dir);
  },
  staged: show,
  build(place) {
    show(place);
    return afterlive("build", "--out", "site");
  },
  watch: (place) => ({
    cmd: afterlive("serve", "--out", "site"),
    ready: {
      test(printed) {
        if (!waits.test(printed)) return false;
        show(place);
        return true;
      },
    },
  }),
};

/** Links at the peers' addresses, to the files at ours in the folder `site`. */
export function linkOwnPages(corpus: Corpus, dir: string): void {
  for (const page of corpus.live) {
    const live = path.join(dir, ".view/live", page.slug);
    const site = path.join(dir, "site", page.slug);
    mkdirSync(path.join(live, "page"), { recursive: true });
    link(path.join(site, "index.html"), path.join(live, "index.html"));
    for (let number = 2; number <= Math.ceil(page.posts.length / corpus.site.perPage); number += 1)
      link(site, path.join(live, "page", String(number)));
    for (const post of page.posts) link(path.join(site, idOf(post)), path.join(live, post.slug));
  }
}

const link = (to: string, at: string): void => symlinkSync(path.relative(path.dirname(at), to), at);

/** Shows the runner the links. */
export function show({ dir }: PeerPlace): void {
  rmSync(path.join(dir, "view"), { force: true });
  symlinkSync(".view", path.join(dir, "view"));
}
