/** A quotation with who said it. */
import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";

/** Without words it is no quotation: what else it holds is kept as paragraphs. */
export function quoteBlock(
  blocks: readonly Block[],
  person: readonly Inline[],
  role: readonly Inline[] = [],
): readonly Block[] {
  if (blocks.length > 0)
    return [{ kind: "quote", blocks, ...(person.length > 0 && { person }), ...(role.length > 0 && { role }) }];
  return [person, role].filter((line) => line.length > 0).map((content): Block => ({ kind: "paragraph", content }));
}
