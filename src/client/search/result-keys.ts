/** Keys in a search and its results: the arrows go from one to the next, Escape clears the search. */

export function listenToArrows(box: HTMLInputElement, results: HTMLElement, clear: () => void): void {
  const move = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    if (event.key === "Escape" && box.value !== "") {
      event.preventDefault();
      clear();
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const stops: readonly HTMLElement[] = [box, ...results.querySelectorAll<HTMLElement>("a, button")];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = step === 0 || at === -1 ? undefined : stops[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  box.addEventListener("keydown", move);
  results.addEventListener("keydown", move);
}
