/**
 * The closed list of what an importer may drop. A phrase is proved: its words match an exact pattern, or are a copy, or are a time. A
 * region is a structure that was left out: nothing is proved about its words, so the report gives their number and their beginnings.
 * The longer patterns have their words in the files that are imported here: buttons and menus in `furniture-words.ts`.
 */
import { builtWords } from "./built-words.ts";
import { dividerMark, furnitureWords, pointsHeading, shareLines } from "./furniture-words.ts";
import { invisiblePattern } from "./invisible.ts";
import { betweenNames, bylineWord, dayWords } from "./text-furniture.ts";

export interface PhraseRule {
  /** A description, for the report and for captures.yaml. */
  readonly why: string;
  /** Matches the whole text of a span of this kind. */
  readonly pattern: RegExp;
  /**
   * Only a copy may be dropped. "beside": the named place, or else one shortly before or after, also holds the words. "post": some
   * place of the named post, or of the page, also holds them.
   */
  readonly copy?: "beside" | "post";
  /** The words are the time of the post. */
  readonly stamp?: true;
  /** A key stands before the words, as in "headline: A ferry aground". */
  readonly key?: true;
  /** The words are a time and nothing else. */
  readonly time?: true;
  /** The words name the provider of an embed: an embed of that provider must have been written there. */
  readonly embed?: true;
  /** The words stand in a copy of what was written: they may appear as often as the copy does. */
  readonly again?: true;
}

const provider = String.raw`[\p{L}\p{N}][\p{L}\p{N} .&+-]{0,39}`;
const service =
  "(?:twitter|x|instagram|facebook|tiktok|youtube|google youtube|reddit|vimeo|spotify|soundcloud|threads|bluesky|telegram|snapchat|pinterest|linkedin|flickr|giphy|dailymotion|twitch|weibo|mastodon|truth social|vk)";
const thing = "(?:post|video|content|clip|tweet|audio)";

/** The fixed sentences around an embed. The first group, if there is one, is the provider; it has a name where the sentence names it again. */
export const embedSentences: readonly RegExp[] = [
  new RegExp(
    `^This (?<shown>${provider}) ${thing} cannot be displayed in your browser\\. Please enable Javascript or try a different browser\\.(?:\\s*View original ${thing} on \\k<shown>)?$`,
    "iu",
  ),
  new RegExp(`^View original ${thing} on (${provider})$`, "iu"),
  new RegExp(`^Allow (${provider}) content\\?$`, "iu"),
  new RegExp(
    `^This article contains content provided by (?<asked>${provider})\\. We ask for your permission before anything is loaded, as they may be using cookies and other technologies\\. You may want to read (?:(?:the )?\\k<asked>(?:[’']s)? |\\p{L}{2,20}[’']s (?:\\k<asked> )?)?cookie policy(?:, external)? and (?:(?:the )?\\k<asked>(?:[’']s)? |\\p{L}{2,20}[’']s (?:\\k<asked> )?)?privacy policy(?:, external)? before accepting\\. To view this content choose .accept and continue.\\.$`,
    "iu",
  ),
  new RegExp(`^Skip (${service}) ${thing}(?: \\d{1,4})?(?: by)?$`, "iu"),
  new RegExp(`^End of (${service}) ${thing}(?: \\d{1,4})?(?: by)?$`, "iu"),
  new RegExp(`^View (?:more|original|this) on (${service})$`, "iu"),
  new RegExp(`^(${provider}) content may contain (?:ads|adverts)\\.$`, "iu"),
  new RegExp(
    `^The BBC is not responsible for the content of external sites\\.(?: ?(${provider}) content may contain (?:ads|adverts)\\.)?$`,
    "iu",
  ),
  /^Warning: Third party content may contain (?:ads|adverts)\.?$/i,
  /^Accept and continue$/i,
  /^Report this social embed, make a complaint$/i,
];

/** Indexes in `embedSentences` of the sentences that appear once for each embed: a second one opens another embed. */
export const embedOpeners: readonly number[] = [0, 2, 3, 4, 6];

const any = (patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join("|"), "iu");

