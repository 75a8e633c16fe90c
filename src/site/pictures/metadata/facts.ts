/** The few facts that may be published of what a picture says of itself, and what else the program must know of it. */

/** What a published picture says of itself. Positions, cameras, programs, histories and all else are left out. */
export interface PictureFacts {
  readonly rights?: string;
  /** How the picture may be used. */
  readonly terms?: string;
  /** The address of a page about the rights. */
  readonly statement?: string;
  readonly creator?: string;
  readonly credit?: string;
  readonly caption?: string;
  /** As XMP writes times: `2024-05-16T10:00:00`, with an offset where it is known. */
  readonly created?: string;
  readonly modified?: string;
}

export interface PictureMetadata {
  readonly facts: PictureFacts;
  /** What each block of metadata says alone, from the one that counts most. */
  readonly said: readonly PictureFacts[];
  /** The alternative text. It is for the figure that names the picture, and is not published in the picture. */
  readonly alt?: string;
  /** 1 to 8, as in EXIF; 1 is upright. */
  readonly orientation: number;
  readonly holdsPosition: boolean;
}
