/**
 * Hugo as a peer that prints the pages afterlive prints for its readers, so that both are measured at the same work: the
 * templates in `hugo-full/site/` give, file for file, what `equal.ts` then finds alike. What they leave out, afterlive does
 * beside it: the strip of times, links from the summary to posts, cards, the pages about the archive and older live pages.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { blockText, file, idOf, londonTime, quoted } from "./content.ts";
import type { CorpusPage, CorpusPost } from "./corpus.ts";
import { linkOwnPages, type Peer, type PeerPlace, show } from "./peer.ts";

const hugo = ({ tools = "" }: PeerPlace, ...args: readonly string[]): readonly string[] => [
  path.join(tools, "hugo/usr/bin/hugo"),
  ...args,
];

export const hugoFull: Peer = {
  title: "Hugo, afterlive's own pages",
  version: (place) => hugo(place, "version"),
  site: "site",
  static: "static",
  out: "view",
  caches: ["site", "resources", ".hugo_build.lock"],
  persistent: false,
  emit(corpus, dir) {
    linkOwnPages(corpus, dir);
    for (const page of corpus.live) {
      mkdirSync(path.join(dir, "content", page.slug), { recursive: true });
      writeFileSync(path.join(dir, "content", page.slug, "_index.md"), sectionText(page));
      for (const post of page.posts) writeFileSync(path.join(dir, postFile(page, post)), postText(post));
    }
    return (_, page, post) => postFile(page, post);
  },
  staged: show,
  build(place) {
    show(place);
    return hugo(place, "--quiet", "-d", "site");
  },
  env: ({ dir }) => ({ HUGO_CACHEDIR: path.join(dir, ".hugo-cache") }),
  watch: (place) => ({
    cmd: hugo(place, "--watch", "-d", "site"),
    ready: {
      test(printed) {
        if (!/Press Ctrl\+C/.test(printed)) return false;
        show(place);
        return true;
      },
    },
  }),
};

const postFile = (page: CorpusPage, post: CorpusPost): string => `content/${page.slug}/${post.slug}.md`;

const sectionText = ({ slug, title, standfirst, summary, posts }: CorpusPage): string =>
  file(
    [
      `title: ${quoted(title)}`,
      `id: ${slug}`,
      `date: ${londonTime(posts.at(-1)?.at ?? 0)}`,
      `standfirst: ${quoted(standfirst)}`,
      "bullets:",
      ...summary.map((point) => `  - ${quoted(point)}`),
    ],
    "",
  );

function postText(post: CorpusPost): string {
  const { headline, at, label, byline, image, blocks, slug } = post;
  const id = idOf(post);
  const matter = [
    `title: ${quoted(headline)}`,
    `id: ${id}`,
    `slug: ${id}`,
    `date: ${londonTime(at)}`,
    ...(label === undefined ? [] : [`label: ${quoted(label)}`]),
    ...(id === slug ? [] : [`context: ${slug}`]),
    ...mapping("byline", byline),
    ...mapping("image", image),
  ];
  return file(matter, blocks.map(blockText).join("\n\n"));
}

const mapping = (name: string, fields: Readonly<Record<string, string>> | undefined): readonly string[] =>
  fields === undefined
    ? []
    : [`${name}:`, ...Object.entries(fields).map(([key, value]) => `  ${key}: ${quoted(value)}`)];
