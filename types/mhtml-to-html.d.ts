/** What is used of the library; its own types are not found behind its "exports". */
declare module "mhtml-to-html" {
  export interface Resource {
    readonly id: string;
    readonly data: string;
    readonly transferEncoding?: string;
    readonly contentType?: string;
  }
  export interface MHTML {
    readonly headers: Readonly<Record<string, string>>;
    readonly resources: Readonly<Record<string, Resource>>;
    readonly index?: string;
  }
  export function parse(data: string | Uint8Array): MHTML;
}
