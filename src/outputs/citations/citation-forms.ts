/** The forms of citation files that reference managers read: BibTeX, RIS, CSL-JSON. Each prints many citations into one file. */

import { citeBibtex } from "./bibtex.ts";
import type { Citation } from "./citation.ts";
import { citeCsl } from "./csl.ts";
import { citeRis } from "./ris.ts";

export interface CitationForm {
  readonly name: "BibTeX" | "RIS" | "CSL-JSON";
  /** The extension of its files. */
  readonly ending: "bib" | "ris" | "json";
  readonly mediaType: string;
  readonly print: (citations: readonly Citation[]) => string;
}

export const bibtex: CitationForm = {
  name: "BibTeX",
  ending: "bib",
  mediaType: "application/x-bibtex",
  print: (citations) => citations.map(citeBibtex).join("\n"),
};

export const citationForms: readonly CitationForm[] = [
  bibtex,
  {
    name: "RIS",
    ending: "ris",
    mediaType: "application/x-research-info-systems",
    print: (citations) => citations.map(citeRis).join(""),
  },
  {
    name: "CSL-JSON",
    ending: "json",
    mediaType: "application/vnd.citationstyles.csl+json",
    print: (citations) => `${JSON.stringify(citations.map(citeCsl), undefined, 1)}\n`,
  },
];
