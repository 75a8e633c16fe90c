/** From a page to the addresses of its frames, without parsing the page. */

/** The largest number of frame tags that are read in one page. */
const mostTags = 3000;

/** The addresses of the frames, as the page writes them. Some may be in comments; a file is only looked up by them. */
export function frameAddresses(html: string): readonly string[] {
  const found = new Set<string>();
  let tags = 0;
  for (const { index } of html.matchAll(/<(?:iframe|frame|object|embed)\s/gi)) {
    tags += 1;
    if (tags > mostTags) break;
    const tag = html.slice(index, index + 3000);
    const [, double, single, bare] =
      /\s(?:src|data)\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag) ?? [];
    const address = (double ?? single ?? bare ?? "").replaceAll("&amp;", "&").trim();
    if (address !== "" && !/^(?:about|javascript|data|blob):/i.test(address)) found.add(address);
  }
  return [...found];
}
