/** How the kinds of line of this form look: list marks, legends of pictures, quotations, and the furniture around posts. */
import { embedSentences, losses } from "./losses.ts";

/** A list mark at the head of a line: its length with the blanks behind it, and its number if it has one. */
export interface Mark {
  readonly mark: string;
  /** Where the words begin. */
  readonly after: number;
  readonly number?: number;
}

export function bulletMark(text: string): Mark | undefined {
  const match = /^([•◦▪‣∙·*–-])(?:\s+|$)/.exec(text) ?? /^([•◦▪‣])(?=\S)/.exec(text);
  return match === null ? undefined : { mark: match[1] ?? "", after: match[0].length };
}

export function numberMark(text: string): Mark | undefined {
  const match = /^(\d{1,9})\.(?:\s+|$)/.exec(text);
  return match === null ? undefined : { mark: `${match[1]}.`, after: match[0].length, number: Number(match[1]) };
}

/** A dash can open a paragraph as well: only a dot of some kind is a bullet wherever it stands. */
export const isSureBullet = (mark: Mark): boolean => !/^[*–-]$/.test(mark.mark);

const beginning =
  (pattern: RegExp) =>
  (text: string): number | undefined =>
    pattern.exec(text)?.[0].length;

/** How long the words are that open a caption, a credit, a recording's caption, a quotation; undefined where they do not. */
export const imageCaption = beginning(/^Image caption\s*[,:](?=\s|$|[^\s,])/i);
export const copyright = beginning(/^Copyright:/i);
export const mediaCaption = beginning(/^(?:Media|Video|Audio) caption\s*[,:]/i);
export const quoteMessage = beginning(/^Quote Message(?::\s*from(?=\s|$)|:|$)/i);

const sourceWords = "Image source,";
/** Where the last "Image source," of a line begins and where the credit begins. */
export function imageSource(text: string): { readonly at: number; readonly after: number } | undefined {
  const at = text.lastIndexOf(sourceWords);
  return at === -1 ? undefined : { at, after: at + sourceWords.length };
}

/** Whether a line is fixed text around an embed; `provider` is whose, as the line names it. */
export function embedLine(text: string): { readonly provider?: string; readonly sentence: number } | undefined {
  if (text.length > 600 || !(embedHint.test(text) || /ads\.$|adverts\.$/.test(text.slice(-9)))) return undefined;
  for (const [sentence, pattern] of embedSentences.entries()) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const provider = match.slice(1).find(Boolean);
    return provider === undefined ? { sentence } : { sentence, provider };
  }
  return undefined;
}
const embedHint = /^(?:This|View|Allow|Skip|End of|The BBC|Warning|Accept|Report)\b/i;

const fits =
  (kind: "share tools" | "player text" | "licence notice" | "viewer count" | "live header" | "summary") =>
  (text: string): boolean =>
    text.length < 160 && losses[kind].pattern.test(/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text);

export const isShareTool = (text: string): boolean =>
  fits("share tools")(text) && !/^[•◦▪*-]|^(?:Page )?\d|posts?$/i.test(text);
/** What only the end of a capture shows: leafing, counting. */
export const isTailTool = fits("share tools");
export const isShareTarget = (text: string): boolean => /^[•◦▪*-]/.test(text) && fits("share tools")(text);
export const isPlayerText = fits("player text");
export const isLicenceNotice = fits("licence notice");
export const isViewerCount = fits("viewer count");
export const isLiveHeader = fits("live header");
export const isSummaryHeading = fits("summary");

/** True for a sentence, a fragment of one, or anything else that ends as names and titles do not. */
export const endsLikeText = (text: string): boolean => /[.!?:;,…"”'’)\]–-]$/.test(text) && !/\b[A-Z]\.$|\)$/.test(text);

/** True for a line that may be the name of somebody or of some house: every word of weight begins with a capital. */
export function isNameLike(text: string): boolean {
  if (text.length > 90 || /[\d"“”:;!?]|[^A-Z.][.]$/.test(text) || !/^[\p{Lu}\p{Lo}@]/u.test(text)) return false;
  const words = text.split(/[\s,&/]+/).filter(Boolean);
  return (
    words.length <= 14 &&
    words.every((word) => /^[\p{Lu}\p{Lo}@(]|^['’]?\p{Lu}/u.test(word) || particles.test(word)) &&
    !/^(?:A|An)\s/.test(text)
  );
}
const particles =
  /^(?:and|of|the|in|at|for|de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|ten|bin|bint|ibn|al|el|ap|y|e|und|et|al-\p{L}+|el-\p{L}+|d['’]\p{L}+|bbc|with|on)$/u;

/** A name of a person as bylines have it: two to five words, or several such names. */
export const isPersonLike = (text: string): boolean =>
  isNameLike(text) && /^\S+(?: \S+){1,4}$|,| and | & /.test(text) && !/^(?:The|In|On|At)\s/.test(text);

export const isRoleLike = (text: string): boolean =>
  text.length <= 110 &&
  !/[.!?:;]$/.test(text.replace(/(?:\b[A-Za-z]\.)+$/, "")) &&
  !/["“”]$|^["“‘]/.test(text) &&
  /\p{L}/u.test(text);

/** Words that only what somebody does has. */
export const isSureRole = (text: string): boolean =>
  isRoleLike(text) &&
  /\b(?:correspondent|editor|reporters?|reporting|journalists?|analyst|producer|presenter|commentator|columnist|writer|newsreader|specialist|team|BBC|News|Sport|Verify|Westminster|Newsroom|Monitoring)\b/i.test(
    text,
  );
