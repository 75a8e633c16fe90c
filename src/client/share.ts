/** A button that shares a post through the device (Web Share API), where the browser has it. */
import { makeButton } from "./make.ts";
import { message } from "./messages.ts";

export function offerShare(): void {
  // The address of a page from disk is of no use to others.
  const place =
    document.querySelector(".share") ?? (location.protocol === "file:" ? null : document.querySelector(".alone .back"));
  if (place === null || !("share" in navigator)) return;
  const url = place.querySelector<HTMLAnchorElement>("#the_address a")?.href ?? location.href;
  place.append(
    makeButton(message("share"), () => {
      // A reader who cancels is no error.
      navigator.share({ title: document.title, url }).catch(() => undefined);
    }),
  );
}
