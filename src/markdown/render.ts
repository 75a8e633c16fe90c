/** From blocks to HTML: plain semantic elements, every word escaped. The caller decides how pictures and media look. */
import { html, raw, type SafeHtml } from "../base/html.ts";
import { type Block, type Figure, isMedia, type List, type Media, type Quote, type Table } from "../model/block.ts";
import { type Inline, plainInline } from "../model/inline.ts";
import { linkAddress } from "./address.ts";

export interface InlineOptions {
  /** The `rel` of links that leave the archive; "noopener external" if absent. */
  readonly linkRel?: string;
}

export interface RenderHooks extends InlineOptions {
  figure(figure: Figure): SafeHtml;
  /** `body` is the block's own text. */
  media(media: Media, body: SafeHtml): SafeHtml;
  /** The level of the heading above these blocks: a heading of level 3 becomes one level deeper. 2 if absent. */
  readonly under?: number;
}

export const renderBlocks = (blocks: readonly Block[], hooks: RenderHooks): SafeHtml =>
  join(blocks.map((block) => renderBlock(block, hooks)));

export const renderInline = (content: readonly Inline[], options: InlineOptions = {}): SafeHtml =>
  html`${content.map((part) => renderPart(part, options))}`;

function renderBlock(block: Block, hooks: RenderHooks): SafeHtml {
  if (isMedia(block)) return hooks.media(block, renderBlocks(block.blocks, hooks));
  switch (block.kind) {
    case "paragraph":
      return html`<p>${renderInline(block.content, hooks)}</p>`;
    case "heading": {
      const name = raw(`h${Math.min((hooks.under ?? 2) + block.level - 2, 6)}`);
      return html`<${name}>${renderInline(block.content, hooks)}</${name}>`;
    }
    case "list":
      return renderList(block, hooks);
    case "quote":
      return renderQuote(block, hooks);
    case "figure":
      return hooks.figure(block);
    case "table":
      return renderTable(block, hooks);
    case "code":
      return html`<pre><code>${block.text}</code></pre>`;
    case "divider":
      return raw("<hr>");
  }
}

function renderList(list: List, hooks: RenderHooks): SafeHtml {
  const items = join(list.items.map((item) => html`<li>${renderItem(item, hooks)}</li>`));
  if (list.start === undefined) return html`<ul>\n${items}\n</ul>`;
  return html`<ol${list.start !== 1 && html` start="${list.start}"`}>\n${items}\n</ol>`;
}

function renderItem(item: readonly Block[], hooks: RenderHooks): SafeHtml {
  const [only] = item;
  return item.length === 1 && only?.kind === "paragraph"
    ? renderInline(only.content, hooks)
    : renderBlocks(item, hooks);
}

function renderQuote(quote: Quote, hooks: RenderHooks): SafeHtml {
  const words = html`<blockquote>\n${renderBlocks(quote.blocks, hooks)}\n</blockquote>`;
  const { person, role } = quote;
  if (person === undefined && role === undefined) return words;
  const name = person && html`<span class="person">${renderInline(person, hooks)}</span>`;
  const what = role && html`<span class="role">${renderInline(role, hooks)}</span>`;
  const caption = html`<figcaption>${name}${name && what && " "}${what}</figcaption>`;
  return html`<figure class="quote">${words}${caption}</figure>`;
}

/** A wide table scrolls on its own. Therefore it can take the focus and has a name: its column heads, in any language. */
function renderTable(table: Table, hooks: RenderHooks): SafeHtml {
  const name = table.head
    .map(plainInline)
    .filter((words) => words !== "")
    .join(", ");
  // Named as HTML names it: the policy of the pages allows no style of an element.
  const standing = (column: number): SafeHtml | false => {
    const align = table.align?.[column] ?? "none";
    return align !== "none" && html` class="${align}"`;
  };
  const headCell = (cell: readonly Inline[], column: number) =>
    cell.length === 0 ? html`<td></td>` : html`<th scope="col"${standing(column)}>${renderInline(cell, hooks)}</th>`;
  const rows = table.rows.map(
    (row) =>
      html`<tr>${row.map((cell, column) => html`<td${standing(column)}>${renderInline(cell, hooks)}</td>`)}</tr>`,
  );
  const body = rows.length > 0 && html`\n<tbody>\n${join(rows)}\n</tbody>`;
  const whole = html`<table>\n<thead>\n<tr>${table.head.map(headCell)}</tr>\n</thead>${body}\n</table>`;
  return name === ""
    ? html`<div class="table">${whole}</div>`
    : html`<section class="table" tabindex="0" aria-label="${name.replaceAll("\n", " ")}">${whole}</section>`;
}

function renderPart(part: Inline, options: InlineOptions): SafeHtml {
  switch (part.kind) {
    case "text":
      return html`${part.text}`;
    case "code":
      return html`<code>${part.text}</code>`;
    case "break":
      return raw("<br>\n");
    case "emphasis":
      return html`<em>${renderInline(part.content, options)}</em>`;
    case "strong":
      return html`<strong>${renderInline(part.content, options)}</strong>`;
    case "strike":
      return html`<s>${renderInline(part.content, options)}</s>`;
    case "sub":
      return html`<sub>${renderInline(part.content, options)}</sub>`;
    case "sup":
      return html`<sup>${renderInline(part.content, options)}</sup>`;
    case "link": {
      const href = linkAddress(part.href);
      if (href === undefined) return renderInline(part.content, options);
      const rel = /^https?:/.test(href) && html` rel="${options.linkRel ?? "noopener external"}"`;
      return html`<a href="${href}"${rel}>${renderInline(part.content, options)}</a>`;
    }
  }
}

const join = (parts: readonly SafeHtml[]): SafeHtml => raw(parts.map((part) => part.value).join("\n"));
