/** Starts the script of a page, which adds search, filters and keys; the page can be read without it. */

import { offerCopies } from "./copy.ts";
import { make } from "./make.ts";
import { openPostList } from "./post-list.ts";
import { settleJumps } from "./reading/jump.ts";
import { listenToKeys } from "./reading/keyboard.ts";
import { listenToPictureKeys } from "./reading/lightbox.ts";
import { rememberPosition } from "./reading/reading-position.ts";
import { offerArchiveSearch } from "./search/archive-search.ts";
import { offerShare } from "./share.ts";
import { linkToAsOf, offerAsOf } from "./time/as-of.ts";
import { zoneSelect } from "./time/zones.ts";
import { openToolbar } from "./toolbar.ts";

document.documentElement.classList.add("scripted");
listenToKeys();
settleJumps();
offerCopies();
offerShare();
linkToAsOf();
listenToPictureKeys();
offerArchiveSearch();
const zones = zoneSelect();
const list = openPostList();
if (list === undefined) {
  if (zones !== undefined)
    document.querySelector(".alone .masthead")?.append(make("div", { className: "tools" }, zones));
} else {
  const toolbar = openToolbar(list);
  if (zones !== undefined) toolbar.add(zones);
  offerAsOf(list, toolbar);
  rememberPosition(list);
}
