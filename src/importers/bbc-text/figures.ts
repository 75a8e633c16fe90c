/** From the lines about pictures and recordings to figures and media. The text has no file names, so figures get theirs later. */
import type { Figure, Media } from "../../model/block.ts";
import { type Inline, textContent } from "../../model/inline.ts";
import { bulletMark, isSureBullet } from "../text/marks.ts";
import { type FoundBlocks, lineAt, type TextPassage } from "../text/passage.ts";
import { isBlank, nextWords } from "../text/text.ts";
import {
  copyright,
  embedLine,
  imageCaption,
  imageSource,
  isPlayerText,
  isShareTool,
  mediaCaption,
  quoteMessage,
} from "./marks.ts";

/** True for a line of words that opens nothing else: it can be a caption. */
export function isPlainLine(text: string): boolean {
  const bullet = bulletMark(text);
  return (
    text !== "" &&
    (bullet === undefined || !isSureBullet(bullet)) &&
    imageSource(text) === undefined &&
    imageCaption(text) === undefined &&
    mediaCaption(text) === undefined &&
    quoteMessage(text) === undefined &&
    !isPlayerText(text) &&
    !isShareTool(text) &&
    embedLine(text) === undefined
  );
}

/** True if a line is the legend of the picture whose alt text stands directly above it. */
export const opensLegend = (text: string): boolean =>
  imageCaption(text) !== undefined || copyright(text) !== undefined || imageSource(text)?.at === 0;

/** The figure that a line is or opens: alt text joined to its credit, or a legend of a picture without alt text. */
export function readFigure(passage: TextPassage, at: number): FoundBlocks | undefined {
  const line = lineAt(passage, at);
  const source = imageSource(line.text);
  if (source === undefined || source.at === 0)
    return opensLegend(line.text) ? readLegend(passage, at, "", true) : undefined;
  const alt = passage.recorder.keep(passage.place("body"), line.start, line.start + source.at);
  passage.recorder.lose("image source", line.start + source.at, line.start + source.after);
  const credit = passage.recorder.keep(passage.place("credit"), line.start + source.after, line.end);
  return readLegend(passage, at + 1, alt, false, textContent(credit));
}

/** The figure whose alt text is a whole line. */
export function readAltLine(passage: TextPassage, at: number): FoundBlocks {
  const line = lineAt(passage, at);
  return readLegend(passage, at + 1, passage.recorder.keep(passage.place("body"), line.start, line.end), true);
}

function readLegend(
  passage: TextPassage,
  from: number,
  alt: string,
  open: boolean,
  given: readonly Inline[] = [],
): FoundBlocks {
  const { recorder } = passage;
  let credit = given;
  let caption: readonly Inline[] = [];
  let wantsCredit = open;
  let next = from;
  for (;;) {
    const index = isBlank(lineAt(passage, next)) ? nextWords(passage.lines, next, passage.to) : next;
    const line = lineAt(passage, index);
    const rights =
      copyright(line.text) ?? (imageSource(line.text)?.at === 0 ? imageSource(line.text)?.after : undefined);
    if (wantsCredit && index === next && rights !== undefined) {
      recorder.lose("image source", line.start, line.start + rights);
      credit = textContent(recorder.keep(passage.place("credit"), line.start + rights, line.end));
      wantsCredit = false;
      next = index + 1;
      continue;
    }
    const words = imageCaption(line.text);
    if (words === undefined || caption.length > 0 || index > next + 1) break;
    recorder.lose("image caption", line.start, line.start + words);
    const read = readCaption(passage, index, words);
    caption = read.caption;
    next = read.next;
    if (caption.length === 0) break;
  }
  const legend = { ...(caption.length === 0 ? {} : { caption }), ...(credit.length === 0 ? {} : { credit }) };
  const figure: Figure = { kind: "figure", file: "", alt, ...legend };
  return { blocks: alt === "" && Object.keys(legend).length === 0 ? [] : [figure], next };
}

/** The words after "Image caption," on its line, or else the line of words below it. */
function readCaption(passage: TextPassage, at: number, after: number): { caption: readonly Inline[]; next: number } {
  const line = lineAt(passage, at);
  const place = passage.place("caption");
  const here = passage.recorder.keep(place, line.start + after, line.end);
  if (here !== "") return { caption: textContent(here), next: at + 1 };
  const index = nextWords(passage.lines, at + 1, passage.to);
  const below = lineAt(passage, index);
  if (index > at + 3 || !isPlainLine(below.text)) return { caption: [], next: at + 1 };
  return { caption: textContent(passage.recorder.keep(place, below.start, below.end)), next: index + 1 };
}

/** A recording: its caption, or the words that replace it. */
export function readRecording(passage: TextPassage, from: number): FoundBlocks | undefined {
  let at = from;
  while (isPlayerText(lineAt(passage, at).text)) {
    const line = lineAt(passage, at);
    passage.recorder.lose("player text", line.start, line.end);
    at = nextWords(passage.lines, at + 1, passage.to);
  }
  const line = lineAt(passage, at);
  const words = mediaCaption(line.text);
  if (words === undefined) return at === from ? undefined : { blocks: [{ kind: "video", blocks: [] }], next: at };
  passage.recorder.lose("media caption", line.start, line.start + words);
  const { caption, next } = readCaption(passage, at, words);
  const first = caption[0]?.kind === "text" ? caption[0].text : "";
  const media: Media = {
    kind: /^Audio/i.test(line.text) || /^(?:Listen|Audio)\b/.test(first) ? "audio" : "video",
    ...(caption.length === 0 ? {} : { caption }),
    blocks: [],
  };
  return { blocks: [media], next };
}
