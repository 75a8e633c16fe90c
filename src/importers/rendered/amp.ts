/** From an element of an AMP page to the plain HTML that it stands for. */
import type { MediaKind } from "../../model/block.ts";
import { elementsIn, type Tree } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement, wordsOf } from "../html/inline.ts";
import { makeElement, setAttribute } from "../html/make.ts";
import { addressOfId, siteAt, wholeAddress } from "../media/embed-addresses.ts";
import { makeEmbed } from "../media/embed-element.ts";
import { providerName } from "../media/provider-names.ts";
import { noteAttributes, noteUnlessShown, noteUnseen } from "./unseen-notes.ts";

const plain: Readonly<Record<string, string>> = {
  "amp-img": "img",
  "amp-anim": "img",
  "amp-video": "video",
  "amp-audio": "audio",
  "amp-timeago": "time",
};

/** Boxes around other elements, and elements that show nothing. Both stay. */
const boxes = new Set(
  "accordion animation base-carousel bind-macro bodymovin-animation carousel consent date-countdown date-display fit-text form fx-flying-carpet image-lightbox image-slider image-viewer inline-gallery inline-gallery-pagination layout lightbox lightbox-gallery list live-list mega-menu mathml mustache nested-menu next-page orientation-observer pan-zoom position-observer script selector sidebar state sticky-ad story story-page story-grid-layer stream-gallery user-notification video-docking web-push web-push-widget".split(
    " ",
  ),
);
const adverts = new Set(
  "ad auto-ads embed sticky-ad analytics pixel call-tracking install-serviceworker access subscriptions".split(" "),
);
/** The attributes that can hold the id of a post or recording. */
const idNames = [
  "data-tweetid",
  "data-shortcode",
  "data-videoid",
  "data-video-id",
  "data-imgur-id",
  "data-gistid",
  "data-media-hashed-id",
  "data-media-id",
  "data-riddle-id",
  "data-episode",
  "data-trackid",
  "data-src",
];
const addressNames = ["data-href", "data-url", "src", "data-src", "data-embed-url", "href"];
const videos = new Set(
  "brightcove-player jw-player jwplayer kaltura-player ooyala-player 3q-player brid-player connatix-player dailymotion nexxtv-player springboard-player izlesene mowplayer video-iframe wistia-player youtube vimeo vine hulu reach-player powr-player redbull-player viqeo-player delight-player minute-media-player".split(
    " ",
  ),
);

/** The plain HTML of an AMP element; undefined for elements that stay, such as boxes. */
export function openAmp(element: Element, parent: Tree): readonly HtmlNode[] | undefined {
  const name = element.tagName.slice("amp-".length);
  if (adverts.has(name)) {
    noteUnseen(parent, "advert", wordsOf([element]));
    noteAttributes(parent, element, { kind: "advert" });
    return [];
  }
  const tagName = plain[element.tagName];
  if (tagName !== undefined) return [plainElement(element, tagName, parent)];
  if (boxes.has(name) || name.startsWith("story")) return undefined;
  noteAttributes(parent, element, { but: "title" });
  if (name === "iframe" || name === "video-iframe")
    return [
      makeElement(
        "iframe",
        fieldsOf(element, ["src", "data-src", "title", "width", "height"]),
        fallbackOf(element, parent),
      ),
    ];
  noteUnlessShown(parent, "attribute words", attribute(element, "title") ?? "");
  return [embedIn(element, name, parent)];
}

function plainElement(element: Element, tagName: string, parent: Tree): Element {
  const made = makeElement(tagName, {}, tagName === "img" ? [] : fallbackOf(element, parent));
  made.attrs = element.attrs;
  if (tagName === "img") {
    // The width and height of a picture that fills its box are only a ratio.
    if (/^(?:responsive|fill|intrinsic|fixed-height|flex-item)$/i.test(attribute(element, "layout") ?? ""))
      made.attrs = made.attrs.filter(({ name }) => name !== "width" && name !== "height");
    noteUnseen(parent, "attribute words", wordsOf(element.childNodes));
  }
  return made;
}

/** The children without placeholder pictures, whose descriptions are counted as lost. */
function fallbackOf(element: Element, parent: Tree): readonly HtmlNode[] {
  const kept: HtmlNode[] = [];
  for (const node of element.childNodes) {
    if (!isElement(node) || attribute(node, "placeholder") === undefined || wordsOf([node]).trim() !== "")
      kept.push(node);
    else
      for (const one of [node, ...elementsIn(node)]) noteUnseen(parent, "attribute words", attribute(one, "alt") ?? "");
  }
  return kept;
}

const fieldsOf = (element: Element, names: readonly string[]): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(names.map((name) => [name, attribute(element, name)]));

function embedIn(element: Element, name: string, parent: Tree): Element {
  const service = name.replace(/-(?:player|page|post|embed|card|quiz)$/, "");
  const byId = idNames.flatMap(
    (one) => addressOfId(service === "jw" ? "jwplayer" : service, attribute(element, one) ?? "") ?? [],
  );
  const written = addressNames.flatMap((one) => wholeAddress(attribute(element, one) ?? "") ?? []);
  const source = written[0] ?? byId[0] ?? brightcove(element) ?? channelOf(element);
  const site = siteAt(source ?? "");
  const kind: MediaKind | undefined = videos.has(name) ? "video" : undefined;
  const known = providerName(service);
  const provider = site.provider ?? (known !== service ? known : undefined);
  for (const inner of elementsIn(element)) if (inner.tagName === "amp-img") setAttribute(inner, "data-noscript", "");
  return makeEmbed(
    { source, provider, kind, ...(source === undefined && { unread: true }) },
    fallbackOf(element, parent),
  );
}

const channelOf = (element: Element): string | undefined => {
  const channel = attribute(element, "data-live-channelid");
  return channel !== undefined && /^[\w-]{5,60}$/.test(channel)
    ? `https://www.youtube.com/channel/${channel}/live`
    : undefined;
};

function brightcove(element: Element): string | undefined {
  const [account, video, player] = ["data-account", "data-video-id", "data-player"].map(
    (name) => attribute(element, name) ?? "",
  );
  return account !== "" && video !== "" && [account, video, player].every((one) => /^[\w-]{0,60}$/.test(one ?? ""))
    ? `https://players.brightcove.net/${account}/${player === "" ? "default" : player}_default/index.html?videoId=${video}`
    : undefined;
}
