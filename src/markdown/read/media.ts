/** From `::: kind` with its field lines and its text to a media block. */
import type { Token } from "markdown-it";
import { type Block, type Media, type MediaKind, mediaKinds } from "../../model/block.ts";
import { pictureOf, webAddress } from "../address.ts";
import { linesOf, mediaFields, readFields } from "../fields.ts";
import { deepestMedia } from "../normalise.ts";
import { badPoster, badSource, type Finding, tooDeep, unclosed, unknownField, unknownKind } from "../problems.ts";
import { markColumn, type Passage, report } from "../source.ts";
import { keepRest } from "./paragraph.ts";
import { advance, inlineOf, next, type Reader } from "./reader.ts";

interface Head {
  readonly fields: Omit<Media, "kind" | "blocks">;
  readonly rest: readonly Block[];
}

/** The reader stands behind the `:::` line. */
export function readMedia(
  reader: Reader,
  token: Token,
  readBody: (reader: Reader) => readonly Block[],
): readonly Block[] {
  const line = token.map?.[0] ?? 0;
  const say = (finding: Finding) => report(reader.source, finding, line, markColumn(reader.source, line, ":::"));
  const asText: Block = { kind: "paragraph", content: [{ kind: "text", text: `::: ${token.info}` }] };
  const kind = mediaKinds.find((candidate) => candidate === token.info);
  if (reader.media >= deepestMedia) {
    say(tooDeep("a ::: block"));
    reader.surplus++;
    return [asText];
  }
  if (kind === undefined) say(unknownKind(token.info));
  const { isMediaOpen } = reader;
  reader.isMediaOpen = true;
  reader.media++;
  const head = kind === undefined ? undefined : readHead(reader, kind, line);
  const body = readBody(reader);
  reader.media--;
  reader.isMediaOpen = isMediaOpen;
  if (next(reader)?.type === "media_close") advance(reader);
  else say(unclosed(token.info));
  if (kind === undefined || head === undefined) return [asText, ...body];
  return [{ kind, ...head.fields, blocks: [...head.rest, ...body] }];
}

/** The field lines: the paragraph directly below the `:::` line, if there is one. */
function readHead(reader: Reader, kind: MediaKind, line: number): Head {
  const token = next(reader);
  if (token?.type !== "paragraph_open" || token.map?.[0] !== line + 1) return { fields: {}, rest: [] };
  const content = reader.tokens[reader.index + 1]?.content ?? "";
  if (content.startsWith("![")) return { fields: {}, rest: [] };
  reader.index += 3;
  const { values, rest } = readFields(linesOf({ text: content, line: line + 1 }), mediaFields);
  const wrong: Passage[] = [...rest];
  const findings: Finding[] = rest.map((passage) => unknownField(passage.text, kind, mediaFields));
  const inline = (name: "Caption" | "Credit", passage = values.get(name)) => passage && inlineOf(reader, passage);
  const checked = (
    name: "Source" | "Poster",
    read: (text: string) => string | undefined,
    finding: (text: string) => Finding,
  ) => {
    const passage = values.get(name);
    const value = passage && read(passage.text);
    if (passage !== undefined && value === undefined) {
      wrong.push(passage);
      findings.push(finding(passage.text));
    }
    return value;
  };
  const [caption, credit] = [inline("Caption"), inline("Credit")];
  const source = checked("Source", webAddress, badSource);
  const poster = checked("Poster", pictureOf, badPoster);
  const [provider, author, date] = [values.get("Provider"), values.get("Author"), values.get("Date")];
  const fields = {
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(source !== undefined && { source }),
    ...(provider && { provider: provider.text }),
    ...(author && { author: author.text }),
    ...(date && { date: date.text }),
    ...(poster !== undefined && { poster }),
  };
  return { fields, rest: keepRest(reader, wrong, findings) };
}
