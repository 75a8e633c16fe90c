/** Keys of a large picture: the arrows go to the next pictures, Escape goes back to the gallery, as its links do. */

export function listenToPictureKeys(): void {
  document.addEventListener("keydown", (event) => {
    const picture = document.querySelector(".large:target");
    if (picture === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const forwards = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backwards = forwards === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const links: Readonly<Record<string, string>> = { [forwards]: ".next", [backwards]: ".prev", Escape: ".close" };
    const selector = links[event.key];
    const link = selector === undefined ? null : picture.querySelector<HTMLAnchorElement>(selector);
    if (link === null) return;
    event.preventDefault();
    // Replaces the address, so that one step back leaves the gallery.
    location.replace(link.href);
  });
}
