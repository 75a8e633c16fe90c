/** Makes the tree of a saved page plain: scripts out, addresses whole; and reads what its head says of it. */
import { percentDecoded } from "../../base/address.ts";
import { webAddress } from "../../markdown/address.ts";
import { writable } from "../account/word-ledger.ts";
import { elementsIn, find, type Tree, takeOut } from "../html/html.ts";
import { attribute, type Element, wordsOf } from "../html/inline.ts";
import { findJson, isObject, type JsonObject, objectsWith, oneOrMany } from "../json/find.ts";
import type { Frames } from "../rendered/frames.ts";
import { renderTree } from "../rendered/rendered.ts";
import { absolute, isWithinSite, unnamedSite } from "./addresses.ts";
import { withoutSite } from "./title.ts";

/** What the head of a page says. */
export interface About {
  /** The title without the name of the publisher behind it. */
  readonly title?: string;
  /** All that the head and the structured data call the page, without names of the publisher. */
  readonly titles?: readonly string[];
  /** The structured data tell of things to come, and of no live page. */
  readonly events?: boolean;
  readonly source?: string;
  readonly publisher?: string;
  /** BCP 47. */
  readonly language?: string;
  /** How many frames lie too deep in frames to be read. */
  readonly unreadFrames?: number;
}

/** The attribute in which links within the page keep their target. */
export const anchorNote = "data-anchor-note";
/** Types of schema.org that things to come have. */
const programmeTypes =
  /"@type"\s*:\s*(?:\[[^\]]{0,200})?"(?:https?:\/\/schema\.org\/)?(?:BroadcastEvent|BroadcastService|Schedule|EventSeries|SportsEvent|MusicEvent|TheaterEvent|ScreeningEvent|Festival|TVEpisode|TVSeries|BusTrip|TrainTrip)"/;
const unread = new Set(["script", "style", "noscript", "template", "head", "link", "meta"]);

/** Reads the head, makes the page what a reader saw, and writes every link as a whole address; `address` is where it is said to lie. */
export function plainPage(tree: Tree, frames?: Frames, address?: string): About {
  const about = readAbout(tree);
  const { unreadFrames } = renderTree(tree, frames);
  const base = about.base ?? about.source ?? address;
  const out: Element[] = [];
  for (const element of elementsIn(tree)) {
    // What microdata tells of a post stands in it.
    if (unread.has(element.tagName) && attribute(element, "itemprop") === undefined) out.push(element);
    else resolveLinks(element, base);
  }
  for (const element of out) takeOut(element);
  const { base: _, ...said } = about;
  return { ...said, ...(unreadFrames > 0 && { unreadFrames }) };
}

const linked = ["href", "src", "cite"];
const recordings = new Set(["video", "audio", "source"]);

function resolveLinks(element: Element, base: string | undefined): void {
  const anchors: string[] = [];
  let unnamed = false;
  for (const one of element.attrs) {
    if (!linked.includes(one.name) || /^(?:https?:|mailto:|data:|cid:)/i.test(one.value)) continue;
    // An anchor of the page it came from is none of ours.
    if (one.value.startsWith("#")) {
      anchors.push(one.value.slice(1));
      one.value = "";
    } else if (element.tagName === "a" || element.tagName === "iframe") {
      unnamed ||= base === undefined && isWithinSite(one.value);
      one.value = absolute(one.value, base) ?? "";
    } else if (one.name === "src" && recordings.has(element.tagName) && isWithinSite(one.value)) {
      unnamed ||= base === undefined;
      one.value = absolute(one.value, base) ?? one.value;
    } else if (one.value.startsWith("//")) one.value = `https:${one.value}`;
  }
  if (unnamed) element.attrs.push({ name: unnamedSite, value: "" });
  // Where it led is told of lists that link to posts.
  for (const anchor of anchors) element.attrs.push({ name: anchorNote, value: percentDecoded(anchor) });
}

interface Head extends About {
  readonly base?: string;
}

