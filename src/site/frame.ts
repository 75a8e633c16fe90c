/** What every page has around its own text: names, directions, addresses. */
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
  /** The path whose address this page goes by, if not its own. */
  readonly canonicalPath?: string;
  readonly noindex?: boolean;
  /** By its path from the site's root. */
  readonly card?: CardView | undefined;
}

export function frameOf(settings: ArchiveSettings, facts: FrameInput): Frame {
  const foreign = foreignInterface(facts.language);
  const { card } = facts;
  const canonical = (facts.canonicalPath ?? facts.path).replace(/(^|\/)index\.html$/, "$1");
  return {
    path: facts.path,
    root: "../".repeat(facts.path.split("/").length - 1),
    language: facts.language,
    direction: textDirection(facts.language),
    ...(foreign !== undefined && { foreignWords: foreign }),
    title: facts.title,
    description: facts.description,
    archiveTitle: settings.title,
    ...(settings.url !== undefined && { canonical: new URL(canonical, settings.url).href }),
    ...(settings.url !== undefined &&
      card !== undefined && { card: { ...card, href: new URL(card.href, settings.url).href } }),
    type: facts.type,
    noindex: facts.noindex ?? settings.noindex,
    links: facts.links ?? [],
    script: scriptPath(facts.language),
  };
}
