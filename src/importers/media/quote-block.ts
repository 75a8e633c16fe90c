/** From the parts of a quotation to its block. */
import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";

/** A quotation with its speaker. Without `blocks` there is no quotation, and the speaker is kept as paragraphs. */
export function quoteBlock(
  blocks: readonly Block[],
  person: readonly Inline[],
  role: readonly Inline[] = [],
): readonly Block[] {
  if (blocks.length > 0)
    return [{ kind: "quote", blocks, ...(person.length > 0 && { person }), ...(role.length > 0 && { role }) }];
  return [person, role].filter((line) => line.length > 0).map((content): Block => ({ kind: "paragraph", content }));
}
