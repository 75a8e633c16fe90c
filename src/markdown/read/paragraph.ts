/** From the lines of a paragraph to a paragraph, a figure, or the names below a quotation. */
import type { Block, Figure } from "../../model/block.ts";
import { pictureOf } from "../address.ts";
import { fieldStart, figureFields, linesOf, quoteFields, readFields } from "../fields.ts";
import {
  afterQuote,
  type Finding,
  foreignPicture,
  loneField,
  titledPicture,
  underPicture,
  unknownAlt,
} from "../problems.ts";
import { type Passage, reportIn } from "../source.ts";
import { readPictureLine } from "./picture-line.ts";
import { inlineOf, next, type Reader } from "./reader.ts";

/** The reader stands behind the paragraph. */
export function readParagraph(reader: Reader, passage: Passage): readonly Block[] {
  if (passage.text.startsWith("![")) return readFigure(reader, passage) ?? [plainParagraph(reader, passage)];
  if (next(reader)?.type === "blockquote_close" && /^(?:Person|Role):/.test(passage.text))
    return readNames(reader, passage);
  const name = fieldStart.exec(passage.text)?.[1];
  if (name !== undefined) reportIn(reader.source, passage, loneField(name), 0);
  return [plainParagraph(reader, passage)];
}

const plainParagraph = (reader: Reader, passage: Passage): Block => ({
  kind: "paragraph",
  content: inlineOf(reader, passage),
});

/** Lines in a wrong place are reported and kept as a paragraph. */
export function keepRest(reader: Reader, rest: readonly Passage[], findings: readonly Finding[]): readonly Block[] {
  for (const [index, passage] of rest.entries()) {
    const found = findings[index];
    if (found !== undefined) reportIn(reader.source, passage, found, 0);
  }
  return rest.map((passage) => plainParagraph(reader, passage));
}

function readFigure(reader: Reader, passage: Passage): readonly Block[] | undefined {
  const [first, ...others] = linesOf(passage);
  const picture = readPictureLine(first?.text ?? "");
  if (picture === undefined || first === undefined) return undefined;
  const file = pictureOf(picture.address);
  if (file === undefined || picture.hasTitle) {
    const finding = file === undefined ? foreignPicture : titledPicture;
    reportIn(reader.source, passage, finding(picture.address), 0);
    const words = linesOf(passage)
      .map((line) => line.text)
      .join(" ");
    return [{ kind: "paragraph", content: [{ kind: "text", text: words }] }];
  }
  if (picture.alt.trim() === "") reportIn(reader.source, passage, unknownAlt(file), 0);
  const { values, rest } = readFields(others, figureFields);
  const [caption, credit] = [values.get("Caption"), values.get("Credit")];
  const figure: Figure = {
    kind: "figure",
    file,
    alt: picture.alt,
    ...(caption && { caption: inlineOf(reader, caption) }),
    ...(credit && { credit: inlineOf(reader, credit) }),
  };
  return [
    figure,
    ...keepRest(
      reader,
      rest,
      rest.map((line) => underPicture(line.text)),
    ),
  ];
}

function readNames(reader: Reader, passage: Passage): readonly Block[] {
  const { values, rest } = readFields(linesOf(passage), quoteFields);
  const [person, role] = [values.get("Person"), values.get("Role")];
  if (person !== undefined) reader.names.person = inlineOf(reader, person);
  if (role !== undefined) reader.names.role = inlineOf(reader, role);
  return keepRest(
    reader,
    rest,
    rest.map((line) => afterQuote(line.text)),
  );
}
