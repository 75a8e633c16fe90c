/** Begins the script of a page: an enhancement, never needed to read. Everything else in this folder is called from here. */

import { offerCopies } from "./copy.ts";
import { make } from "./make.ts";
import { openStage } from "./post-list.ts";
import { settleJumps } from "./reading/jump.ts";
import { listenToKeys } from "./reading/keyboard.ts";
import { listenToPictures } from "./reading/lightbox.ts";
import { rememberPlace } from "./reading/reading-position.ts";
import { offerArchiveSearch } from "./search/archive-search.ts";
import { offerShare } from "./share.ts";
import { leadToMoment, offerMoments } from "./time/as-of.ts";
import { zoneSelect } from "./time/zones.ts";
import { openToolbar } from "./toolbar.ts";

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
