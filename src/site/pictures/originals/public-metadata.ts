/** What a cleaned original says of itself. */
import type { PictureFacts } from "../metadata/facts.ts";

export interface PublicMetadata {
  readonly orientation: number;
  readonly facts: PictureFacts;
  /** The facts as XMP; undefined for none. */
  readonly xmp: string | undefined;
}
