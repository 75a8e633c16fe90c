/** What a block of metadata can say of a picture. */

/** What one block of metadata says. */
export interface MetadataFields {
  readonly alt?: string;
  readonly caption?: string;
  readonly creator?: string;
  /** The agency or person to be named. */
  readonly credit?: string;
  readonly rights?: string;
}
