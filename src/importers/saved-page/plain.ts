/** From the tree of a saved page to a plain tree, without scripts and with whole addresses, and to what its head says of the page. */
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
  /** All titles in the head and the structured data, without names of the publisher. */
  readonly titles?: readonly string[];
  /** The structured data are about future events, and about no live page. */
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
/** Types of schema.org for future events and programmes. */
const programmeTypes =
  /"@type"\s*:\s*(?:\[[^\]]{0,200})?"(?:https?:\/\/schema\.org\/)?(?:BroadcastEvent|BroadcastService|Schedule|EventSeries|SportsEvent|MusicEvent|TheaterEvent|ScreeningEvent|Festival|TVEpisode|TVSeries|BusTrip|TrainTrip)"/;
const unread = new Set(["script", "style", "noscript", "template", "head", "link", "meta"]);

/** Reads the head, makes the tree what a reader saw, and makes each link a whole address. `address` is the one that the person gave. */
export function plainPage(tree: Tree, frames?: Frames, address?: string): About {
  const about = readAbout(tree);
  const { unreadFrames } = renderTree(tree, frames);
  const base = about.base ?? about.source ?? address;
  const out: Element[] = [];
  for (const element of elementsIn(tree)) {
    // Microdata may stand in such an element: it belongs to a post.
    if (unread.has(element.tagName) && attribute(element, "itemprop") === undefined) out.push(element);
    else resolveLinks(element, base);
  }
  for (const element of out) takeOut(element);
  const { base: _, ...facts } = about;
  return { ...facts, ...(unreadFrames > 0 && { unreadFrames }) };
}

const linked = ["href", "src", "cite"];
const recordings = new Set(["video", "audio", "source"]);

function resolveLinks(element: Element, base: string | undefined): void {
  const anchors: string[] = [];
  let unnamed = false;
  for (const one of element.attrs) {
    if (!linked.includes(one.name) || /^(?:https?:|mailto:|data:|cid:)/i.test(one.value)) continue;
    // The archive has no anchors of the original page.
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
  // Lists that link to posts need the target of each link.
  for (const anchor of anchors) element.attrs.push({ name: anchorNote, value: percentDecoded(anchor) });
}

interface Head extends About {
  readonly base?: string;
}

/** The elements with facts about the page, anywhere in it. */
const headElements = new Set(["html", "head", "meta", "link", "base", "script", "title"]);

export function readAbout(tree: Tree): Head {
  const all = elementsIn(tree).filter(({ tagName }) => headElements.has(tagName));
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

/** "A ferry aground - live - The Paper" without the paper; undefined where only a word such as "Live" is left. */
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
/** In characters: longer structured data are not read. */
const longestData = 5_000_000;

/** The headlines and publishers in the page's structured data, and whether they are about events. */
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
      const headline = value.headline ?? value.name;
      if (typeof headline === "string") headlines.push(writable(headline.replace(/\s+/g, " ")));
      const publisher = value.publisher;
      if (isObject(publisher) && typeof publisher.name === "string") sites.push(publisher.name);
    }
  }
  return { headlines: headlines.slice(0, 4), sites: sites.slice(0, 4), events: events && !live };
}

const typesOf = (object: JsonObject): string => oneOrMany(object["@type"]).map(String).join(" ");