/** The elements that tell of the page, wherever they stand: a page is looked through once for them. */
const telling = new Set(["html", "head", "meta", "link", "base", "script", "title"]);

export function readAbout(tree: Tree): Head {
  const all = elementsIn(tree).filter(({ tagName }) => telling.has(tagName));
  const named = (name: string): Element | undefined => all.find(({ tagName }) => tagName === name);
  const meta = (name: string): string | undefined => {
    const found = all.find(
      (one) => one.tagName === "meta" && (attribute(one, "property") === name || attribute(one, "name") === name),
    );
    const content = found && writable((attribute(found, "content") ?? "").replace(/\s+/g, " "));
    return content === "" ? undefined : content;
  };
  const link = (rel: string): string | undefined => {
    const found = all.find((one) => one.tagName === "link" && attribute(one, "rel")?.toLowerCase() === rel);
    return webAddress((found && attribute(found, "href")) ?? "");
  };
  const html = named("html");
  const head = named("head");
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.exec((html && attribute(html, "lang")) ?? "")?.[0];
  const publisher = meta("og:site_name");
  const title = head && find(head, ({ tagName }) => tagName === "title");
  const data = dataOf(all);
  const sites = [publisher, meta("application-name"), meta("apple-mobile-web-app-title"), ...data.sites].flatMap(
    (name) => name ?? [],
  );
  const source = link("canonical") ?? webAddress(meta("og:url") ?? "");
  const host = source === undefined ? [] : [new URL(source).hostname.replace(/^www\./, "")];
  const titles = [
    meta("og:title"),
    ...data.headlines,
    meta("twitter:title"),
    title && writable(wordsOf([title]).replace(/\s+/g, " ")),
  ].flatMap((whole) => (whole === undefined ? [] : (titleAlone(whole, [...sites, ...host]) ?? [])));
  const [plain] = titles;
  const base = named("base");
  const baseAddress = webAddress((base && attribute(base, "href")) ?? "");
  return {
    ...(plain !== undefined && { title: plain, titles }),
    ...(data.events && { events: true }),
    ...(source !== undefined && { source }),
    ...(baseAddress !== undefined && { base: baseAddress }),
    ...(publisher !== undefined && { publisher }),
    ...(language !== undefined && { language }),
  };
}

/** "A ferry aground - live - The Paper" without the paper; nothing where only a word such as "Live" is left. */
function titleAlone(title: string, sites: readonly string[]): string | undefined {
  const alone = withoutSite(title, [...sites, "BBC News", "BBC Sport", "BBC"]);
  return /^(?:live|live updates?|)$/i.test(alone) ? undefined : alone;
}

interface PageData {
  readonly headlines: readonly string[];
  /** Names of publishers. */
  readonly sites: readonly string[];
  readonly events: boolean;
}

const articleTypes = /(?:Article|LiveBlogPosting|WebPage|Report)$/;
/** No structured data of a live page is longer than this. */
const longestData = 5_000_000;

/** What the page's structured data say of the whole page. */
function dataOf(elements: readonly Element[]): PageData {
  const scripts = elements.filter((one) => one.tagName === "script" && /ld\+json/i.test(attribute(one, "type") ?? ""));
  const headlines: string[] = [];
  const sites: string[] = [];
  let [events, live] = [false, false];
  for (const script of scripts) {
    const text = wordsOf(script.childNodes);
    if (text.length > longestData) continue;
    live ||= text.includes("LiveBlogPosting");
    events ||= programmeTypes.test(text);
    const { values } = findJson(text);
    for (const value of objectsWith((object) => articleTypes.test(typesOf(object)), values)) {
      const said = value.headline ?? value.name;
      if (typeof said === "string") headlines.push(writable(said.replace(/\s+/g, " ")));
      const publisher = value.publisher;
      if (isObject(publisher) && typeof publisher.name === "string") sites.push(publisher.name);
    }
  }
  return { headlines: headlines.slice(0, 4), sites: sites.slice(0, 4), events: events && !live };
}

const typesOf = (object: JsonObject): string => oneOrMany(object["@type"]).map(String).join(" ");
