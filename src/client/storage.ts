/** What the browser remembers from visit to visit. It may refuse to, above all on a page from disk: then nothing is remembered. */

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`afterlive ${name}`);
  } catch {
    return null;
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
