/** From the element of a post to whether a script fills a place in it: a script of another site, or an empty element with an id. */
import { elementsIn, type Tree } from "../html/html.ts";
import { attribute, type Element, isElement, silent } from "../html/inline.ts";

const scripted = new WeakSet<Tree>();

const program = /^(?:(?:text|application)\/(?:x-)?(?:java|ecma)script|module|)$/i;
const data = /json|speculationrules|importmap|template|text\/(?:html|x-handlebars|babel)/i;
/** Scripts of services that turn what stands beside them into an embed, or only count readers. */
const helper =
  /widgets?\.js|embed\.js$|sdk\.js|embeds?\/?(?:v\d+)?\.js|analytics|gtm|gtag|adsbygoogle|prebid|tracking|pixel|lazy|jquery|polyfill/i;

/** Remembers at `parent` a script that can be the whole of an embed: from an address, or of a type that no browser runs. */
export function noteScript(script: Element, parent: Tree): void {
  const type = (attribute(script, "type") ?? "").trim();
  const source = attribute(script, "src") ?? "";
  const isOther = !program.test(type) && !data.test(type);
  if (isOther || (source !== "" && !helper.test(source))) scripted.add(parent);
}

const holders = new Set(["div", "section", "figure", "aside", "p", "span"]);
const keyName =
  /^data-(?:[a-z]{1,20}-)*(?:id|uid|key|url|src|href|embed|widget|poll|quiz|game|media|video|html|props|config|payload)$/;
const noEmbed =
  /share|sharing|follow|like|comment|bookmark|save|button|btn|icon|logo|menu|related|promo|teaser|toolbar|spacer|advert|\bads?\b|banner|avatar|portrait|anchor|track|reaction|vote-count/i;

const isPlace = (element: Element): boolean => {
  const custom = element.tagName.includes("-");
  if ((!custom && !holders.has(element.tagName)) || silent.has(element.tagName)) return false;
  if (!element.attrs.some(({ name, value }) => value.trim().length >= 2 && (custom || keyName.test(name))))
    return false;
  const called = `${element.tagName} ${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`;
  return !noEmbed.test(called.slice(0, 500));
};

const media = new Set(["img", "iframe", "video", "audio", "picture", "svg", "object", "embed"]);

/** True for a post with a place that a script fills. */
export function hasHollow(post: Element): boolean {
  if (scripted.has(post)) return true;
  const speaking = new Set<Tree>();
  // In reverse order, each element comes after its content, so that one pass is enough.
  for (const element of elementsIn(post).toReversed()) {
    if (scripted.has(element)) return true;
    const speaks =
      media.has(element.tagName) ||
      element.childNodes.some((node) =>
        isElement(node) ? speaking.has(node) : "value" in node && /\S/.test(node.value),
      );
    if (speaks) speaking.add(element);
    else if (isPlace(element)) return true;
  }
  return false;
}
