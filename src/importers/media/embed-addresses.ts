/** From the address or the id of an embed to its service, its kind, and the address of the post or recording. */
import { webAddress } from "../../markdown/address.ts";
import type { MediaKind } from "../../model/block.ts";

interface Service {
  readonly host: RegExp;
  readonly name: string;
  readonly kind: MediaKind;
  /** The path of a single post or recording. */
  readonly post?: RegExp;
}

const services: readonly Service[] = [
  {
    host: /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/,
    name: "YouTube",
    kind: "video",
    post: /^\/(?:watch|embed\/|v\/|live\/|shorts\/|[\w-]{11}(?:\?|$))/,
  },
  { host: /(?:^|\.)vimeo\.com$/, name: "Vimeo", kind: "video", post: /^\/(?:video\/)?\d{4,}/ },
  { host: /(?:^|\.)(?:dailymotion\.com|dai\.ly)$/, name: "Dailymotion", kind: "video", post: /\/video\/|^\/x\w{5,}$/ },
  { host: /(?:^|\.)twitch\.tv$/, name: "Twitch", kind: "video" },
  { host: /(?:^|\.)(?:streamable|jwplayer|brightcove|wistia)\.(?:com|net)$/, name: "", kind: "video" },
  { host: /(?:^|\.)tiktok\.com$/, name: "TikTok", kind: "embed", post: /\/(?:video|embed|photo)\// },
  { host: /(?:^|\.)twitter\.com$/, name: "Twitter", kind: "embed", post: /\/status(?:es)?\/\d|\/embed\// },
  { host: /(?:^|\.)x\.com$/, name: "X", kind: "embed", post: /\/status\/\d/ },
  { host: /(?:^|\.)instagram\.com$/, name: "Instagram", kind: "embed", post: /\/(?:p|reel|tv)\// },
  {
    host: /(?:^|\.)(?:facebook\.com|fb\.watch)$/,
    name: "Facebook",
    kind: "embed",
    post: /\/(?:posts|videos|photos|reel|watch)\b|\/plugins\/(?:post|video)|permalink|story_fbid|[?&]fbid=/,
  },
  { host: /(?:^|\.)bsky\.app$/, name: "Bluesky", kind: "embed", post: /\/post\/|\/embed\// },
  { host: /(?:^|\.)threads\.(?:net|com)$/, name: "Threads", kind: "embed", post: /\/(?:post|t)\// },
  { host: /(?:^|\.)t\.me$/, name: "Telegram", kind: "embed", post: /^\/\w+\/\d/ },
  { host: /(?:^|\.)reddit\.com$/, name: "Reddit", kind: "embed", post: /\/comments\// },
  {
    host: /(?:^|\.)spotify\.com$/,
    name: "Spotify",
    kind: "audio",
    post: /\/(?:embed|episode|track|show|playlist|album)\b/,
  },
  {
    host: /(?:^|\.)soundcloud\.com$/,
    name: "SoundCloud",
    kind: "audio",
    post: /^\/player|\/tracks\/|^\/[\w-]+\/[\w-]+/,
  },
  {
    host: /(?:^|\.)datawrapper\.(?:de|dwcdn\.net)$|(?:^|\.)dwcdn\.net$/,
    name: "Datawrapper",
    kind: "chart",
    post: /^\/./,
  },
  { host: /(?:^|\.)flourish\.studio$/, name: "Flourish", kind: "chart", post: /visualisation|story|embed/ },
  { host: /(?:^|\.)infogram\.com$/, name: "Infogram", kind: "chart", post: /^\/./ },
];

const partsOf = (address: string): { readonly host: string; readonly path: string } => {
  const [, host = "", path = ""] = /^https?:\/\/([^/:?#]+)(?::\d+)?([^#]*)/i.exec(address) ?? [];
  return { host: host.toLowerCase(), path };
};

/** The service of an address, and the kind of what stands there, by its host. */
export function siteAt(address: string): { readonly provider?: string; readonly kind: MediaKind } {
  const { host } = partsOf(address);
  if (/(?:^|\.)google\.[a-z]{2,3}(?:\.[a-z]{2,3})?$/.test(host) && address.includes("/maps"))
    return { provider: "Google Maps", kind: "map" };
  const service = services.find((one) => one.host.test(host));
  if (service === undefined) return { kind: "embed" };
  return { ...(service.name !== "" && { provider: service.name }), kind: service.kind };
}

/** True for the address of one post or recording of a service, not for that of an account or of a button. */
export function isPostAddress(address: string): boolean {
  const { host, path } = partsOf(address);
  const service = services.find((one) => one.host.test(host));
  return service?.post?.test(path) === true;
}

const bluesky = /^at:\/\/((?:did:[\w:.%-]+|[\w.-]+))\/app\.bsky\.feed\.post\/(\w+)$/;

/** The web address that a page writes, also as `//host/path` or as the at:// address of a Bluesky post; undefined for other text. */
export function wholeAddress(written: string): string | undefined {
  const trimmed = written.trim();
  const [, author, post] = bluesky.exec(trimmed) ?? [];
  if (author !== undefined) return `https://bsky.app/profile/${author}/post/${post}`;
  return webAddress(trimmed.startsWith("//") ? `https:${trimmed}` : written);
}

/** From the address of a service's player or frame to that of the page with the same content; any other address as it is. */
export function pageOfPlayer(address: string): string {
  const { host, path } = partsOf(address);
  const found = (pattern: RegExp): string | undefined => pattern.exec(path)?.[1];
  const inQuery = (name: string): string | undefined =>
    URL.canParse(address) ? (new URL(address).searchParams.get(name) ?? undefined) : undefined;
  const named = (template: string, id: string | undefined): string => (id === undefined ? address : template + id);
  if (/(?:^|\.)youtube(?:-nocookie)?\.com$/.test(host))
    return named("https://www.youtube.com/watch?v=", found(/^\/(?:embed|v)\/([\w-]{5,40})/));
  if (host === "player.vimeo.com") return named("https://vimeo.com/", found(/^\/video\/(\d{3,20})/));
  if (/(?:^|\.)dailymotion\.com$/.test(host))
    return named("https://www.dailymotion.com/video/", found(/^\/embed\/video\/(\w{4,20})/));
  if (host === "platform.twitter.com") return named("https://twitter.com/i/status/", digits(inQuery("id")));
  if (/(?:^|\.)instagram\.com$/.test(host))
    return named("https://www.instagram.com", found(/^(\/(?:p|reel|tv)\/[\w-]{3,40}\/)embed/));
  if (/(?:^|\.)facebook\.com$/.test(host) && path.startsWith("/plugins/"))
    return wholeAddress(inQuery("href") ?? "") ?? address;
  if (host === "w.soundcloud.com") return wholeAddress(inQuery("url") ?? "") ?? address;
  return address;
}

const digits = (text: string | undefined): string | undefined => /^\d{5,25}$/.exec(text ?? "")?.[0];

const byId: Readonly<Record<string, readonly [pattern: RegExp, address: (id: string) => string]>> = {
  twitter: [/^\d{5,25}$/, (id) => `https://twitter.com/i/status/${id}`],
  youtube: [/^[\w-]{5,40}$/, (id) => `https://www.youtube.com/watch?v=${id}`],
  vimeo: [/^\d{4,15}$/, (id) => `https://vimeo.com/${id}`],
  dailymotion: [/^\w{4,20}$/, (id) => `https://www.dailymotion.com/video/${id}`],
  instagram: [/^[\w-]{5,40}$/, (id) => `https://www.instagram.com/p/${id}/`],
  tiktok: [/^\d{6,25}$/, (id) => `https://www.tiktok.com/embed/v2/${id}`],
  streamable: [/^\w{3,20}$/, (id) => `https://streamable.com/${id}`],
  imgur: [/^[\w/-]{3,40}$/, (id) => `https://imgur.com/${id}`],
  gist: [/^[\w/-]{5,60}$/, (id) => `https://gist.github.com/${id}`],
  wistia: [/^\w{5,30}$/, (id) => `https://fast.wistia.net/embed/iframe/${id}`],
  jwplayer: [/^[\w-]{5,40}$/, (id) => `https://cdn.jwplayer.com/players/${id}.html`],
  riddle: [/^\w{2,20}$/, (id) => `https://www.riddle.com/a/${id}`],
  megaphone: [/^\w{5,30}$/, (id) => `https://playlist.megaphone.fm/?e=${id}`],
  soundcloud: [/^\d{4,20}$/, (id) => `https://api.soundcloud.com/tracks/${id}`],
};

/** The address of the post or recording with an id; undefined where the service has no such ids. */
export function addressOfId(service: string, id: string): string | undefined {
  const [pattern, address] = byId[service] ?? [];
  return pattern?.test(id.trim()) === true ? address?.(id.trim()) : undefined;
}

const serviceWords: readonly (readonly [RegExp, string])[] = [
  [/twitter|tweet/i, "twitter"],
  [/youtube|(?:^|[-_\s])yt(?:[-_\s]|$)/i, "youtube"],
  [/instagram|instgrm/i, "instagram"],
  [/tik-?tok/i, "tiktok"],
  [/vimeo/i, "vimeo"],
  [/dailymotion/i, "dailymotion"],
  [/streamable/i, "streamable"],
  [/soundcloud/i, "soundcloud"],
];

/** The service in a name of an element or attribute: "youtube" for "lite-youtube", "twitter" for "data-tweet-id". */
export const siteNamed = (name: string): string | undefined =>
  serviceWords.find(([pattern]) => pattern.test(name))?.[1];
