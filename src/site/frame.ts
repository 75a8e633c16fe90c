/** Turns the path, the language and the title of a page into its frame. */
import type { ArchiveSettings } from "../model/live-page.ts";
import { foreignInterface, scriptPath, textDirection } from "./i18n/language.ts";
import type { CardView, Frame, HeadLink } from "./views/frame.ts";

export interface FrameInput {
  readonly path: string;
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly type: Frame["type"];
  readonly links?: readonly HeadLink[];
  /** The path of its canonical address, where that is not its own. */
  readonly canonicalPath?: string;
  readonly noindex?: boolean;
  /** `href`: its path from the site's root. */
  readonly card?: CardView | undefined;
}

export function frameOf(settings: ArchiveSettings, input: FrameInput): Frame {
  const interfaceLanguage = foreignInterface(input.language);
  const { card } = input;
  const canonical = (input.canonicalPath ?? input.path).replace(/(^|\/)index\.html$/, "$1");
  return {
    path: input.path,
    root: "../".repeat(input.path.split("/").length - 1),
    language: input.language,
    direction: textDirection(input.language),
    ...(interfaceLanguage !== undefined && { interfaceLanguage }),
    title: input.title,
    description: input.description,
    archiveTitle: settings.title,
    ...(settings.url !== undefined && { canonical: new URL(canonical, settings.url).href }),
    ...(settings.url !== undefined &&
      card !== undefined && { card: { ...card, href: new URL(card.href, settings.url).href } }),
    type: input.type,
    noindex: input.noindex ?? settings.noindex,
    links: input.links ?? [],
    script: scriptPath(input.language),
  };
}
