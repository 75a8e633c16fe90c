/** Works cited together in one file of each form that reference managers read: BibTeX, RIS, CSL-JSON. */
import type { Citation } from "./citation.ts";
import { citeBibtex } from "./cite-bibtex.ts";
import { citeCsl } from "./cite-csl.ts";
import { citeRis } from "./cite-ris.ts";

/** A form of a file of citations. */
export interface CitationForm {
  readonly name: "BibTeX" | "RIS" | "CSL-JSON";
  /** What its files' names end in. */
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
