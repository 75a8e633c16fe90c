/** From tables that only lay a post out to blocks. A table with content stays a table. */
import { findAll } from "../html/html.ts";
import { type Element, isElement } from "../html/inline.ts";

const cells = new Set(["table", "thead", "tbody", "tfoot", "tr", "td", "th"]);

/** If rows are posts, their cells become blocks. */
export function loosenCells(post: Element): void {
  const waiting = [layoutIn(post) ?? post];
  const isPart = (node: Element["childNodes"][number]): boolean =>
    isElement(node) && cells.has(node.tagName) && node.tagName !== "table";
  if (!cells.has(waiting[0]?.tagName ?? "") && !post.childNodes.some(isPart)) return;
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (cells.has(one.tagName)) one.tagName = "div";
    for (const child of one.childNodes) if (isElement(child) && isPart(child)) waiting.push(child);
  }
}

/** The table that is the whole post, with one row or one column: it only puts the time beside the text. */
function layoutIn(post: Element): Element | undefined {
  let one: Element | undefined = post;
  for (let depth = 0; one !== undefined && depth < 4 && one.tagName !== "table"; depth += 1) {
    const inner: readonly Element[] = one.childNodes.filter(isElement);
    one = inner.length === 1 ? inner[0] : undefined;
  }
  if (one === undefined || one.tagName !== "table") return undefined;
  const rows = findAll(one, ({ tagName }) => tagName === "tr").map(
    ({ childNodes }) => childNodes.filter((node) => isElement(node) && cells.has(node.tagName)).length,
  );
  return rows.length === 1 || rows.every((count) => count === 1) ? one : undefined;
}
