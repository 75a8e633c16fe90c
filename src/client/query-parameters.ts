/** What the reader asked of a page, in the query of its address: a reload or a link brings it back. */

export const queryParameter = (name: string): string => new URLSearchParams(location.search).get(name) ?? "";

export function setQueryParameter(name: string, value: string): void {
  const address = new URL(location.href);
  if (value === "") address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  replaceAddress(address.href);
}

export function replaceAddress(href: string): void {
  try {
    if (href !== location.href) history.replaceState(history.state, "", href);
  } catch {
    // A browser may forbid it to a page from disk, or when it is done too often: the page still shows what was asked.
  }
}
