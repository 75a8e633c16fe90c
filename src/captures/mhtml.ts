/** Pages that a browser saved as one file (MHTML): the page is a part, its pictures are the others. */
import { parse } from "mhtml-to-html";
import { ContainerFault, type FoundDocument, limits, type NamedBytes, plainAddress } from "./document.ts";

/** Throws a ContainerFault where there is no page in it. */
export function openMhtml(given: NamedBytes): readonly FoundDocument[] {
  const { headers, resources, index } = parsed(given.bytes);
  const page = index === undefined ? undefined : resources[index];
  if (page === undefined)
    throw new ContainerFault("Cannot find a page in the MHTML file: no part of it is HTML", "Save the page again");
  const bytes = bytesOf(page);
  if (bytes.length > limits.document)
    throw new ContainerFault(`Cannot read the page in the MHTML file: it has more than 64 MB`, "Save the page as HTML");
  const source = headers["snapshot-content-location"] ?? page.id;
  const date = new Date(headers.date ?? "");
  const known = new Map<string, Uint8Array>();
  for (const [name, resource] of Object.entries(resources)) known.set(plainAddress(name), bytesOf(resource));
  return [
    {
      file: given.file,
      name: given.name,
      bytes,
      ...(typeof source === "string" && /^https?:/.test(source) && { source }),
      ...(!Number.isNaN(date.getTime()) && { captured: date.toISOString() }),
      find: async (address) => {
        const whole =
          typeof source === "string" && URL.canParse(address, source) ? new URL(address, source).href : address;
        return (
          known.get(plainAddress(address)) ??
          known.get(plainAddress(whole)) ??
          known.get(`<${address.replace(/^cid:/, "")}>`)
        );
      },
    },
  ];
}

function parsed(bytes: Uint8Array): ReturnType<typeof parse> {
  try {
    return parse(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ContainerFault(`Cannot read the MHTML file: ${why}`, "Save the page again, or save it as HTML");
  }
}

/** Text is given as text, all else in base64. */
const bytesOf = ({ data, transferEncoding }: ReturnType<typeof parse>["resources"][string]): Uint8Array =>
  transferEncoding === "base64" ? Buffer.from(data, "base64") : new TextEncoder().encode(data);
