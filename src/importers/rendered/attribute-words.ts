/** From an attribute to the words for a reader in it: all that read as words, unless only machines read the attribute. */
import { type Element, looksLikeHtml, wordsOf } from "../html/inline.ts";
import { parseFragment } from "../html/parser.ts";
import { isShownTime } from "../written-time/written-time.ts";

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Attributes that a tooltip, a browser or a screen reader presents: digits in them are words too. */
const spoken = list(
  "title aria-label aria-description aria-placeholder aria-valuetext aria-roledescription placeholder summary label alttext standby",
);
const dataWords =
  /^data-(?:[a-z0-9]+-)*(?:text|caption|title|label|description|desc|alt|credit|headline|heading|quote|summary|tooltip|tip|message|subtitle|kicker)$/;
const dataForMachines = /link|track|event|analytic|gtm|test|component|module|url|src|class|icon|action/;
const ownWords = list("heading headline text caption description credit quote message subtitle");
/** Types of inputs whose value a reader sees. Other inputs hold values for a server. */
const typed = list("button submit reset text search email tel url number");
/** Properties of microdata whose `content` is text of a post. */
const postProperties = list("articleBody text description headline alternativeHeadline caption abstract");

/** Attributes that only machines read. */
const machineNames = list(`
  about accept accept-charset action align allow archive as autocapitalize autocomplete background behavior bgcolor charset cite class classid
  classname code codebase codetype color color-interpolation-filters color-profile color-rendering controlslist coords crossorigin css d data
  data-component data-component-name data-link-name data-qa data-srcset data-testid data-test-id data-toggle datatype datetime decoding dir
  direction dropzone enable-background enctype exportparts face filter font font-family font-style fill for form formaction formenctype frame
  fx fy gradienttransform headers height href hreflang http-equiv id imagesizes imagesrcset inlist inputmode integrity is itemid itemprop itemref
  itemscope itemtype jsaction jscontroller jsmodel jsname keysplines keytimes lang layout loading longdesc manifest marker-end marker-mid
  marker-start mask media method name nonce on onclick part path pattern patterntransform ping points policy poster prefix preload
  preserveaspectratio profile property rel requiredextensions requiredfeatures resource rev role rules sandbox scheme scrolling shape sizes slot
  src srcdoc srcset stroke stroke-dasharray style systemlanguage tabindex target text-rendering transform transform-origin type typeof
  unicode-range usemap vector-effect version viewbox vocab width wrap xmlns xpointer
  aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto aria-labelledby aria-live aria-owns
  aria-relevant aria-autocomplete aria-current aria-dropeffect aria-haspopup
`);
/** Handlers, directives of frameworks, names with signs of code, and the notes of this program. */
const machineName =
  /^(?:on[a-z]+$|[^a-z]|ng-|v-|hx-|xmlns|xlink|xml:|wire:|data-embedded|data-(?:ng|v|bind|reactid|react|turbo|controller)(?:-|$))|[:.@()[\]]|(?:^|-)(?:class|classes|classname|style|styles|css|sizes|srcset|selector|json|props|config|options|settings)$/;

/** The words of an attribute for a reader; undefined where it has none. */
export function wordsOfAttribute(element: Element, name: string, value: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(value) || !holdsWords(element, name.toLowerCase(), value)) return undefined;
  return looksLikeHtml(value) ? wordsOfMarkup(value) : value;
}

/** The words of a piece of HTML in an attribute: its texts and those of its own attributes. */
function wordsOfMarkup(html: string): string {
  const { childNodes } = parseFragment(html);
  const words: string[] = [wordsOf(childNodes)];
  const waiting = [...childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    for (const { name, value } of node.attrs)
      if (!looksLikeHtml(value) && (name === "alt" || holdsWords(node, name, value))) words.push(value);
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child !== undefined) waiting.push(child);
    }
  }
  return words.join(" ").trim();
}

function holdsWords(element: Element, name: string, value: string): boolean {
  const { tagName, attrs } = element;
  if (spoken.has(name)) return !isShownTime(value) && !isMeasure(value);
  if (name === "alt") return tagName !== "img";
  if (!/\p{L}/u.test(value)) return false;
  if (name === "value" && tagName === "input") {
    const type = attrs.find((one) => one.name === "type")?.value.toLowerCase() ?? "text";
    if (typed.has(type) || type === "") return !/^\s*https?:/i.test(value);
  }
  if (name === "content" && attrs.some((one) => one.name === "itemprop" && postProperties.has(one.value.trim())))
    return true;
  if (dataWords.test(name) && !dataForMachines.test(name) && !isMachine(value)) return true;
  if (tagName.includes("-") && ownWords.has(name) && !isMachine(value)) return true;
  return !machineNames.has(name) && !machineName.test(name) && readsAsWords(value);
}

/** True for a size such as "12px" or "320x240", and for a value without letters and digits. A score such as "3–2" is no size. */
const isMeasure = (value: string): boolean =>
  /^\s*(?:\d{1,5}(?:\.\d{1,3})?(?:px|em|rem|pt)|\d{1,5}\s?[x×]\s?\d{1,5})\s*$/.test(value) ||
  !/[\p{L}\p{N}]/u.test(value);

/** True for an address, for data, and for a name without blanks that has signs of code in it. */
const isMachine = (value: string): boolean =>
  /^\s*(?:[[{<#/]|https?:|data:)/i.test(value) || (!/\s/.test(value.trim()) && /[\d_:/=&?]/.test(value));

const word = /^[("'“‘«¿¡[]{0,3}\p{L}[\p{L}\p{M}'’-]{0,60}[.,;:!?…)"'”’»\]]{0,5}$/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** True for two words or more with blanks between them that are no code, no list of names and no time. */
function readsAsWords(value: string): boolean {
  const text = (looksLikeHtml(value) ? wordsOfMarkup(value) : value).trim();
  if ((text.match(unspaced)?.length ?? 0) >= 4) return !isCode(text);
  const tokens = text.split(/\s+/);
  const words = tokens.filter((token) => word.test(token) && (token.match(/\p{L}/gu)?.length ?? 0) > 1);
  if (words.length < 2 || !words.some((one) => one.length > 2)) return false;
  return !isCode(text) && !isNames(tokens) && !isSources(text) && !isShownTime(text);
}

/** True for JSON, a style, a media query or a function call. */
const isCode = (text: string): boolean =>
  /^(?:\{\s*(?:["'}]|[\w-]+\s*:)|\[\s*(?:["'{\]]|\d+\s*[,\]]))/.test(text) ||
  /^(?:only |not )?(?:screen|print|all) and \(|^\((?:min|max)-[a-z-]+\s*:/i.test(text) ||
  /\(\)\s*[;{]|=>\s*[{(]|^function\b/.test(text) ||
  isStyle(text);

const isStyle = (text: string): boolean =>
  text.includes(";") && text.split(";").every((part) => part.trim() === "" || /^\s*-{0,2}[a-z][a-z-]*\s*:/.test(part));

/** True for a list of classes or identifiers: each has a sign of code in it. */
const isNames = (tokens: readonly string[]): boolean =>
  tokens.every((token) => /^[\w:./#,@=-]+$/.test(token) && /[a-z][A-Z]|[a-z\d]-[a-z\d]|[_:=@#\d]/.test(token));

/** `a.jpg 320w, b.jpg 640w` */
const isSources = (text: string): boolean =>
  /[/.]/.test(text) && text.split(/,\s+/).every((one) => /^\S+(?:\s+\d[\d.]{0,9}[wxh]){0,2}$/.test(one));
