/** What a picture says of itself -> the words for its figure: what it shows and whose it is. Pure and total. */
import type { PictureFacts, PictureMetadata } from "../../site/pictures/metadata/facts.ts";

/** What a figure says of a picture. */
export interface PictureWords {
  /** What can be seen, for those who cannot see it. */
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** What cameras write where a caption belongs. */
const ofCameras =
  /^(?:OLYMPUS DIGITAL CAMERA|MINOLTA DIGITAL CAMERA|KODAK DIGITAL STILL CAMERA|SONY DSC|DIGITAL CAMERA|SAMSUNG|UNTITLED|DCIM\\.*|default|image description)$/i;

/** Where one block of metadata has a word of a camera, the next block is asked. */
export function pictureWordsOf({ said, alt }: Pick<PictureMetadata, "said" | "alt">): PictureWords {
  const first = (key: keyof PictureFacts) => wordsOf(said.map((facts) => facts[key]));
  const [creator, credit] = [first("creator"), first("credit")];
  const named =
    credit === undefined || creator === undefined || credit.includes(creator) ? credit : `${creator} / ${credit}`;
  const [shown, caption, whose] = [wordsOf([alt]), first("caption"), named ?? creator ?? first("rights")];
  return {
    ...(shown !== undefined && { alt: shown }),
    ...(caption !== undefined && { caption }),
    ...(whose !== undefined && { credit: whose }),
  };
}

const wordsOf = (texts: readonly (string | undefined)[]): string | undefined =>
  texts.map(lineOf).find((text) => text !== "" && !ofCameras.test(text));

/** One line of readable text. */
const lineOf = (text = ""): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 2000);
