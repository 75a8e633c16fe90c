/** Turns the reason why a file is no usable picture into words for the person who put it there. */
import type { PublishedOriginals } from "../../model/live-page.ts";
import type { Problem } from "../../model/problem.ts";

/** A problem whose file is not known yet. */
export type PictureFault = Pick<Problem, "severity" | "message" | "hint">;

/** What a look at a picture finds: why it cannot be used, or what its file says. */
export type PictureReport =
  | { readonly fault: PictureFault }
  | { readonly holdsPosition: boolean; readonly canBeCleaned: boolean };

export const pictureFault = (
  reason: string,
  hint = `Put a whole picture in its place, or ${leftOut}`,
): PictureFault => ({
  severity: "warning",
  message: `Cannot use this picture: ${reason}`,
  hint,
});

/** The fault for an error of the decoder. */
export function decoderFault(error: unknown): PictureFault {
  const message = error instanceof Error ? error.message : String(error);
  if (/buffer is empty/i.test(message)) return pictureFault("the file is empty");
  if (/unsupported image format/i.test(message))
    return pictureFault(
      "expected JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG, got something else",
      `Save it as JPEG or PNG, or ${leftOut}`,
    );
  if (/pixel limit/i.test(message))
    return pictureFault(
      "it has more than 100 million pixels",
      "Make it smaller: a page shows at most 2,160 pixels across",
    );
  // The decoder's own words are not told: they differ from run to run where several pictures are decoded at once.
  return pictureFault("the file is damaged or cut off");
}

/** For an original that says where it was taken. */
export const positionNotice = (published: PublishedOriginals): PictureFault => ({
  severity: "warning",
  message: `This picture holds the position where it was taken, ${
    published === "whole" ? 'and "originals: whole" publishes it' : "which the site leaves out"
  }`,
  hint: "Remove the position from the file too if people who can read content/ must not know it",
});

/** For an original that the site does not have, because its metadata cannot be taken out. */
export const uncleanedNotice: PictureFault = {
  severity: "warning",
  message: "The site has no original of this picture: its private metadata cannot be taken out of this kind of file",
  hint: "Save it as JPEG or PNG to publish the original too",
};

const leftOut = "delete the file: a card with its alt text stands for it";
