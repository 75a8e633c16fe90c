/** Begins the script of a page: an enhancement, never needed to read. Everything else in this folder is called from here. */
import { leadToMoment, offerMoments } from "./as-of.ts";
import { offerCopies } from "./copy.ts";
import { offerArchiveSearch } from "./front-search.ts";
import { settleJumps } from "./jump.ts";
import { listenToKeys } from "./keyboard.ts";
import { listenToPictures } from "./lightbox.ts";
import { make } from "./make.ts";
import { rememberPlace } from "./place.ts";
import { openStage } from "./posts.ts";
import { offerShare } from "./share.ts";
import { openToolbar } from "./toolbar.ts";
import { zoneSelect } from "./zones.ts";

document.documentElement.classList.add("scripted");
listenToKeys();
settleJumps();
offerCopies();
offerShare();
leadToMoment();
listenToPictures();
offerArchiveSearch();
const zones = zoneSelect();
const stage = openStage();
if (stage === undefined) {
  if (zones !== undefined)
    document.querySelector(".alone .masthead")?.append(make("div", { className: "tools" }, zones));
} else {
  const toolbar = openToolbar(stage);
  if (zones !== undefined) toolbar.add(zones);
  offerMoments(stage, toolbar);
  rememberPlace(stage);
}
