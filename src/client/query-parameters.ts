/** The search and the filters of a page in the query of its address, so that a reload or a link shows the same. */

/** "" where the address has none. */
export const queryParameter = (name: string): string => new URLSearchParams(location.search).get(name) ?? "";

/** `value`: "" removes the parameter. */
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
    // Browsers forbid it to some pages from disk, and where it happens too often. The page works without it.
  }
}
