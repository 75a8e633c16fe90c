/** Turns the reason why a file is no usable picture into words for the person who put it there. */
import type { Problem } from "../../model/problem.ts";

/** A problem whose file is not known yet. */
export type PictureFault = Pick<Problem, "severity" | "message" | "hint">;

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
  return pictureFault(`the file is damaged or cut off ("${message.trim().split("\n").at(-1)?.trim()}")`);
}

const leftOut = "delete the file: a card with its alt text stands for it";
