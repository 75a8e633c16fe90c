/** From the language tags of an archive to a warning for each that names no language, or names it by an old or a wrong tag. */
import type { Archive } from "../archive/archive.ts";
import { placeOfKey } from "../archive/read/place-of.ts";
import type { Problem } from "../model/problem.ts";

export function languageProblems({ root, settings, pages }: Archive): readonly Problem[] {
  const tags = [
    { file: "content/archive.md", language: settings.language },
    ...pages.map(({ page: { slug, language } }) => ({ file: `content/${slug}/page.md`, language })),
  ];
  return tags.flatMap(({ file, language }): readonly Problem[] => {
    const fault = faultOfTag(language);
    if (fault === undefined) return [];
    const { source: _, ...place } = placeOfKey(root, file, "language");
    return [{ severity: "warning", ...place, message: `Cannot use "${language}": ${fault.what}`, hint: fault.hint }];
  });
}

const faults = new Map<string, { readonly what: string; readonly hint: string } | undefined>();

/** Undefined for a right tag. */
function faultOfTag(tag: string): { readonly what: string; readonly hint: string } | undefined {
  if (!faults.has(tag)) faults.set(tag, describeTag(tag));
  return faults.get(tag);
}

function describeTag(tag: string): ReturnType<typeof faultOfTag> {
  const [canonical = tag] = Intl.getCanonicalLocales(tag);
  const { language = "", region } = new Intl.Locale(canonical);
  const example = "Write a tag such as en-GB, ar or zh-Hans";
  const named = (type: "language" | "region", code: string): boolean =>
    new Intl.DisplayNames("en", { type, fallback: "none" }).of(code) !== undefined;
  // Of the languages with three letters the tables of names lack many.
  if (language.length !== 3 && !named("language", language)) {
    const meant = tagOfName(tag);
    return { what: "no language has this tag", hint: meant === undefined ? example : `Write: language: ${meant}` };
  }
  if (region !== undefined && !named("region", region))
    return { what: `there is no region "${region}"`, hint: example };
  return canonical.toLowerCase() === tag.toLowerCase()
    ? undefined
    : { what: "this tag has another one in its place", hint: `Write: language: ${canonical}` };
}

/** `fr` for "french". */
function tagOfName(name: string): string | undefined {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return common.find((tag) => names.of(tag)?.toLowerCase() === name.toLowerCase());
}

const common =
  "ar bg bn cs cy da de el en es et fa fi fr ga gu ha he hi hr hu id ig it ja ko lt lv ms nl no pa pl ps pt ro ru sk sl so sr sv sw ta te th tr uk ur uz vi yo zh".split(
    " ",
  );
