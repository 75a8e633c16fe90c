// Citation.js ships no declarations: only what the tests use.
declare module "@citation-js/core" {
  export class Cite {
    constructor(text: string, options: { readonly forceType: string; readonly generateGraph: false });
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
