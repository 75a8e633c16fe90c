/** Begins the script of a page: an enhancement, never needed to read. Everything else in this folder is called from here. */
import { listenToPictures } from "./lightbox.ts";

document.documentElement.classList.add("scripted");
listenToPictures();
