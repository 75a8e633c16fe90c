/** Turns a video, a sound, an embed, a map or a chart into HTML: a card with all that is known of it. */
import { html, type SafeHtml } from "../../base/html.ts";
import type { Media } from "../../model/block.ts";
import type { Strings } from "../i18n/strings.ts";
import { captionHtml, type FindPicture, pictureHtml } from "./figure.ts";

/** `text`: the card's own text, already HTML. The card loads nothing from the original's address. */
export function mediaHtml(media: Media, text: SafeHtml, find: FindPicture, strings: Strings): SafeHtml {
  const poster = media.poster === undefined ? undefined : find(media.poster);
  const kind = strings.media[media.kind];
  const from = (["author", "provider", "date"] as const).flatMap((name) => {
    const words = media[name];
    return words === undefined || words === "" ? [] : [html`<span class="${name}">${words}</span>`];
  });
  return html`<figure class="media media-${media.kind}"><p class="kind">${strings.aside(kind, strings.absentMedia)}</p>${
    poster !== undefined && pictureHtml(poster, "")
  }${text.value.trim() !== "" && html`<blockquote>${text}</blockquote>`}${
    from.length > 0 && html`<p class="from">${from.map((part, index) => [index > 0 && " · ", part])}</p>`
  }${
    media.source !== undefined &&
    html`<p class="original"><a href="${media.source}" rel="noopener external">${strings.original}</a></p>`
  }${captionHtml(media.caption, media.credit)}</figure>`;
}
