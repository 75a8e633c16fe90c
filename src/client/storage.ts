/** What the browser remembers from visit to visit. It may refuse to, above all on a page from disk: then nothing is remembered. */

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`afterlive ${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function store(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`afterlive ${name}`);
    else localStorage.setItem(`afterlive ${name}`, value);
  } catch {
    // The page is as good without.
  }
}
