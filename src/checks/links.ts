/** From the links in an archive's texts to a warning for each that leads to a place of the archive which it does not have. */
import type { Archive, ArchivedPage } from "../archive/archive.ts";
import { placeOfWords } from "../archive/read/place-of.ts";
import type { Problem } from "../model/problem.ts";
import type { SitePaths } from "./site-paths.ts";

/** A text with links, and where it stands. */
interface LinkedText {
  readonly file: string;
  readonly slug: string;
  readonly hrefs: readonly string[];
}

export async function linkProblems(
  { root, settings, pages }: Archive,
  paths: () => Promise<SitePaths>,
): Promise<readonly Problem[]> {
  const bySlug = new Map(pages.map((page) => [page.page.slug, page]));
  const problems: Problem[] = [];
  for (const { file, slug, hrefs } of pages.flatMap(textsOf))
    for (const href of hrefs) {
      const fault = href.startsWith("#")
        ? anchorFault(href.slice(1), bySlug.get(slug))
        : settings.url !== undefined && href.startsWith(settings.url)
          ? await addressFault(href.slice(settings.url.length), bySlug, paths)
          : undefined;
      if (fault !== undefined)
        problems.push({ severity: "warning", ...placeOfWords(root, file, href), ...describeDead(href, fault) });
    }
  return problems;
}

const describeDead = (href: string, fault: string): Pick<Problem, "message" | "hint"> => ({
  message: `Cannot follow the link to "${href}": ${fault}`,
  hint: "Write the id of a post of this live page behind #, or the whole address of another page",
});

function textsOf({ page, files }: ArchivedPage): readonly LinkedText[] {
  const { slug } = page;
  const texts = [
    { file: `content/${slug}/page.md`, slug, hrefs: hrefsIn([page.summary, page.note]) },
    ...page.posts.map(({ id, blocks }) => ({ file: files.get(id) ?? "", slug, hrefs: hrefsIn(blocks) })),
  ];
  return texts.filter(({ hrefs }) => hrefs.length > 0);
}

/** The addresses of all links in blocks or inline content, each once. */
function hrefsIn(content: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const member of value) walk(member);
    else if (typeof value === "object" && value !== null) {
      if ("kind" in value && value.kind === "link" && "href" in value) found.add(String(value.href));
      for (const member of Object.values(value)) if (typeof member === "object") walk(member);
    }
  };
  walk(content);
  return [...found];
}

/** Why a place of a live page cannot be gone to. Ids with "_" are the page's own: days, the summary. */
function anchorFault(anchor: string, page: ArchivedPage | undefined): string | undefined {
  if (anchor === "" || anchor.includes("_") || page === undefined || page.files.has(anchor)) return undefined;
  return `no post of "${page.page.slug}" has this id`;
}

async function addressFault(
  address: string,
  bySlug: ReadonlyMap<string, ArchivedPage>,
  paths: () => Promise<SitePaths>,
): Promise<string | undefined> {
  const [, file = "", anchor = ""] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const path = file === "" || file.endsWith("/") ? `${file}index.html` : file;
  const whole = path.slice(path.lastIndexOf("/") + 1).includes(".") ? path : `${path}/index.html`;
  if (!(await (await paths()).has(whole))) return `the site has no "${whole}"`;
  const [slug = "", name = "", ...more] = whole.split("/");
  const isLivePage = more.length === 0 && /^(?:index|oldest)\.html$/.test(name);
  return isLivePage ? anchorFault(anchor, bySlug.get(slug)) : undefined;
}
