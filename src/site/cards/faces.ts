/** Turns runs of text into glyph outlines with the fonts of this program, so that every machine draws the same. */
import fs from "node:fs";
import path from "node:path";
import { packageFolder } from "../../base/package-folder.ts";

/** A glyph at its place, in the face's units; `y` grows upwards. */
export interface SetGlyph {
  readonly x: number;
  readonly y: number;
  /** The `d` of an SVG path; "" for a space. */
  readonly outline: string;
}

export interface CardFace {
  readonly unitsPerEm: number;
  /** The factor that makes its letters look as large as those of the other faces. */
  readonly scale: number;
  readonly has: (letter: string) => boolean;
  /** Shapes a run: its glyphs from left to right, and their width together. */
  readonly set: (run: TextRun) => { readonly glyphs: readonly SetGlyph[]; readonly width: number };
}

/** A part of a text with one direction and one script (ISO 15924). `start` and `end` count UTF-16 units. */
export interface TextRun {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly rightToLeft: boolean;
  readonly script: string;
  readonly language: string;
}

/** The fonts of titles and of small texts, best first. A font's digest (SHA-256) is part of a card's cache key. */
export const faceFiles = {
  title: [
    {
      file: "SourceSerif4_600SemiBold.ttf",
      digest: "d31cd1fb273e5399efc04691e9ac14b581eae836d783f6cf3c560225ebcf95c0",
      scale: 1,
    },
    {
      file: "NotoNaskhArabic_600SemiBold.ttf",
      digest: "20fe1526e7e1af9f230f27383dfed3fd264eb78da219fc289d3fcbf52e441c82",
      scale: 1.12,
    },
  ],
  small: [
    {
      file: "SourceSans3_500Medium.ttf",
      digest: "89cae6ebea48c3044fd73c1fddd60acb2e8223f9da8174b5115514064d9e221a",
      scale: 1,
    },
    {
      file: "Vazirmatn_500Medium.ttf",
      digest: "31941b2f52ac7c622a801d3a3ae0f87671bc3e185a4e926a2f0e1d070941ddd2",
      scale: 0.95,
    },
  ],
} as const;

const fontFolder = path.join(packageFolder, "fonts");

/** Best first. */
export interface CardFaces {
  readonly title: readonly CardFace[];
  readonly small: readonly CardFace[];
}

type Shaper = typeof import("harfbuzzjs");

export async function openFaces(): Promise<CardFaces> {
  const shaper = await import("harfbuzzjs");
  return {
    title: faceFiles.title.map((file) => openFace(file, shaper)),
    small: faceFiles.small.map((file) => openFace(file, shaper)),
  };
}

function openFace({ file, scale }: { readonly file: string; readonly scale: number }, shaper: Shaper): CardFace {
  const { Blob, Buffer, BufferFlag, Direction, Face, Font, shape } = shaper;
  const face = new Face(new Blob(fs.readFileSync(path.join(fontFolder, file))));
  const font = new Font(face);
  const outlines = new Map<number, string>();
  const outlineOf = (glyph: number): string => {
    const outline = outlines.get(glyph) ?? font.glyphToPath(glyph);
    outlines.set(glyph, outline);
    return outline;
  };
  const letters = new Set(face.collectUnicodes());
  // One buffer for all runs: a new one each would stay in memory until the garbage collector runs.
  const buffer = new Buffer();
  return {
    unitsPerEm: face.upem,
    scale,
    has: (letter) => letters.has(letter.codePointAt(0) ?? -1),
    set: ({ text, start, end, rightToLeft, script, language }) => {
      buffer.reset();
      // With the text around the run, since Arabic letters join across its ends.
      buffer.addText(text, start, end - start);
      buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
      buffer.setScript(script);
      buffer.setLanguage(language);
      buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES | BufferFlag.DO_NOT_INSERT_DOTTED_CIRCLE);
      shape(font, buffer);
      let width = 0;
      const glyphs = buffer.getGlyphInfosAndPositions().map((glyph): SetGlyph => {
        const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } = glyph;
        const set = { x: width + xOffset, y: yOffset, outline: outlineOf(codepoint) };
        width += xAdvance;
        return set;
      });
      return { glyphs, width };
    },
  };
}
