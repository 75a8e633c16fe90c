/** Begins the script of a page: an enhancement, never needed to read. Everything else in this folder is called from here. */
import { listenToKeys } from "./keyboard.ts";
import { openStage } from "./posts.ts";
import { openToolbar } from "./toolbar.ts";

document.documentElement.classList.add("scripted");
listenToKeys();
const stage = openStage();
if (stage !== undefined) {
  openToolbar(stage);
}
