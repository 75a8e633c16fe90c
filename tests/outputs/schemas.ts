/** Checks feeds and sitemaps with libxml2 against the schemas of their standards. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { RelaxNGValidator, XmlDocument, XmlLibError, XsdValidator } from "libxml2-wasm";

const schema = (file: string): XmlDocument =>
  XmlDocument.fromBuffer(readFileSync(path.join(import.meta.dirname, file)));

const schemas = {
  atom: RelaxNGValidator.fromDoc(schema("atom.rng")),
  sitemap: XsdValidator.fromDoc(schema("sitemap.xsd")),
};

/** The faults of a text, by its schema. */
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
