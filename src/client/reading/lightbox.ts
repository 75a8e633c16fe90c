/** The keys of a large picture: the arrows lead to its neighbours, Escape back to the wall. Its links do the same. */

export function listenToPictureKeys(): void {
  document.addEventListener("keydown", (event) => {
    const picture = document.querySelector(".large:target");
    if (picture === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const forwards = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backwards = forwards === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const ways: Readonly<Record<string, string>> = { [forwards]: ".next", [backwards]: ".prev", Escape: ".close" };
    const way = ways[event.key];
    const link = way === undefined ? null : picture.querySelector<HTMLAnchorElement>(way);
    if (link === null) return;
    event.preventDefault();
    // One step back leaves the pictures, however many were looked at.
    location.replace(link.href);
  });
}
