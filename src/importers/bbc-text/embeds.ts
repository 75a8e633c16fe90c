/** From the fixed words around an embed to a media block: the words are lost, the provider and the author stay. */
import type { Block, Media } from "../../model/block.ts";
import { embedOpeners } from "../account/losses.ts";
import { squeeze } from "../account/written-words.ts";
import { providerName } from "../media/provider-names.ts";
import { type FoundBlocks, lineAt, paragraphOf, type TextPassage } from "../text/passage.ts";
import { isBlank, type Line, nextWords } from "../text/text.ts";
import { embedLine } from "./marks.ts";

const openers = new Set(embedOpeners);
const skip = 4;
const endOf = 5;

interface Ribbon {
  readonly sentence: number;
  readonly provider?: string;
  /** The length of the fixed words; the author's name follows them. */
  readonly length: number;
}

/** Reads the line of an embed, with or without the author's name: "Skip twitter post 2 by Somebody". */
function ribbon(text: string): Ribbon | undefined {
  const whole = embedLine(text);
  if (whole !== undefined) return { ...whole, length: text.length };
  const head = /^(?:Skip|End of) [A-Za-z ]{1,30}(?: \d{1,4})? by(?= \S)/i.exec(text)?.[0];
  const found = head === undefined ? undefined : embedLine(head);
  return found === undefined || head === undefined ? undefined : { ...found, length: head.length };
}

/** Maps each line that opens an embed with "Skip ..." to the line of its "End of ...", if that comes before the next embed opens. */
export function findEmbedEnds(lines: readonly Line[], from: number, to: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let end: number | undefined;
  for (let index = to - 1; index >= from; index -= 1) {
    const text = lines[index]?.text ?? "";
    if (!/^(?:Skip|End of) /i.test(text)) continue;
    const sentence = ribbon(text)?.sentence;
    if (sentence === endOf) end = index;
    if (sentence !== skip) continue;
    if (end !== undefined) ends.set(index, end);
    end = undefined;
  }
  return ends;
}

interface Draft {
  provider?: string;
  author?: string;
  readonly seen: Set<number>;
  readonly blocks: Block[];
  /** The line of its last sentence, if that is known. */
  end: number;
}

/** Reads a run of such lines as embeds, with the text inside them; undefined if the first line is none. */
export function readEmbeds(passage: TextPassage, from: number): FoundBlocks | undefined {
  if (ribbon(lineAt(passage, from).text) === undefined) return undefined;
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  let next = from;
  for (let index = from; index < passage.to; index = nextWords(passage.lines, index + 1, passage.to)) {
    const line = lineAt(passage, index);
    const words = ribbon(line.text);
    if (words === undefined) {
      if (draft === undefined || index >= draft.end) break;
      const paragraph = isBlank(line) ? undefined : paragraphOf(passage, line);
      if (paragraph !== undefined) draft.blocks.push(paragraph);
      continue;
    }
    if (draft === undefined || opensAnother(draft, words)) {
      draft = { seen: new Set(), blocks: [], end: -1 };
      drafts.push(draft);
    }
    draft.seen.add(words.sentence);
    if (words.provider !== undefined) draft.provider ??= providerName(words.provider);
    draft.end = Math.max(draft.end, passage.embedEnds.get(index) ?? -1);
    passage.recorder.lose("embed text", line.start, line.start + words.length, passage.place("body"));
    readAuthor(passage, draft, line, words.length);
    next = index + 1;
  }
  return { blocks: drafts.flatMap(finish), next };
}

const opensAnother = (draft: Draft, { sentence, provider }: Ribbon): boolean =>
  (openers.has(sentence) && (draft.seen.has(sentence) || draft.seen.has(endOf))) ||
  (provider !== undefined && draft.provider !== undefined && providerName(provider) !== draft.provider);

function readAuthor(passage: TextPassage, draft: Draft, line: Line, after: number): void {
  const start = line.start + after;
  const words = line.text.slice(after).trim();
  if (words === "") return;
  if (draft.author !== undefined && squeeze(draft.author) === squeeze(words)) {
    passage.recorder.lose("second copy", start, line.end, passage.place("author"));
    return;
  }
  const author = passage.recorder.keep(passage.place("author"), start, line.end);
  draft.author = draft.author === undefined ? author : `${draft.author} ${author}`;
}

/** Fixed words without a provider make no embed. */
function finish({ provider, author, blocks }: Draft): Media[] {
  if (provider === undefined && author === undefined && blocks.length === 0) return [];
  return [
    {
      kind: "embed",
      ...(provider === undefined ? {} : { provider }),
      ...(author === undefined ? {} : { author }),
      blocks,
    },
  ];
}
