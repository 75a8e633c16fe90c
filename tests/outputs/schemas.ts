/** The schemas of feeds and sitemaps, asked by libxml2: another reader than our own, with the standards' own grammars. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { RelaxNGValidator, XmlDocument, XmlLibError, XsdValidator } from "libxml2-wasm";

const schema = (file: string): XmlDocument =>
  XmlDocument.fromBuffer(readFileSync(path.join(import.meta.dirname, file)));

const schemas = {
  atom: RelaxNGValidator.fromDoc(schema("atom.rng")),
  sitemap: XsdValidator.fromDoc(schema("sitemap.xsd")),
};

/** What is wrong with a text, by its schema; none if nothing is. */
export function faultsBySchema(name: keyof typeof schemas, text: string): readonly string[] {
  try {
    using document = XmlDocument.fromString(text);
    schemas[name].validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
  }
}
