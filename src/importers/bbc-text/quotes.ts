/** From the lines of a quotation to a block: "Quote Message", its words, its speaker, and the copy for screen readers. */
import type { Block, Quote } from "../../model/block.ts";
import { textContent } from "../../model/inline.ts";
import { squeeze } from "../account/written-words.ts";
import { isRoleLike } from "../text/marks.ts";
import { type FoundBlocks, lineAt, paragraphOf, type TextPassage } from "../text/passage.ts";
import { isBlank, nextWords } from "../text/text.ts";
import { isPlainLine } from "./figures.ts";
import { quoteMessage } from "./marks.ts";

export function readQuote(passage: TextPassage, at: number): FoundBlocks | undefined {
  const line = lineAt(passage, at);
  const words = quoteMessage(line.text);
  if (words === undefined) return undefined;
  passage.recorder.lose("quote message", line.start, line.start + words);
  const here = line.text.slice(words).trim();
  return here === "" ? readBelow(passage, at + 1) : readOnLine(passage, at, words);
}

const wordsFrom = (passage: TextPassage, index: number): number => nextWords(passage.lines, index, passage.to);

/** The newer form: the words, the person and the role are blocks of their own. */
function readBelow(passage: TextPassage, from: number): FoundBlocks {
  const first = wordsFrom(passage, from);
  if (!isPlainLine(lineAt(passage, first).text)) return { blocks: [], next: from };
  const last = lastOfQuote(passage, first);
  const blocks: Block[] = [];
  for (let index = first; index <= last; index = wordsFrom(passage, index + 1)) {
    const paragraph = paragraphOf(passage, lineAt(passage, index));
    if (paragraph !== undefined) blocks.push(paragraph);
  }
  return withSpeaker(passage, blocks, last + 1);
}

/** The last line of a quotation. One of several paragraphs is known only by its closing mark, directly before a name. */
function lastOfQuote(passage: TextPassage, first: number): number {
  const closes = (index: number): boolean => /["”]$/.test(lineAt(passage, index).text);
  if (closes(first)) return first;
  let index = first;
  for (let more = 0; more < 4; more += 1) {
    if (isSpeaker(passage, wordsFrom(passage, index + 1))) return more === 0 || closes(index) ? index : first;
    index = wordsFrom(passage, index + 1);
    if (index >= passage.to || !isPlainLine(lineAt(passage, index).text)) return first;
  }
  return first;
}

/** True for a block of one short line that does not end as a sentence does. */
function isSpeaker(passage: TextPassage, index: number): boolean {
  const { text } = lineAt(passage, index);
  const alone = passage.flat || isBlank(lineAt(passage, index + 1)) || !isPlainLine(lineAt(passage, index + 1).text);
  return (
    alone && isPlainLine(text) && isRoleLike(text) && text.split(" ").length <= 12 && /^[\p{Lu}\p{Lo}@]/u.test(text)
  );
}

function withSpeaker(passage: TextPassage, blocks: readonly Block[], from: number): FoundBlocks {
  const keep = (index: number) => {
    const line = lineAt(passage, index);
    return textContent(passage.recorder.keep(passage.place("body"), line.start, line.end));
  };
  const personAt = wordsFrom(passage, from);
  if (!isSpeaker(passage, personAt)) return { blocks: [{ kind: "quote", blocks }], next: from };
  const person = keep(personAt);
  const roleAt = wordsFrom(passage, personAt + 1);
  if (!isSpeaker(passage, roleAt)) return { blocks: [{ kind: "quote", blocks, person }], next: personAt + 1 };
  return { blocks: [{ kind: "quote", blocks, person, role: keep(roleAt) }], next: roleAt + 1 };
}

/** The older form: words after the mark, the same words again, then "from NAME ROLE", and name and role again without the blank. */
function readOnLine(passage: TextPassage, at: number, words: number): FoundBlocks {
  const { recorder } = passage;
  const line = lineAt(passage, at);
  const text = paragraphOf(passage, line, words);
  const blocks = text === undefined ? [] : [text];
  let next = at + 1;
  const copyAt = wordsFrom(passage, next);
  const copy = lineAt(passage, copyAt);
  if (copy.text !== "" && squeeze(copy.text) === squeeze(line.text.slice(words))) {
    recorder.lose("second copy", copy.start, copy.end, passage.place("body"));
    next = copyAt + 1;
  }
  const fromAt = wordsFrom(passage, next);
  const from = lineAt(passage, fromAt);
  const fromWords = /^Quote Message:\s*from\s+/i.exec(from.text)?.[0].length;
  if (fromWords === undefined) return { blocks: [{ kind: "quote", blocks }], next };
  recorder.lose("quote message", from.start, from.start + fromWords);
  const gluedAt = wordsFrom(passage, fromAt + 1);
  const glued = lineAt(passage, gluedAt);
  const speaker = { start: from.start + fromWords, text: from.text.slice(fromWords) };
  const isGlued = squeeze(glued.text) === squeeze(speaker.text);
  const split = isGlued ? whereGlued(speaker.text, glued.text) : speaker.text.length;
  const place = passage.place("body");
  const person = textContent(recorder.keep(place, speaker.start, speaker.start + split));
  const role = textContent(recorder.keep(place, speaker.start + split, from.end));
  if (isGlued) recorder.lose("second copy", glued.start, glued.end, place);
  const quote: Quote = {
    kind: "quote",
    blocks,
    ...(person.length > 0 ? { person } : {}),
    ...(role.length > 0 ? { role } : {}),
  };
  return { blocks: [quote], next: isGlued ? gluedAt + 1 : fromAt + 1 };
}

/** The end of the name: the place where "Ida Berg pilot" has a blank and "Ida Bergpilot" has none. */
function whereGlued(spaced: string, glued: string): number {
  let index = 0;
  while (index < spaced.length && spaced[index] === glued[index]) index += 1;
  return index;
}
