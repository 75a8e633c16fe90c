/** From the name of a site in any case to its own spelling: "youtube" to "YouTube". */
const names: readonly string[] = [
  "Twitter",
  "X",
  "Instagram",
  "Facebook",
  "TikTok",
  "YouTube",
  "Reddit",
  "Vimeo",
  "Spotify",
  "SoundCloud",
  "Threads",
  "Bluesky",
  "Telegram",
  "Snapchat",
  "Pinterest",
  "LinkedIn",
  "Flickr",
  "Giphy",
  "Dailymotion",
  "Twitch",
  "Weibo",
  "Mastodon",
  "Truth Social",
  "VK",
];
const canonical = new Map([...names.map((name) => [name.toLowerCase(), name] as const), ["google youtube", "YouTube"]]);

/** "google youtube" as "YouTube"; a name that is not known stays as it is. */
export const providerName = (name: string): string => canonical.get(name.toLowerCase()) ?? name;
