/** Turns a live page and its posts into citations, and citations into views and files. */
import type { ArchiveSettings } from "../../model/live-page.ts";
import type { Citation } from "../../outputs/citations/citation.ts";
import { bibtex, citationForms } from "../../outputs/citations/citation-forms.ts";
import { citeText } from "../../outputs/citations/sentence.ts";
import { citeWiki } from "../../outputs/citations/wiki.ts";
import { stringsFor } from "../i18n/language.ts";
import { lazy } from "../lazy.ts";
import type { LivePageView } from "../views/live-page.ts";
import type { PostView } from "../views/post.ts";
import type { CiteView, TextFileView } from "../views/text-files.ts";
import type { TimeView } from "../views/time.ts";

/** `source`: the post's own address, where its publisher gave it one. */
export function citePost(
  post: PostView,
  page: LivePageView,
  settings: ArchiveSettings,
  source: string | undefined,
): Citation {
  const signed = post.bylines.map(({ name }) => name);
  return {
    ...citePage(page, settings),
    key: `${page.slug}:${post.id}`,
    kind: "post",
    title: post.name,
    ...(signed.length > 0 && { authors: signed }),
    ...dated(post.time, page.language),
    container: page.title,
    ...(source !== undefined && { original: source }),
    ...(settings.url !== undefined && { address: new URL(`${page.slug}/${post.id}/`, settings.url).href }),
  };
}

export function citePage(page: LivePageView, settings: ArchiveSettings): Citation {
  return {
    key: page.slug,
    kind: "live page",
    title: page.title,
    authors: page.publisher === undefined ? [] : [page.publisher],
    ...(page.publisher !== undefined && { publisher: page.publisher }),
    archive: settings.title,
    ...(page.source !== undefined && { original: page.source }),
    ...(settings.url !== undefined && { address: new URL(`${page.slug}/`, settings.url).href }),
    language: page.language,
  };
}

const dated = (time: TimeView | undefined, language: string): Pick<Citation, "date"> =>
  time === undefined
    ? {}
    : {
        date: {
          day: time.iso.slice(0, 10),
          words: stringsFor(language).dateAndClock(time.date, `${time.clock} ${time.zone}`),
        },
      };

/** The citation in words, with the day and the address of the capture where both are known. */
export function citeSentence(citation: Citation, captured: TimeView | undefined): string {
  const { original, language } = citation;
  const isKnown = original !== undefined && captured !== undefined;
  return citeText(citation, isKnown ? stringsFor(language).capturedFrom(captured.date, original) : undefined);
}

/** `name`: of the files, without their endings. */
export function citeView(citation: Citation, name: string, captured: TimeView | undefined): CiteView {
  const printed = citationForms.map((form) => ({ form, text: form.print([citation]) }));
  return {
    text: citeSentence(citation, captured),
    wiki: citeWiki(citation, captured?.iso.slice(0, 10)),
    bibtex: printed.find(({ form }) => form === bibtex)?.text ?? "",
    files: printed.map(({ form: { name: form, ending, mediaType }, text }) => ({
      form,
      name: `${name}.${ending}`,
      // A data URL (RFC 2397) works without a script, and from disk.
      href: `data:${mediaType};charset=utf-8,${encodeURIComponent(text).replaceAll("'", "%27")}`,
    })),
  };
}

/** `inputs`: all that the citations hold. */
export function citationFiles(
  slug: string,
  inputs: readonly unknown[],
  citations: () => readonly Citation[],
): readonly TextFileView[] {
  const all = lazy(citations);
  return citationForms.map(({ ending, print }) => ({
    path: `${slug}/citations.${ending}`,
    inputs,
    text: () => print(all()),
  }));
}
