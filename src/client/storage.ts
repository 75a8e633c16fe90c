/** Values that the browser keeps from visit to visit. Where it refuses, as for some pages from disk, nothing is kept. */

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
    // The page works without it.
  }
}
