/** From a line to its kind by exact words: legends of pictures, quotations, furniture around posts. */
import { embedSentences, losses } from "../account/losses.ts";

const beginning =
  (pattern: RegExp) =>
  (text: string): number | undefined =>
    pattern.exec(text)?.[0].length;

/** The length of the words that open a caption, a credit, a recording's caption or a quotation; undefined for another line. */
export const imageCaption = beginning(/^Image caption\s*[,:](?=\s|$|[^\s,])/i);
export const copyright = beginning(/^Copyright:/i);
export const mediaCaption = beginning(/^(?:Media|Video|Audio) caption\s*[,:]/i);
export const quoteMessage = beginning(/^Quote Message(?::\s*from(?=\s|$)|:|$)/i);

const sourceWords = "Image source,";
/** The offsets of the last "Image source," of a line and of the credit after it. */
export function imageSource(text: string): { readonly at: number; readonly after: number } | undefined {
  const at = text.lastIndexOf(sourceWords);
  return at === -1 ? undefined : { at, after: at + sourceWords.length };
}

/** The fixed sentence around an embed that the line is, with its provider if the line names it; undefined for another line. */
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
/** Page counts and links to other pages: they appear only at the end of a capture. */
export const isTailTool = fits("share tools");
export const isShareTarget = (text: string): boolean => /^[•◦▪*-]/.test(text) && fits("share tools")(text);
export const isPlayerText = fits("player text");
export const isLicenceNotice = fits("licence notice");
export const isViewerCount = fits("viewer count");
export const isLiveHeader = fits("live header");
export const isSummaryHeading = fits("summary");
