/** From a picture and the elements directly after it, with names of captions or credits, to a figure. */
import { fewElementsIn, find, findAll, parentOf, shortLineOf } from "../../html/html.ts";
import { type Element, type HtmlNode, isElement } from "../../html/inline.ts";
import { makeElement, setChildren } from "../../html/make.ts";
import { isCalled } from "../../html/names.ts";
import { isShort } from "../../saved-page/bylines.ts";

const captionCall =
  / (?:caption|bu|bildunterschrift|bildtext|bild text|legende|légende|legend|pie|pie de foto|pie foto|didascalia|onderschrift|bijschrift|billedtekst|bildetekst|podpis) /;
const creditCall =
  / (?:credit|credits|crédit|crédits|crédito|créditos|credito|credits photo|copyright|attribution|photographer|photographe|fotograf|fotografo|fotógrafo|bildnachweis|bildquelle|bildrechte|fotocredit) /;
const within = new Set(["figure", "blockquote", "table", "picture"]);
/** The search for an element that holds more than the picture stops at this height. */
const highest = 5;

export function frameLegendsBehind(post: Element): void {
  for (const image of findAll(post, ({ tagName }) => tagName === "img")) {
    const found = isFramed(image, post) ? undefined : legendsBehind(image, post);
    if (found !== undefined) frame(found);
  }
  for (const figure of findAll(post, ({ tagName }) => tagName === "figure")) {
    const parent = parentOf(figure);
    const isBare = shortLineOf(figure, 1) === "" && find(figure, ({ tagName }) => tagName === "img") !== undefined;
    if (parent === undefined || !isBare) continue;
    const legends = elementsBehind(figure, parent).slice(0, 2);
    const [one, two] = legends.map(roleOf);
    if (one === undefined) continue;
    const own = two === undefined || two === one ? legends.slice(0, 1) : legends;
    setChildren(
      parent,
      parent.childNodes.filter((node) => !own.includes(node as Element)),
    );
    setChildren(figure, [...figure.childNodes, ...own]);
    for (const legend of own) settle(legend, roleOf(legend));
  }
}

interface Found {
  readonly holder: Element;
  readonly caption?: Element;
  readonly credit?: Element;
}

function isFramed(image: Element, post: Element): boolean {
  let above = parentOf(image);
  for (let height = 0; above !== undefined && above !== post && height < 12; height += 1, above = parentOf(above))
    if (within.has(above.tagName) && above.tagName !== "picture") return true;
  return false;
}

/** The legends directly after a picture, or after the outermost element that holds only the picture. */
function legendsBehind(image: Element, post: Element): Found | undefined {
  let holder = image;
  for (let height = 0; height < highest; height += 1) {
    const parent = parentOf(holder);
    if (parent === undefined) return undefined;
    const [first, second] = elementsBehind(holder, parent);
    const [one, two] = [roleOf(first), roleOf(second)];
    if (first !== undefined && one !== undefined)
      return {
        holder,
        [one]: first,
        ...(two !== undefined && two !== one && second !== undefined && { [two]: second }),
      };
    const alone = fewElementsIn(parent, 12)?.filter(({ tagName }) => tagName === "img").length === 1;
    if (parent === post || !alone || shortLineOf(parent, 1) !== "") return undefined;
    holder = parent;
  }
  return undefined;
}

/** The next two elements, if no words stand before them. */
function elementsBehind(holder: Element, parent: Element): readonly Element[] {
  const found: Element[] = [];
  const at = parent.childNodes.indexOf(holder);
  for (let index = at + 1; index < parent.childNodes.length && index < at + 6 && found.length < 2; index += 1) {
    const node = parent.childNodes[index] as HtmlNode;
    if (isElement(node)) found.push(node);
    else if ("value" in node && node.value.trim() !== "") break;
  }
  return found;
}

const roleOf = (one: Element | undefined): "caption" | "credit" | undefined =>
  one === undefined || (fewElementsIn(one, 30)?.some(({ tagName }) => tagName === "img" || tagName === "time") ?? true)
    ? undefined
    : isCalled(one, captionCall) && isShort(one, 600)
      ? "caption"
      : isCalled(one, creditCall) && isShort(one, 200)
        ? "credit"
        : undefined;

function frame({ holder, caption, credit }: Found): void {
  const parent = parentOf(holder);
  if (parent === undefined) return;
  const figure = makeElement("figure");
  const moved = new Set<HtmlNode>([caption, credit].filter((one) => one !== undefined));
  setChildren(
    parent,
    parent.childNodes.flatMap((node) => (node === holder ? [figure] : moved.has(node) ? [] : [node])),
  );
  setChildren(figure, [holder, ...moved]);
  if (caption !== undefined) settle(caption, "caption");
  if (credit !== undefined) settle(credit, "credit");
}

function settle(legend: Element, role: "caption" | "credit" | undefined): void {
  if (role === "caption") legend.tagName = "figcaption";
  // A caption's class may be that of a credit too.
  legend.attrs = role === "credit" ? [{ name: "class", value: "credit" }] : [];
}
