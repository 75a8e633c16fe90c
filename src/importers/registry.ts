/** The list of all importers. A new form is a folder, a line here and a sample: `src/README.md` has the steps. */
import { builtPages } from "./afterlive/afterlive.ts";
import { bbcHtml } from "./bbc/html.ts";
import { bbcJson } from "./bbc/json.ts";
import { bbcLx } from "./bbc/lx.ts";
import { bbcText } from "./bbc-text/bbc-text.ts";
import type { Importer } from "./contract.ts";
import { guardian } from "./guardian/guardian.ts";
import { guardianHtml } from "./guardian/html.ts";
import { jsonLd } from "./json-ld/json-ld.ts";
import { liveHtml } from "./live-html/live-html.ts";
import { liveText } from "./live-text/live-text.ts";
import { liveblog24 } from "./liveblog-24/liveblog-24.ts";
import { superdesk } from "./superdesk/superdesk.ts";
import { wordpressLiveblog } from "./wordpress/wordpress.ts";

export const importers: readonly Importer[] = [
  bbcText,
  builtPages,
  bbcHtml,
  bbcJson,
  bbcLx,
  guardian,
  guardianHtml,
  jsonLd,
  liveHtml,
  liveText,
  liveblog24,
  superdesk,
  wordpressLiveblog,
];

/** The importer with the highest certainty for a text; undefined if none knows it. */
export function importerFor(text: string): Importer | undefined {
  let best: { readonly importer: Importer; readonly certainty: number } | undefined;
  for (const importer of importers) {
    const certainty = importer.recognises(text);
    if (certainty > (best?.certainty ?? 0)) best = { importer, certainty };
  }
  return best?.importer;
}
