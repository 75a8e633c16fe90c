/** Buttons that copy: one after each element whose `data-copy` names the element with the text. */
import { makeButton } from "./make.ts";
import { message } from "./messages.ts";

const confirmationMs = 2000;

export function offerCopies(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    const source = document.getElementById(place.dataset.copy ?? "");
    if (source === null) continue;
    const button = makeButton(message("copy"), async () => {
      if (!(await copy(source))) return;
      button.textContent = message("copied");
      setTimeout(() => {
        button.textContent = message("copy");
      }, confirmationMs);
    });
    button.className = "copy";
    button.ariaLive = "polite";
    place.after(button);
  }
}

/** Copies a text; where the browser has no clipboard, selects it for the keys that copy. True where it was copied. */
async function copy(source: HTMLElement): Promise<boolean> {
  const text = source instanceof HTMLTextAreaElement ? source.value : source.textContent.trim();
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (source instanceof HTMLTextAreaElement) source.select();
    else getSelection()?.selectAllChildren(source);
    return document.execCommand("copy");
  }
}