export const losses = {
  "post number": { why: "A post's place on its page: it changes with every new post", pattern: /^\d{1,9}\.?$/ },
  "list marker": { why: "The mark before a point of a list", pattern: /^(?:[•◦▪‣∙·–*-]|\d{1,9}[.)])$/ },
  "published at": {
    why: "The words before a time",
    pattern: /^,?\s*(?:first |last )?(?:published|posted|updated)(?:\s+(?:at|on))?:?$/i,
  },
  "cut stamp": {
    why: "A time in which the capture ends",
    pattern: /^,?\s*(?:published|posted)\s+at(?:\s+\d{1,2}(?::[\dA-Za-z ]{0,50})?)?$/i,
  },
  "time mark": {
    why: "The colon, dash, bracket or row of signs beside a time",
    pattern: /^[:|·•*–—\-()[\].\s+=~#_►▶▸»◄◀◂«◆■●🔴]{1,9}$/u,
  },
  "relative time": {
    why: "How long ago a post was when the page was captured",
    pattern: /^[\s\S]{1,100}$/,
    time: true,
  },
  "updated time": { why: "When a post was changed, as the page words it", pattern: /^[\s\S]{1,100}$/, time: true },
  "day line": { why: "The date above the posts of a day", pattern: /^[\s\S]{1,60}$/, time: true },
  "day word": { why: "The word above the posts of today or yesterday", pattern: dayWords },
  "share words": { why: "The buttons around a post", pattern: shareLines },
  "summary heading": { why: "The heading of the points that a page names first", pattern: pointsHeading },
  "byline word": { why: "The word before the name of who wrote a post", pattern: bylineWord },
  "repeated stamp": {
    why: "A second print of a post's own time",
    pattern: /^[\dA-Za-z:.+ ,\u00a0-]{4,140}$/,
    stamp: true,
  },
  "repeated breaking": {
    why: "The word Breaking of a post that stands twice",
    pattern: /^breaking(?: news)?:?$/i,
  },
  untitled: { why: "The word that stands for a missing headline", pattern: /^Post(?: update)?$/i },
  "image source": {
    why: "The words before a picture's credit",
    pattern: /^(?:Image source,|Copyright:|Credit\.\.\.)$/i,
  },
  "image caption": { why: "The words before a picture's caption", pattern: /^Image caption\s*[,:]$/i },
  "media caption": {
    why: "The words before a recording's caption",
    pattern: /^(?:Media|Video|Audio) caption\s*[,:]$/i,
  },
  "player text": {
    why: "What stands in the place of a recording that cannot be played",
    pattern:
      /^(?:To play this (?:video|audio|content)[,]? (?:you need to enable|please enable) JavaScript in your browser\.?|(?:Sorry, )?(?:Your|This) browser (?:does not|doesn[’']t) support (?:the )?(?:HTML5? )?(?:embedded |inline )?(?:i?frames?|videos?|audio|media|canvas|objects?|(?:video|audio|canvas) (?:tag|element|playback))\.?|(?:You need to enable|Please enable|Please turn on|Enable) JavaScript(?: in your browser)?(?: to (?:view|see|read|play) (?:this|the) (?:page|site|content|video|post|poll|chart|comments))?\.?|JavaScript is (?:disabled|required|not enabled|switched off)(?: in your browser)?\.?|Media playback is (?:unsupported|not supported) on (?:your|this) device\.?|This (?:video|content|media) (?:can ?not|cannot) (?:be )?play(?:ed)?(?: in your browser)?\.?)$/i,
  },
  summary: { why: "The heading of the summary", pattern: /^(?:Summary|Key points)$/i },
  "live header": {
    why: "The fixed lines between the summary and the posts",
    pattern: /^(?:Live Reporting|All times stated are UK(?: time)?\.?|Get involved|Live)$/i,
  },
  "edited by": {
    why: "The words before the names of the editors",
    pattern:
      /^(?:(?:Edited|Written|Produced|Posted|Reported|Reporting|Live reporting) by:?|(?:By|Author|Von|Autor(?:in)?|Par|Por|Di|A cura di|Door|Av|Af|Przez|Text):?)$/i,
  },
  "name separator": { why: "What stands between two names", pattern: betweenNames },
  "licence notice": {
    why: "The notice about a television licence",
    pattern:
      /^(?:Got a TV Licence\?|You need one to watch live TV on any channel or device, and BBC programmes on iPlayer\. It[’']s the law\.|Find out more|I (?:don[’']t )?have a TV Licence\.(?: Watch now\.?)?)$/i,
  },
  "viewer count": {
    why: "How many were reading at the moment of the capture",
    pattern: /^\d[\d,. ]{0,15}[km]?\s+(?:people\s+)?viewing this page$/i,
  },
  "share tools": {
    why: "The buttons that share a post or leaf through the page",
    pattern:
      /^(?:Article share tools|Share|Share page|Share this(?: post| with)?|Share this with|Copy(?: this)? link|Link copied|View more share options|About sharing|Read more about sharing\.?|Close share panel|Back to top|Load more|Show more|Newer posts|Older posts|Latest posts?|(?:Page )?\d{1,4} of \d{1,4}|[•◦▪*-]\s*(?:Facebook|Twitter|X|Messenger|Messages|WhatsApp|Email|LinkedIn|Pinterest|Reddit|Copy link))$/i,
  },
  "key event": { why: "The mark of a key event, which the post keeps as such", pattern: /^Key (?:event|moment)$/i },
  furniture: { why: "The words on buttons and menus: sharing, printing, comments", pattern: furnitureWords },
  "divider mark": { why: "A rule that is written with characters", pattern: dividerMark },
  "read more": { why: "The button that unfolds a long post", pattern: /^Read more$/i },
  "embed text": {
    why: "The fixed words around something embedded from another site",
    pattern: any(embedSentences),
    embed: true,
  },
  "repeated embed text": {
    why: "The fixed words around something embedded, in the second copy of a post",
    pattern: any(embedSentences),
    embed: true,
    again: true,
  },
  external: { why: "The hidden word behind a link to another site", pattern: /^, external$/ },
  "quote message": {
    why: "The hidden words before a quotation",
    pattern: /^(?:Quote Message(?::(?:\s*from)?)?|from)$/i,
  },
  "second copy": {
    why: "Words that the capture holds twice, once for screen readers",
    pattern: /^[\s\S]+$/,
    copy: "beside",
  },
  "repeated in another form": {
    why: "Words that the capture holds twice, in two forms",
    pattern: /^[\s\S]+$/,
    copy: "post",
  },
  "repeated title": {
    why: "The page's own title or a post's first sentence, which structured data repeats as a headline",
    pattern: /^(?:headline|name): /,
    key: true,
    copy: "post",
  },
  "machine data": {
    why: "What structured data tells machines: addresses, types, times of changes, who publishes",
    pattern: /^[\w@.-]+: /,
  },
  "shown time": {
    why: "A time as the page words it, beside the one that it gives to machines",
    pattern: /^[\s\S]{1,160}$/,
    time: true,
  },
  "archive words": {
    why: "The fixed words of a page that this program built",
    pattern: builtWords,
  },
  "credit mark": {
    why: "The brackets around a credit and the mark before it",
    pattern: /^(?:[()[\]|/–—·•:-]|\(\[|\]\))$/,
  },
  "control character": {
    why: "A character that cannot be seen or written",
    pattern: /^(?:[^\P{Cc}\s]|[\p{Noncharacter_Code_Point}\p{Cs}])+$/u,
  },
  "invisible character": {
    why: "A sign that no reader sees and that says nothing where it stands: a mark of direction, a soft hyphen, a selector",
    pattern: invisiblePattern,
  },
} as const satisfies Readonly<Record<string, PhraseRule>>;

export interface RegionRule {
  readonly why: string;
  /** Where it was left out, for the report: "in posts". */
  readonly where: string;
  /** The region stands in a post and has at most this many characters. A region without this field stands outside of posts. */
  readonly longest?: number;
}

/** The longest piece of furniture in a post, such as a row of buttons, in characters. */
export const longestFurniture = 200;

export const regions = {
  controls: {
    why: "Buttons, menus and links in a post that only do something",
    where: "as buttons and menus in posts",
    longest: longestFurniture,
  },
  "unread markup": {
    why: "Words in a part of a post, or of the page, that no importer reads",
    where: "in parts of the page that are not read",
    longest: Number.POSITIVE_INFINITY,
  },
  "page code": {
    why: "Scripts, style sheets and comments in the code of a post",
    where: "as code in posts",
    longest: Number.POSITIVE_INFINITY,
  },
  "unused template": {
    why: "Templates in a post, which a browser does not show",
    where: "in templates in posts",
    longest: Number.POSITIVE_INFINITY,
  },
  "attribute words": {
    why: "Labels in attributes and of icons, copies for browsers without scripts, links without words: a reader does not see them",
    where: "as labels that a reader does not see",
    longest: Number.POSITIVE_INFINITY,
  },
  advert: {
    why: "Adverts in frames and in elements of their own",
    where: "as adverts in posts",
    longest: Number.POSITIVE_INFINITY,
  },
  "unread frame": {
    why: "Frames that lie too deep in frames, or are too many",
    where: "in frames that were not read",
    longest: Number.POSITIVE_INFINITY,
  },
  "unread field": {
    why: "Fields of structured data that no importer reads",
    where: "in fields that are not read",
    longest: Number.POSITIVE_INFINITY,
  },
  "other form": {
    why: "What only a poorer form of the capture says",
    where: "in the capture's other form alone",
    longest: Number.POSITIVE_INFINITY,
  },
  "older wording": {
    why: "What an older entry of the same capture said, which a later one replaced or deleted",
    where: "as older or deleted wordings",
  },
  "other title": {
    why: "What the head of a page, its structured data or its heading call it in other words than its title has",
    where: "in other titles of the page",
  },
  "replay toolbar": {
    why: "The toolbar of a web archive over the page that it replays",
    where: "in the toolbar of a web archive",
  },
  "around the page": {
    why: "What stands around a live page: menus, other stories, notices",
    where: "around the live page",
  },
} as const satisfies Readonly<Record<string, RegionRule>>;

export type PhraseKind = keyof typeof losses;
export type RegionKind = keyof typeof regions;
export type LossKind = PhraseKind | RegionKind;

/** All kinds, in the order of reports. */
export const lossKinds: readonly LossKind[] = [
  ...(Object.keys(losses) as PhraseKind[]),
  ...(Object.keys(regions) as RegionKind[]),
];

export const isRegion = (kind: LossKind): kind is RegionKind => Object.hasOwn(regions, kind);

/** The rule of a kind of phrase, with its optional fields. */
export const phraseRule = (kind: PhraseKind): PhraseRule => losses[kind];

export const regionRule = (kind: RegionKind): RegionRule => regions[kind];
