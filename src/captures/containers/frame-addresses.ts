/** Which frames a page names, found without reading it as a page. */

/** How many tags of frames are looked at in one page. */
const mostTags = 3000;

/** The addresses of the frames that a page names, as it writes them. Some may stand in comments: they are looked up, and no more. */
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
