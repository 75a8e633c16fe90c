/** A button that hands a post to whatever the reader's device shares with, where there is such a thing. */
import { makeButton } from "./make.ts";
import { message } from "./messages.ts";

export function offerShare(): void {
  // A page from disk has no address that anyone else could use.
  const ways =
    document.querySelector(".share") ?? (location.protocol === "file:" ? null : document.querySelector(".alone .back"));
  if (ways === null || !("share" in navigator)) return;
  const url = ways.querySelector<HTMLAnchorElement>("#the_address a")?.href ?? location.href;
  ways.append(
    makeButton(message("share"), () => {
      // Who thinks better of it has not failed.
      navigator.share({ title: document.title, url }).catch(() => undefined);
    }),
  );
}
